//! What a word can do in a sentence.

use bitflags::bitflags;
use serde::{Deserialize, Serialize};

bitflags! {
    /// What a word can do in a sentence; a word can do several.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(transparent)]
    pub(crate) struct Class: u32 {
        const DET = 1;
        const PREP = 1 << 1;
        const CONJ = 1 << 2;
        const BE = 1 << 3;
        const HAVE = 1 << 4;
        const DO = 1 << 5;
        const MODAL = 1 << 6;
        const NEG = 1 << 7;
        const PRON = 1 << 8;
        const REL = 1 << 9;
        const SUB = 1 << 10;
        const ADV = 1 << 11;
        const NUM = 1 << 12;
        /// Hardly ever a noun.
        const VERB = 1 << 13;
        /// A verb in one place, a noun in another.
        const EITHER = 1 << 14;
        /// A form in -ed or an irregular participle of a known verb.
        const ED = 1 << 15;
        /// A form in -ing of a known verb.
        const ING = 1 << 16;
        const TO = 1 << 17;
        /// The ’s or ’ of an owner.
        const POSS = 1 << 18;
        /// A mark that ends a clause, or may.
        const STOP = 1 << 19;
        /// A comma.
        const COMMA = 1 << 20;
        /// A bracket or another sign that words stand between.
        const SIGN = 1 << 21;
        /// Every word has it where a word is looked at from beside it: a neighbour that may be anything asks for this.
        const EVERY = 1 << 31;
        /// Everything that helps a verb.
        const AUX = Self::BE.bits() | Self::HAVE.bits() | Self::DO.bits() | Self::MODAL.bits();
    }
}

impl Class {
    /// Each name in `grammar.yaml` and in patterns.
    pub(crate) const NAMES: [(&str, Class); 18] = [
        ("det", Class::DET),
        ("prep", Class::PREP),
        ("conj", Class::CONJ),
        ("be", Class::BE),
        ("have", Class::HAVE),
        ("do", Class::DO),
        ("modal", Class::MODAL),
        ("neg", Class::NEG),
        ("pron", Class::PRON),
        ("rel", Class::REL),
        ("sub", Class::SUB),
        ("adv", Class::ADV),
        ("num", Class::NUM),
        ("verb", Class::VERB),
        ("either", Class::EITHER),
        ("stop", Class::STOP),
        ("ed", Class::ED),
        ("ing", Class::ING),
    ];

    /// The class with this name.
    pub(crate) fn named(name: &str) -> Option<Class> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }
}
