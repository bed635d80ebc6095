//! Everyday life as one resident likes it: routines, food, things to do, their week, pets, post.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;

/// One part of the day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Routine {
    /// When: “In the morning”. It must be there.
    /// Class: P. Printed in: book, about-me.
    pub when: Text,
    /// What they do and like, in their own words: “I wake at six and like tea in bed.” It must be there.
    /// Class: P. Printed in: book, about-me.
    pub what: Text,
}

/// Food and drink.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Food {
    /// What they like, one each: “porridge with salt”.
    /// Class: P. Printed in: book, about-me.
    pub likes: Vec<Text>,
    /// What they do not like, one each.
    /// Class: P. Printed in: book, about-me.
    pub dislikes: Vec<Text>,
    /// Drinks, one each: “tea, strong, with two sugars”.
    /// Class: P. Printed in: book, about-me.
    pub drinks: Vec<Text>,
    /// Where and with whom they like to eat, in their own words.
    /// Class: P. Printed in: book.
    pub where_you_eat: Option<Text>,
    /// Help with eating and drinking, in their own words.
    /// Class: S. Printed in: book, about-me.
    pub help: Vec<Text>,
    /// What they must not have, one each: “nuts”.
    /// Class: S. Printed in: book, about-me.
    pub allergies: Vec<Text>,
    /// How food and drink are made for them, one each: “soft food, level 6”.
    /// Class: S. Printed in: book, about-me.
    pub diet: Vec<Text>,
}

/// Something to do that grows out of a life.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ThingToDo {
    /// What: “Sewing table in the garden room”. It must be there.
    /// Class: P. Printed in: book.
    pub what: Text,
    /// When: “Tuesdays at 2pm”.
    /// Class: P. Printed in: book.
    pub when: Option<Text>,
    /// Why it is for them: “You made dresses for forty years.” A sentence to the resident as “you”.
    /// Class: P. Printed in: book.
    pub because: Option<Text>,
}

/// One day of a resident's own week.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnDay {
    /// Its name: “Monday”. It must be there.
    /// Class: P. Printed in: my-week.
    pub day: Text,
    /// What there is, each with its time: “10am: knitting with Priti”. It must be there.
    /// Class: P. Printed in: my-week.
    pub plans: Vec<Text>,
}

/// Pets, and things somebody brought.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Brought {
    /// Pets, and who looks after them. A sentence each, to the resident as “you”.
    /// Class: P. Printed in: book.
    pub pets: Vec<Text>,
    /// Things, one each: “your sewing machine”.
    /// Class: P. Printed in: book.
    pub things: Vec<Text>,
}

/// Voting, post and telephone.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PostAndPhone {
    /// How they vote: never for whom. A sentence to the resident as “you”.
    /// Class: P. Printed in: book, with a yes to `voting`.
    pub voting: Option<Text>,
    /// What they want done with their post. A sentence to the resident as “you”.
    /// Class: P. Printed in: book.
    pub post: Option<Text>,
    /// How they telephone or see people from far away. A sentence to the resident as “you”.
    /// Class: P. Printed in: book.
    pub phone: Option<Text>,
}
