//! `rooms.yaml`: rooms of one's own and shared places.

use serde::{Deserialize, Serialize};

use super::Text;
use super::number::{Count, Decimal};

/// Rooms and shared places.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rooms {
    /// Kinds of rooms.
    pub kinds: Vec<RoomKind>,
    /// What every room has, one each.
    pub every_room_has: Vec<Text>,
    /// Rooms for couples or friends.
    pub couples: Option<Text>,
    /// Lock, key and lockable drawer.
    pub lock_and_key: Option<Text>,
    /// What you can bring, one each.
    pub bring: Vec<Text>,
    /// What we ask you to talk over with us first, each with its reason.
    pub talk_first: Vec<Text>,
    /// How a room can be made one's own: paint, pictures, furniture.
    pub make_it_yours: Option<Text>,
    /// Shared places.
    pub shared: Vec<Place>,
    /// Bathrooms, a sentence each.
    pub bathrooms: Vec<Text>,
    /// Help with getting about: lift, level floors, hearing loop. A sentence each.
    pub getting_about: Vec<Text>,
    /// What makes the house easier for somebody living with dementia or finding senses overwhelming.
    pub easy_to_find_your_way: Vec<Text>,
    /// Who may come in, and how they ask.
    pub privacy: Option<Text>,
    /// When a move to another room may come up, and who decides.
    pub moving_rooms: Option<Text>,
}

/// A kind of room.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RoomKind {
    /// What it is called: “Single room with a wet room”.
    pub name: Text,
    /// How many there are.
    pub number: Count,
    /// Its size in square metres, or the smallest of several.
    pub from_m2: Option<Decimal>,
    /// The largest, where they differ.
    pub to_m2: Option<Decimal>,
    /// Where they are, or whom they suit.
    pub about: Option<Text>,
}

/// A place that everybody shares.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name.
    pub name: Text,
    /// What it is like, or what happens there.
    pub about: Option<Text>,
}
