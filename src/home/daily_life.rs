//! `daily-life.yaml`: days, meals, things to do, getting out, faith, relationships, pets, money.

use serde::{Deserialize, Serialize};

use super::Text;
use super::date::Date;
use super::number::{Count, Money};

/// Everyday life. Each text is a sentence or two to the reader, as “you”.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct DailyLife {
    /// Getting up, going to bed, nights.
    pub your_day: Vec<Text>,
    /// Small things of everyday life that people here asked for and have.
    pub small_things: Vec<Text>,
    /// Choices people make here, as examples.
    pub choices: Vec<Text>,
    /// Meals and drinks.
    pub meals: Meals,
    /// Things to do.
    pub things_to_do: Vec<Activity>,
    /// How things to do grow out of a person's own life.
    pub from_your_life: Option<Text>,
    /// Time with one person, for those who do not like groups.
    pub one_to_one: Option<Text>,
    /// Jobs about the house that people like to do.
    pub household_jobs: Vec<Text>,
    /// Parts that residents play: chairing, welcoming, reading the news.
    pub residents_roles: Vec<Text>,
    /// What is celebrated.
    pub celebrations: Vec<Text>,
    /// Getting out into the world, by subject.
    pub out_and_about: OutAndAbout,
    /// Faith and culture.
    pub faith: Faith,
    /// Couples, partners, friends, love.
    pub relationships: Vec<Text>,
    /// How different people are welcomed, by name: nobody is left to guess.
    pub everyone_welcome: Vec<Text>,
    /// Pets.
    pub pets: Pets,
    /// A person's own money.
    pub money: MoneyMatters,
    /// Laundry.
    pub laundry: Vec<Text>,
    /// Hair, feet, papers.
    pub hair_and_feet: Vec<Text>,
    /// Phone, post, internet.
    pub phone_and_post: Vec<Text>,
    /// Smoking and vaping.
    pub smoking: Option<Text>,
    /// Alcohol.
    pub alcohol: Option<Text>,
}

/// Meals and drinks.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Meals {
    /// Each meal with its usual time.
    pub times: Vec<Meal>,
    /// What if you want to eat at another time.
    pub other_times: Option<Text>,
    /// What there is to choose from.
    pub choice: Option<Text>,
    /// Snacks and drinks.
    pub snacks: Option<Text>,
    /// How menus are shown, and who makes them.
    pub menus: Option<Text>,
    /// Diets and kinds of cooking that the kitchen knows: “halal”, “vegan”.
    pub diets: Vec<Text>,
    /// Soft food and help to eat.
    pub help_to_eat: Vec<Text>,
    /// Where you can eat.
    pub where_to_eat: Option<Text>,
    /// Eating with visitors.
    pub with_visitors: Option<Text>,
    /// What a visitor's meal costs.
    pub visitor_meal: Option<Money>,
    /// How allergens are told and kept apart.
    pub allergens: Option<Text>,
    /// The food hygiene rating, from 0 to 5.
    pub hygiene_rating: Option<Count>,
    /// The day of that rating.
    pub hygiene_on: Option<Date>,
}

/// One meal.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Meal {
    /// Its name.
    pub name: Text,
    /// Its usual time: “7am to 11am”.
    pub time: Text,
    /// What it is like.
    pub about: Option<Text>,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// What it is.
    pub what: Text,
    /// When: “Tuesdays at 2pm”.
    pub when: Option<Text>,
    /// Whose idea it was, or what it is like.
    pub about: Option<Text>,
}

/// Getting out into the world: what everybody else can use, whatever their age.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct OutAndAbout {
    /// Going out as one likes.
    pub going_out: Vec<Text>,
    /// Transport.
    pub transport: Vec<Text>,
    /// Leisure: library, cinema, sport.
    pub leisure: Vec<Text>,
    /// Learning.
    pub learning: Vec<Text>,
    /// Paid or unpaid work.
    pub work: Vec<Text>,
    /// Health services outside.
    pub health: Vec<Text>,
    /// Housing: finding out about other places to live.
    pub housing: Vec<Text>,
    /// Voting.
    pub voting: Option<Text>,
}

/// Faith and culture.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faith {
    /// Services and visits: what and when.
    pub services: Vec<Activity>,
    /// Anyone who comes when asked.
    pub on_request: Option<Text>,
    /// A quiet place.
    pub quiet_place: Option<Text>,
    /// Washing, dressing, food, who helps.
    pub customs: Vec<Text>,
    /// Language and culture.
    pub culture: Vec<Text>,
}

/// Pets.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pets {
    /// Animals that live here.
    pub live_here: Vec<Text>,
    /// Bringing one's own.
    pub your_own: Option<Text>,
    /// Animals that visit.
    pub visiting: Option<Text>,
}

/// A person's own money.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct MoneyMatters {
    /// Keeping it oneself, the safe, the home's account, receipts. A sentence each.
    pub looking_after_it: Vec<Text>,
    /// What nobody here will do: be an attorney, witness a will.
    pub we_will_not: Vec<Text>,
}
