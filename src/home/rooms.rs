//! `rooms.yaml`: rooms of one's own and shared places.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number::{Count, Decimal};
use super::{Id, Text};

/// Rooms and shared places.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Rooms {
    /// Kinds of rooms.
    pub kinds: Vec<RoomKind>,
    /// What every room has, one each.
    /// Seen on: a-to-z, moving-in, rooms, statement-of-purpose/part-3.
    pub every_room_has: Vec<Text>,
    /// Rooms for couples or friends.
    /// Seen on: rooms.
    pub couples: Option<Text>,
    /// Lock, key and lockable drawer.
    /// Seen on: rooms.
    pub lock_and_key: Option<Text>,
    /// What you can bring, one each.
    /// Seen on: moving-in, rooms.
    pub bring: Vec<Text>,
    /// What we ask you to talk over with us first, each with its reason.
    /// Seen on: moving-in, rooms.
    pub talk_first: Vec<Text>,
    /// How a room can be made one's own: paint, pictures, furniture.
    /// Seen on: moving-in, rooms.
    pub make_it_yours: Option<Text>,
    /// Shared places.
    pub shared: Vec<SharedPlace>,
    /// Bathrooms, a sentence each.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub bathrooms: Vec<Text>,
    /// Help with getting about: lift, level floors, hearing loop. A sentence each.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub getting_about: Vec<Text>,
    /// What makes the house easier for somebody living with dementia or finding senses overwhelming.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub easy_to_find_your_way: Vec<Text>,
    /// Who may come in, and how they ask.
    /// Seen on: rooms.
    pub privacy: Option<Text>,
    /// When a move to another room may come up, and who decides.
    /// Seen on: rooms.
    pub moving_rooms: Option<Text>,
}

/// A kind of room.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomKind {
    /// What it is called: “Single room with a wet room”.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub name: Text,
    /// How many there are.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub number: Count,
    /// Its size in square metres, or the smallest of several.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub from_m2: Option<Decimal>,
    /// The largest, where they differ.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub to_m2: Option<Decimal>,
    /// How many people one of them is for; one where this is left out.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub for_people: Option<Count>,
    /// The part of the home they are in, by `id`.
    pub unit: Option<Id>,
    /// Where they are, or whom they suit.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub about: Option<Text>,
}

/// A place that everybody shares.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedPlace {
    /// Its name.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub name: Text,
    /// What it is like, or what happens there.
    /// Seen on: rooms, statement-of-purpose/part-3.
    pub about: Option<Text>,
}
