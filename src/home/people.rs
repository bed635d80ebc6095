//! `people.yaml`: who works here, and the people named in public, each with the day they said yes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::number::{Count, Decimal, Percent};
use super::reach::{Address, Email, Phone};
use super::{Id, Text};

/// Who works here.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct People {
    /// People who are named in public. Anywhere else they are mentioned by `id`.
    pub named: Vec<Person>,
    /// Who is the registered manager: one or more posts.
    pub registered_managers: Vec<ManagerPost>,
    /// Where no manager is registered: why, and who leads meanwhile.
    pub manager_vacancy: Option<Vacancy>,
    /// Who speaks for the provider to the inspector, by `id`.
    /// Seen on: people, statement-of-purpose/part-1.
    pub nominated_individual: Option<Id>,
    /// In Wales: the responsible individual, whom the law makes answer for this home, by `id`. It is another post than the nominated
    /// individual (WSI 2017/1098, Schedule 2, (f)).
    pub responsible_individual: Option<Id>,
    /// What the manager wants to say to the reader, in their own words.
    /// Seen on: people.
    pub manager_says: Vec<Text>,
    /// Nursing, in a home with nurses.
    pub nursing: Nursing,
    /// The roles people meet.
    pub roles: Vec<Role>,
    /// How many people are on duty.
    pub on_duty: Vec<Shift>,
    /// How the number of staff is decided, in a sentence.
    /// Seen on: people, statement-of-purpose/part-3.
    pub how_numbers_are_set: Option<Text>,
    /// What happens when somebody is ill or away.
    /// Seen on: people, statement-of-purpose/part-3.
    pub when_short: Option<Text>,
    /// What staff have learned.
    pub training: Vec<Training>,
    /// How staff are supported and watched at work, a sentence each.
    /// Seen on: people, statement-of-purpose/part-3.
    pub supervision: Vec<Text>,
    /// How a wish that a resident tells one person reaches everybody who helps.
    /// Seen on: key-worker, people.
    pub handover: Option<Text>,
    /// How long staff stay.
    pub continuity: Option<Continuity>,
    /// Languages that somebody here speaks.
    /// Seen on: people, statement-of-purpose/part-3.
    pub languages: Vec<Text>,
    /// How staff are chosen, a sentence each.
    /// Seen on: people, statement-of-purpose/part-3.
    pub recruitment: Vec<Text>,
    /// Volunteers: how many, and what they do.
    pub volunteers: Option<Volunteers>,
    /// What the home believes in, each with what can be seen of it.
    pub values: Vec<Value>,
    /// Examples of residents doing or deciding something, a sentence or two each.
    /// Seen on: people, statement-of-purpose/part-2.
    pub enabling_examples: Vec<Text>,
    /// How staff have their say.
    /// Seen on: people.
    pub staff_voice: Option<Text>,
    /// What staff do when they see something wrong, a sentence each.
    /// Seen on: people, safety.
    pub speaking_up: Vec<Text>,
}

/// Somebody named in public. Without `agreed_on`, or from the day `leaving_on`, only the role is shown.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// A short name for use in these files: `hollis`. It must be there.
    pub id: Id,
    /// The name as it is shown.
    /// Seen on: complaints, complaints-more, decisions, easy-read/complaints, freedom, getting-out, health, moving-in, papers/advocacy, papers/reception, people, services/…, statement-of-purpose/extra, statement-of-purpose/part-3, statement-of-purpose/part-4, visiting.
    pub name: Option<Text>,
    /// What people call them, where one would say so: “Holly”.
    /// Seen on: complaints, complaints-more, easy-read/complaints, people.
    pub called: Option<Text>,
    /// The role, as one would say it: “the registered manager”. It must be there.
    /// Seen on: complaints, complaints-more, decisions, easy-read/complaints, freedom, getting-out, health, moving-in, people, services/…, statement-of-purpose/extra, statement-of-purpose/part-4, visiting.
    pub role: Text,
    /// The day they said yes to being named on the website and in the papers.
    pub agreed_on: Option<Date>,
    /// Their last day here. From then on the name is shown nowhere.
    pub leaving_on: Option<Date>,
    /// What they do for you, in a sentence or two.
    /// Seen on: people, statement-of-purpose/part-4.
    pub about: Option<Text>,
    /// When they are usually here.
    /// Seen on: complaints-more, people, services/…, statement-of-purpose/part-4.
    pub usually_here: Option<Text>,
    /// A number of their own.
    /// Seen on: complaints-more, contract, fees, freedom, moving-in, people, privacy, services/…, statement-of-purpose/part-4.
    pub phone: Option<Phone>,
    /// An email address of their own.
    /// Seen on: complaints-more, contract, fees, people, privacy, services/…, statement-of-purpose/part-4.
    pub email: Option<Email>,
    /// Qualifications and experience, one each.
    /// Seen on: people, statement-of-purpose/part-4.
    #[serde(default)]
    pub qualifications: Vec<Text>,
}

impl Person {
    /// Whether they may be named on a day: they said yes, and have not left.
    #[must_use]
    pub fn may_be_named(&self, today: jiff::civil::Date) -> bool {
        self.agreed_on.is_some_and(|date| date.day() <= today) && self.leaving_on.is_none_or(|date| date.day() > today)
    }
}

