//! `daily-life.yaml`: days, meals, things to do, getting out, faith, relationships, pets, money.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::date::Date;
use super::number::{Count, Money};

/// Everyday life. Each text is a sentence or two to the reader, as “you”.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DailyLife {
    /// Getting up, going to bed, nights.
    /// Seen on: life-here, statement-of-purpose/extra.
    pub your_day: Vec<Text>,
    /// Small things of everyday life that people here asked for and have.
    /// Seen on: life-here.
    pub small_things: Vec<Text>,
    /// Choices people make here, as examples.
    /// Seen on: life-here.
    pub choices: Vec<Text>,
    /// Meals and drinks.
    pub meals: Meals,
    /// Things to do.
    pub things_to_do: Vec<Activity>,
    /// How things to do grow out of a person's own life.
    /// Seen on: statement-of-purpose/extra, things-to-do.
    pub from_your_life: Option<Text>,
    /// Time with one person, for those who do not like groups.
    /// Seen on: statement-of-purpose/extra, things-to-do.
    pub one_to_one: Option<Text>,
    /// Jobs about the house that people like to do.
    /// Seen on: things-to-do.
    pub household_jobs: Vec<Text>,
    /// Parts that residents play: chairing, welcoming, reading the news.
    /// Seen on: things-to-do.
    pub residents_roles: Vec<Text>,
    /// What is celebrated.
    /// Seen on: things-to-do.
    pub celebrations: Vec<Text>,
    /// Getting out into the world, by subject.
    pub out_and_about: OutAndAbout,
    /// Faith and culture.
    pub faith: Faith,
    /// Couples, partners, friends, love.
    /// Seen on: relationships, statement-of-purpose/extra.
    pub relationships: Vec<Text>,
    /// How different people are welcomed, by name: nobody is left to guess.
    /// Seen on: relationships, statement-of-purpose/extra.
    pub everyone_welcome: Vec<Text>,
    /// Pets.
    pub pets: Pets,
    /// A person's own money.
    pub money: MoneyMatters,
    /// Laundry.
    /// Seen on: life-here.
    pub laundry: Vec<Text>,
    /// Hair, feet, papers.
    /// Seen on: life-here.
    pub hair_and_feet: Vec<Text>,
    /// Phone, post, internet.
    /// Seen on: life-here.
    pub phone_and_post: Vec<Text>,
    /// Smoking and vaping.
    /// Seen on: life-here.
    pub smoking: Option<Text>,
    /// Alcohol.
    /// Seen on: life-here.
    pub alcohol: Option<Text>,
}

/// Meals and drinks.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Meals {
    /// Each meal with its usual time.
    pub times: Vec<Meal>,
    /// What if you want to eat at another time.
    /// Seen on: meals, statement-of-purpose/extra.
    pub other_times: Option<Text>,
    /// What there is to choose from.
    /// Seen on: meals, statement-of-purpose/extra.
    pub choice: Option<Text>,
    /// Snacks and drinks.
    /// Seen on: meals, statement-of-purpose/extra.
    pub snacks: Option<Text>,
    /// How menus are shown, and who makes them.
    /// Seen on: meals.
    pub menus: Option<Text>,
    /// Diets and kinds of cooking that the kitchen knows: “halal”, “vegan”.
    /// Seen on: meals.
    pub diets: Vec<Text>,
    /// Soft food and help to eat.
    /// Seen on: meals, statement-of-purpose/extra.
    pub help_to_eat: Vec<Text>,
    /// Where you can eat.
    /// Seen on: meals.
    pub where_to_eat: Option<Text>,
    /// Eating with visitors.
    /// Seen on: meals.
    pub with_visitors: Option<Text>,
    /// What a visitor's meal costs.
    /// Seen on: meals.
    pub visitor_meal: Option<Money>,
    /// How allergens are told and kept apart.
    /// Seen on: meals.
    pub allergens: Option<Text>,
    /// The food hygiene rating, from 0 to 5.
    /// Seen on: meals.
    pub hygiene_rating: Option<Count>,
    /// The day of that rating.
    /// Seen on: meals.
    pub hygiene_on: Option<Date>,
}

/// One meal.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meal {
    /// Its name.
    /// Seen on: meals.
    pub name: Text,
    /// Its usual time: “7am to 11am”.
    /// Seen on: meals.
    pub time: Text,
    /// What it is like.
    /// Seen on: meals.
    pub about: Option<Text>,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// What it is.
    /// Seen on: faith-and-culture, things-to-do.
    pub what: Text,
    /// When: “Tuesdays at 2pm”.
    /// Seen on: faith-and-culture, things-to-do.
    pub when: Option<Text>,
    /// Whose idea it was, or what it is like.
    /// Seen on: faith-and-culture, things-to-do.
    pub about: Option<Text>,
}

/// Getting out into the world: what everybody else can use, whatever their age.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OutAndAbout {
    /// Going out as one likes.
    /// Seen on: getting-out, statement-of-purpose/extra.
    pub going_out: Vec<Text>,
    /// Transport.
    /// Seen on: getting-out.
    pub transport: Vec<Text>,
    /// Leisure: library, cinema, sport.
    /// Seen on: getting-out.
    pub leisure: Vec<Text>,
    /// Learning.
    /// Seen on: getting-out.
    pub learning: Vec<Text>,
    /// Paid or unpaid work.
    /// Seen on: getting-out.
    pub work: Vec<Text>,
    /// Health services outside.
    /// Seen on: getting-out.
    pub health: Vec<Text>,
    /// Housing: finding out about other places to live.
    /// Seen on: getting-out.
    pub housing: Vec<Text>,
    /// Voting.
    /// Seen on: getting-out.
    pub voting: Option<Text>,
}

/// Faith and culture.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Faith {
    /// Services and visits: what and when.
    pub services: Vec<Activity>,
    /// Anyone who comes when asked.
    /// Seen on: faith-and-culture, statement-of-purpose/extra.
    pub on_request: Option<Text>,
    /// A quiet place.
    /// Seen on: faith-and-culture, statement-of-purpose/extra.
    pub quiet_place: Option<Text>,
    /// Washing, dressing, food, who helps.
    /// Seen on: faith-and-culture, statement-of-purpose/extra.
    pub customs: Vec<Text>,
    /// Language and culture.
    /// Seen on: faith-and-culture.
    pub culture: Vec<Text>,
}

/// Pets.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Pets {
    /// Animals that live here.
    /// Seen on: pets.
    pub live_here: Vec<Text>,
    /// Bringing one's own.
    /// Seen on: pets.
    pub your_own: Option<Text>,
    /// Animals that visit.
    /// Seen on: pets.
    pub visiting: Option<Text>,
}

/// A person's own money.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MoneyMatters {
    /// Keeping it oneself, the safe, the home's account, receipts. A sentence each.
    /// Seen on: life-here.
    pub looking_after_it: Vec<Text>,
    /// What nobody here will do: be an attorney, witness a will.
    /// Seen on: life-here.
    pub we_will_not: Vec<Text>,
}
