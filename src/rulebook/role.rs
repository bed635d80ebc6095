//! Who somebody is to a care home.

use bitflags::bitflags;
use serde::{Deserialize, Serialize};

bitflags! {
    /// Who somebody is to a care home; a word can stand for several.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(transparent)]
    pub(crate) struct Role: u16 {
        const RESIDENT = 1;
        /// Somebody: people, anyone, they.
        const GENERIC = 1 << 1;
        const YOU = 1 << 2;
        const VISITOR = 1 << 3;
        const STAFF = 1 << 4;
        const HOME = 1 << 5;
        const LAW = 1 << 6;
        const OUTSIDE = 1 << 7;
        const ANIMAL = 1 << 8;
        const BELONGING = 1 << 9;
        /// Somebody called by name.
        const NAMED = 1 << 10;
        /// Anything else.
        const THING = 1 << 11;
        /// Nobody: the sentence tells the reader to do something, or names nothing that does it.
        const NOBODY = 1 << 12;
        /// A word that stands for people after “the”: “the frail”.
        const GROUP = 1 << 13;
        /// Everyone a rule of the home could bind who does not work there.
        const PERSON = Self::RESIDENT.bits() | Self::GENERIC.bits() | Self::YOU.bits() | Self::VISITOR.bits();
    }
}

impl Role {
    /// Each name in `roles.yaml` and in patterns.
    const NAMES: [(&str, Role); 20] = [
        ("resident", Role::RESIDENT),
        ("generic", Role::GENERIC),
        ("you", Role::YOU),
        ("visitor", Role::VISITOR),
        ("staff", Role::STAFF),
        ("home", Role::HOME),
        ("law", Role::LAW),
        ("outside", Role::OUTSIDE),
        ("animal", Role::ANIMAL),
        ("belonging", Role::BELONGING),
        ("named", Role::NAMED),
        ("thing", Role::THING),
        ("nobody", Role::NOBODY),
        ("group", Role::GROUP),
        ("person", Role::PERSON),
        ("they", Role::RESIDENT.union(Role::GENERIC).union(Role::NAMED)),
        ("living", Role::RESIDENT.union(Role::GENERIC).union(Role::YOU)),
        ("us", Role::STAFF.union(Role::HOME)),
        ("others", Role::STAFF.union(Role::HOME).union(Role::LAW).union(Role::OUTSIDE)),
        ("any", Role::all()),
    ];

    /// The role, or roles, with this name.
    pub(crate) fn named(name: &str) -> Option<Role> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }
}