/// A registered manager's post.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ManagerPost {
    /// The person, by `id`. It must be there.
    /// Seen on: decisions, freedom, getting-out, health, moving-in, papers/reception, people, statement-of-purpose/part-3, statement-of-purpose/part-4, visiting.
    pub person: Id,
    /// The year or day they began: “2022”.
    /// Seen on: people, statement-of-purpose/part-4.
    pub since: Option<Text>,
    /// The places they manage, with their time at each.
    #[serde(default)]
    pub places: Vec<ManagedPlace>,
    /// The regulated activities they manage.
    /// Seen on: statement-of-purpose/part-4.
    #[serde(default)]
    pub activities: Vec<Id>,
    /// How the post is shared, where it is.
    pub job_share: Option<Text>,
    /// Where the inspector may send this manager notices. Without it the Statement is not complete.
    /// Schedule 3, paragraph 3(b), of SI 2009/3112 wants it of each registered manager.
    pub address_for_notices: Option<Address>,
    /// `yes` or `no`: whether this manager agrees to notices by email.
    /// Seen on: statement-of-purpose/part-4.
    pub notices_by_email: Option<bool>,
    /// The email address for notices. It is printed only where `notices_by_email` is `yes`.
    pub email_for_notices: Option<Email>,
}

/// A place somebody manages.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ManagedPlace {
    /// Its name.
    /// Seen on: statement-of-purpose/part-4.
    pub name: Text,
    /// How much of their time.
    /// Seen on: statement-of-purpose/part-4.
    pub percent: Percent,
}

/// A post that nobody holds.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vacancy {
    /// Since when, and why.
    /// Seen on: people, statement-of-purpose/part-4.
    pub why: Text,
    /// Who leads meanwhile.
    /// Seen on: papers/reception, people, statement-of-purpose/part-4.
    pub meanwhile: Text,
    /// The last day on which somebody held the post.
    /// Seen on: people, statement-of-purpose/part-4.
    pub since: Option<Date>,
    /// Who leads meanwhile, by `id`: their card and what they have learned and done are shown with the post.
    /// Seen on: decisions, freedom, getting-out, health, moving-in, people, statement-of-purpose/part-4, visiting.
    pub interim: Option<Id>,
    /// `yes` or `no`: whether an application for a registered manager has been sent to the inspector.
    /// Seen on: people, statement-of-purpose/part-4.
    pub applied: Option<bool>,
}

/// Nurses, and who leads them.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Nursing {
    /// Who leads the nurses, by `id`.
    /// Seen on: people, statement-of-purpose/part-3.
    pub clinical_lead: Option<Id>,
    /// Whether a nurse is here: “A nurse is in charge on every shift, by day and by night.”
    /// Seen on: people, statement-of-purpose/part-3.
    pub in_charge: Option<Text>,
    /// `yes` where everybody who has nursing care has a named nurse.
    /// Seen on: people, statement-of-purpose/part-3.
    pub named_nurse: Option<bool>,
    /// What the named nurse does, one each.
    /// Seen on: people, statement-of-purpose/part-3.
    pub named_nurse_does: Vec<Text>,
    /// How the nurses' registration is checked, and how they keep it up (revalidation), a sentence each.
    /// Seen on: people, statement-of-purpose/part-3.
    pub checks: Vec<Text>,
}

/// A role people meet.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The role: “Care workers”.
    /// Seen on: people, statement-of-purpose/part-3.
    pub role: Text,
    /// How many people: “7 in the morning, 6 in the evening”.
    /// Seen on: people, statement-of-purpose/part-3.
    pub number: Option<Text>,
    /// What they do for you.
    /// Seen on: people, statement-of-purpose/part-3.
    pub does: Text,
}

/// Who is on duty at one time of the day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// When: “In the morning”.
    /// Seen on: people, statement-of-purpose/part-3.
    pub when: Text,
    /// Who: “a senior care worker and 7 care workers”.
    /// Seen on: people, statement-of-purpose/part-3.
    pub who: Text,
}

/// One subject that staff learn.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// The subject.
    /// Seen on: people, statement-of-purpose/part-3.
    pub topic: Text,
    /// Who learns it.
    /// Seen on: people, statement-of-purpose/part-3.
    pub who: Option<Text>,
    /// How many of them have.
    /// Seen on: people, statement-of-purpose/part-3.
    pub percent: Option<Percent>,
    /// The day that was counted.
    /// Seen on: people, statement-of-purpose/part-3.
    pub on: Option<Date>,
}

/// How long staff stay.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Continuity {
    /// How many years people have worked here, on average.
    /// Seen on: people, statement-of-purpose/part-3.
    pub average_years: Option<Decimal>,
    /// How many left within a year.
    /// Seen on: people, statement-of-purpose/part-3.
    pub turnover_percent: Option<Percent>,
    /// How many hours were worked by agency staff.
    /// Seen on: people, statement-of-purpose/part-3.
    pub agency_percent: Option<Percent>,
    /// The day that was counted.
    /// Seen on: people, statement-of-purpose/part-3.
    pub on: Option<Date>,
    /// What the home does so that you meet the same faces.
    /// Seen on: people, statement-of-purpose/part-3.
    pub same_faces: Option<Text>,
}

/// People who give their time.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Volunteers {
    /// How many.
    /// Seen on: people.
    pub number: Option<Count>,
    /// What they do.
    /// Seen on: people.
    pub does: Text,
}

/// Something the home believes in, and what can be seen of it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// What it believes in.
    /// Seen on: people, statement-of-purpose/part-2.
    pub value: Text,
    /// What is done because of it.
    /// Seen on: people, statement-of-purpose/part-2.
    pub seen_in: Text,
}
