//! Every key that can stand in a file: what it means, what is written there, where it is seen. Told by the model's own types and comments,
//! so that what `explain` says, what an editor shows and what `docs/files` lists is what is read.
//!
//! Comes from: [`home`](crate::home) and [`resident`](crate::resident), by asking their types. Goes to: `command`.

mod asked;
mod choices;
mod country;
mod kinds;
mod order;
mod page;
mod question;
mod schema;

use std::sync::LazyLock;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::home::{
    Front, advocacy, community, complaints, contact, daily_life, decisions, fees, finding_us, health, identity,
    moving_in, notices, papers, people, photographs, provider, rooms, safety, self_assessment, service, statement,
    units, visiting, voice, week,
};
use crate::resident::Resident;

pub use asked::{Answer, asked};
pub use country::in_country;
pub use order::{Ask, Condition, First, KindOfHome, Step, Subject, What, first, subjects};
pub use page::{contents, key as written, listed};
pub use question::Question;
pub use schema::schema;

/// A kind of file, and the type that is read from it.
#[derive(Debug, Clone, Copy)]
pub struct FileOf {
    /// Where it lies in the folder of a home; `*` stands for any name.
    pub path: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// Its keys, as its type has them.
    schema: fn(&mut SchemaGenerator) -> Schema,
    /// What is asked for each of its keys, as letters of our own; empty for a record, which has questions of another kind.
    questions: &'static str,
}

/// A kind of file, with its type, what it is about and its questions.
macro_rules! file {
    ($kind:ty, $path:literal, $questions:literal, $about:literal) => {
        FileOf {
            path: $path,
            about: $about,
            schema: <$kind as JsonSchema>::json_schema,
            questions: include_str!(concat!("keys/questions/", $questions)),
        }
    };
}

/// Every kind of file, in the order in which somebody who begins would meet them.
pub const FILES: [FileOf; 27] = [
    file!(
        identity::Identity,
        "home.yaml",
        "home.yaml",
        "What identifies the home, where it is, whom it is for. It must be there."
    ),
    file!(provider::Provider, "provider.yaml", "provider.yaml", "Who runs the home."),
    file!(people::People, "people.yaml", "people.yaml", "Who works here."),
    file!(rooms::Rooms, "rooms.yaml", "rooms.yaml", "Rooms of one’s own and shared places."),
    file!(units::Units, "units.yaml", "units.yaml", "The parts of the home, where it has several."),
    file!(
        daily_life::DailyLife,
        "daily-life.yaml",
        "daily-life.yaml",
        "Days, meals, things to do, faith, pets, money."
    ),
    file!(visiting::Visiting, "visiting.yaml", "visiting.yaml", "Visitors and going out."),
    file!(moving_in::MovingIn, "moving-in.yaml", "moving-in.yaml", "Moving in, settling, moving on."),
    file!(health::Health, "health.yaml", "health.yaml", "Health, medicines, plans, care at the end of life."),
    file!(decisions::Decisions, "decisions.yaml", "decisions.yaml", "How people decide, and are helped to."),
    file!(advocacy::Advocacy, "advocacy.yaml", "advocacy.yaml", "Someone on the resident’s side."),
    file!(complaints::Complaints, "complaints.yaml", "complaints.yaml", "What to do if you are unhappy."),
    file!(fees::Fees, "fees.yaml", "fees.yaml", "What it costs, and what the contract says."),
    file!(voice::Voice, "voice.yaml", "voice.yaml", "Meetings, surveys, what changed because people spoke."),
    file!(community::Community, "community.yaml", "community.yaml", "The neighbourhood, and what the home does in it."),
    file!(safety::Safety, "safety.yaml", "safety.yaml", "Fire, safeguarding, data, how quality is checked."),
    file!(finding_us::FindingUs, "finding-us.yaml", "finding-us.yaml", "How to get here."),
    file!(
        statement::Statement,
        "statement.yaml",
        "statement.yaml",
        "The Statement of Purpose itself: version, dates, aims."
    ),
    file!(
        self_assessment::SelfAssessment,
        "self-assessment.yaml",
        "self-assessment.yaml",
        "For the home’s own use. Nothing of it is printed."
    ),
    file!(week::Week, "week.yaml", "week.yaml", "What there is to eat and to do this week."),
    file!(notices::Notices, "notices.yaml", "notices.yaml", "What everybody should know for a while."),
    file!(papers::Papers, "papers.yaml", "papers.yaml", "Who approved the papers."),
    file!(
        photographs::Photographs,
        "photos.yaml",
        "photos.yaml",
        "The photographs, with words for those who cannot see them."
    ),
    file!(
        service::Service,
        "services/*.yaml",
        "services.yaml",
        "A service, a file each: for whom, what it is, what you can count on."
    ),
    file!(
        contact::Contact,
        "contacts/*.yaml",
        "contacts.yaml",
        "Somebody to ring or write to, a file each. Homes can share a folder of them."
    ),
    file!(
        Front,
        "pages/*.md",
        "pages.yaml",
        "A page of your own in Markdown. The keys stand between two lines of --- at its top."
    ),
    FileOf {
        path: "residents/*.yaml",
        about: "A resident’s record, in the private folder. Nothing of it is ever public.",
        schema: Resident::json_schema,
        questions: "",
    },
];

impl FileOf {
    /// The keys that are asked for, by the ways to them.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        question::questions(self).into_keys().collect()
    }
}

/// A key that can stand in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The kind of file, by its path: `rooms.yaml`.
    pub file: &'static str,
    /// The way to it in the file: `kinds`, `number`.
    pub steps: Vec<String>,
    /// The way to it with a sign for each list, as questions name it: `kinds[].number`.
    pub way: String,
    /// What it means.
    pub meaning: String,
    /// What is written there.
    pub written: Written,
    /// Whether there are several, each after a dash.
    pub several: bool,
    /// Whether it must be there, where the keys around it are.
    pub must: bool,
    /// Where a reader sees it: pages, papers, or “every page”.
    pub seen_on: Vec<String>,
    /// How somebody is asked for it; none in a resident's record.
    pub question: Option<Question>,
}

/// What is written at a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Further keys.
    Keys,
    /// A value of one kind, as it is called: “a day: the year, the month, the day, as in 2026-10-01”.
    Value(String),
    /// One of these words, each with its meaning, which may be empty.
    OneOf(Vec<(String, String)>),
}

impl Key {
    /// Its own name: `number`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.steps.last().map_or("", String::as_str)
    }

    /// The way to it as it is typed: `rooms.kinds.number`.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}.{}", subject(self.file), self.steps.join("."))
    }
}

/// The kind of file that is called so, by its path or by what it is about: `rooms.yaml`, `daily_life`, `contacts`.
#[must_use]
pub fn file_of(name: &str) -> Option<&'static FileOf> {
    let about = name.replace('_', "-");
    FILES.iter().find(|file| file.path == name || subject(file.path) == about)
}

/// What a file is about, in a word: `rooms`, or `contacts` for the files of a folder.
#[must_use]
pub fn subject(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or(file)
}

/// Every key of every kind of file, each file's in the order in which its type has them.
pub static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| FILES.iter().flat_map(schema::keys).collect());
