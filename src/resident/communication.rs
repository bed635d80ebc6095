//! How a resident and the staff understand each other.
//!
//! Source: NHS England, Accessible Information Standard, DAPB1605 Amd 30/2025: identify, record, flag, share, meet, review.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidential, Text};
use crate::home::date::Date;

/// Communication needs, step by step.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Communication {
    /// Step 1: the day they were asked.
    /// Class: S. Printed in: book.
    pub asked_on: Option<Confidential<Date>>,
    /// Step 2: what they need when people talk with them, from a fixed list.
    /// Class: S. Printed in: book, about-me.
    pub support: Vec<Support>,
    /// Step 2: which formats they read or hear, from a fixed list, beside the pack's own print.
    /// Class: S. Printed in: book, about-me.
    pub formats: Vec<OtherFormat>,
    /// Step 2: what helps, in their own words, a sentence each: “Face me when you talk.”
    /// Class: S. Printed in: book, about-me.
    pub what_helps: Vec<Text>,
    /// How they show yes, no or pain where words are hard, a sentence each.
    /// Class: S. Printed in: book; about-me, with a yes to `about-me`.
    pub without_words: Vec<Text>,
    /// Step 3: the day it was flagged in the plan of care.
    /// Class: S.
    pub flagged_on: Option<Confidential<Date>>,
    /// Step 4: with whom it is shared: “your GP”. Printed with a yes to `sharing`.
    /// Class: S. Printed in: book.
    pub shared_with: Vec<Text>,
    /// Step 5: the day it was last seen to be met.
    /// Class: S.
    pub met_on: Option<Confidential<Date>>,
    /// Step 6: the day it was last looked at with them.
    /// Class: S. Printed in: book.
    pub reviewed_on: Option<Confidential<Date>>,
}

/// Help with talking together, as the Standard lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Support {
    /// A British Sign Language interpreter.
    BslInterpreter,
    /// Somebody who signs by hand for deafblind people.
    DeafblindManual,
    /// A lipspeaker.
    Lipspeaker,
    /// Speech turned into text.
    SpeechToText,
    /// A hearing loop.
    HearingLoop,
    /// More time.
    LongerAppointment,
    /// An advocate.
    Advocate,
    /// A communication book.
    CommunicationBook,
    /// Talking mats.
    TalkingMats,
}

/// Formats beside the pack's own print, as the Standard lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OtherFormat {
    /// Easy Read.
    EasyRead,
    /// Braille, uncontracted.
    #[serde(rename = "braille-grade-1")]
    BrailleGrade1,
    /// Braille, contracted.
    #[serde(rename = "braille-grade-2")]
    BrailleGrade2,
    /// A recording.
    Audio,
    /// A film in British Sign Language.
    BslVideo,
    /// Text by email.
    EmailText,
    /// Read to them, face to face.
    ReadAloud,
    /// Makaton or symbols.
    Symbols,
    /// Moon.
    Moon,
}

/// Sight, hearing and memory as the person wants them said; never a diagnosis. With a yes to `senses`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Senses {
    /// Seeing, in their own words: “I see best with the lamp on my left.”
    /// Class: S. Printed in: book, about-me.
    pub seeing: Vec<Text>,
    /// Hearing, in their own words.
    /// Class: S. Printed in: book, about-me.
    pub hearing: Vec<Text>,
    /// Remembering, in their own words.
    /// Class: S. Printed in: book, about-me.
    pub remembering: Vec<Text>,
    /// Noise, light, touch and crowds, in their own words.
    /// Class: S. Printed in: book, about-me.
    pub surroundings: Vec<Text>,
}

/// Getting about.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MovingAbout {
    /// How they get about, in their own words.
    /// Class: S. Printed in: book, about-me.
    pub how: Vec<Text>,
    /// What they use, one each: “a frame”.
    /// Class: S. Printed in: book, about-me.
    pub uses: Vec<Text>,
}
