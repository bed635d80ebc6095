//! What a home says about itself: one subject a file, as the manager wrote it.
//!
//! Comes from: `read::home`, out of `content/<home>/*.yaml`. Goes to: `compose`, which gives it to the words as it stands here:
//! the key `visiting.overnight` of the file `visiting.yaml` is `visiting.overnight` in a words file too. Every key may be left
//! out unless its comment says that it must be there.

pub mod advocacy;
pub mod community;
pub mod complaints;
pub mod contact;
pub mod daily_life;
pub mod date;
pub mod decisions;
pub mod fees;
pub mod finding_us;
pub mod health;
pub mod identity;
pub mod moving_in;
pub mod notices;
pub mod number;
pub mod papers;
pub mod payer;
pub mod people;
pub mod photographs;
pub mod provider;
pub mod reach;
pub mod rooms;
pub mod safety;
pub mod self_assessment;
pub mod service;
pub mod statement;
pub mod terms;
pub mod units;
pub mod visiting;
pub mod voice;
pub mod week;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::country::{Profile, Profiles};
use crate::name::Name;
use crate::text::{Language, Public, Span, placed};

/// A public text in a home's file.
pub type Text = crate::text::Text<Public>;

/// A home, from all its files. A file that is not there is an empty one.
#[derive(Debug, Clone, Serialize)]
pub struct Home {
    /// The name of the home's folder: what `--home` takes and what its output is called.
    #[serde(skip)]
    pub folder: Name,
    /// `home.yaml`: what identifies the home, where it is, whom it is for. It must be there.
    pub home: identity::Identity,
    /// `provider.yaml`: who runs it.
    pub provider: provider::Provider,
    /// `people.yaml`: who works here.
    pub people: people::People,
    /// `rooms.yaml`: rooms and shared places.
    pub rooms: rooms::Rooms,
    /// `units.yaml`: the parts of the home, where it has several.
    pub units: units::Units,
    /// `daily-life.yaml`: days, meals, things to do, faith, pets, money.
    pub daily_life: daily_life::DailyLife,
    /// `visiting.yaml`: visitors and going out.
    pub visiting: visiting::Visiting,
    /// `moving-in.yaml`: moving in, settling, moving on.
    pub moving_in: moving_in::MovingIn,
    /// `health.yaml`: health, medicines, plans, care at the end of life.
    pub health: health::Health,
    /// `decisions.yaml`: how people decide and are helped to.
    pub decisions: decisions::Decisions,
    /// `advocacy.yaml`: someone on the resident's side.
    pub advocacy: advocacy::Advocacy,
    /// `complaints.yaml`: what to do if you are unhappy.
    pub complaints: complaints::Complaints,
    /// `fees.yaml`: what it costs and what the contract says.
    pub fees: fees::Fees,
    /// `voice.yaml`: meetings, surveys, what changed because people spoke.
    pub voice: voice::Voice,
    /// `community.yaml`: the neighbourhood, and what the home does in it.
    pub community: community::Community,
    /// `safety.yaml`: fire, safeguarding, data, how quality is checked.
    pub safety: safety::Safety,
    /// `finding-us.yaml`: how to get here.
    pub finding_us: finding_us::FindingUs,
    /// `statement.yaml`: the Statement of Purpose itself: version, dates, aims.
    pub statement: statement::Statement,
    /// `week.yaml`: what there is to eat and to do this week.
    pub week: week::Week,
    /// `notices.yaml`: what everybody should know for a while.
    #[serde(skip)]
    pub notices: notices::Notices,
    /// `papers.yaml`: who approved the papers.
    #[serde(skip)]
    pub papers: papers::Papers,
    /// `photos.yaml`: the photographs.
    #[serde(skip)]
    pub photographs: photographs::Photographs,
    /// `self-assessment.yaml`: for the home's own use; never printed.
    #[serde(skip)]
    pub self_assessment: self_assessment::SelfAssessment,
    /// `services/*.yaml`, in the order of their `order` key and then of their names.
    pub services: Vec<service::Service>,
    /// `contacts/*.yaml`, of the home and of every folder above it; the nearest wins.
    #[serde(skip)]
    pub contacts: Vec<contact::Contact>,
    /// `pages/*.md`: free pages, as the letters of their files.
    #[serde(skip)]
    pub pages: Vec<FreePage>,
    /// `contract.md`: the home's own contract, or a sample of it, as the letters of its file.
    #[serde(skip)]
    pub contract: Option<FreePage>,
}

impl Home {
    /// The facts of the country it is in.
    #[must_use]
    pub fn profile<'a>(&self, profiles: &'a Profiles) -> &'a Profile {
        profiles.of(self.home.country.as_ref().map(|country| country.id.as_str()))
    }
}

/// A page that the home wrote in Markdown.
#[derive(Debug, Clone)]
pub struct FreePage {
    /// What it is called on the website.
    pub id: Name,
    /// Its file's name without the ending, as it was written.
    pub written: String,
    /// The number of its file.
    pub file: u32,
    /// What stands between the two lines `---` at its top.
    pub front: Front,
    /// The rest of its letters, with blank lines in the place of those at the top: each line keeps its number.
    pub markdown: String,
}

/// Where a free page belongs, between the two lines `---` at its top.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Front {
    /// Its group in the menu.
    pub group: Option<Id>,
    /// Its short name in the menu; its title where there is none.
    pub label: Option<String>,
    /// The drawing at its head.
    pub drawing: Option<String>,
    /// The language of its words, where it is another than that of the other pages: `Welsh`.
    pub language: Option<Language>,
}

/// The id of a person or a contact, written elsewhere: `lead: hollis`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Id {
    /// The id.
    pub id: String,
    /// Where it is written.
    pub span: Span,
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        Ok(Self { id: words.trim().to_owned(), span })
    }
}

/// Into the words it goes bare: a words file looks the person or contact up by it.
impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id)
    }
}
