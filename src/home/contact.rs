//! `contacts/*.yaml`: one contact a file, shared by every home below the folder it lies in; the nearest wins.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serialize};

use super::Text;
use super::date::Date;
use super::reach::{Address, Email, Phone, WebAddress};

/// Somebody outside the home to ring, write to or look up. A number is printed only with `checked_on`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its file's name without the ending; never written in the file.
    #[serde(skip)]
    pub id: String,
    /// Where it is written, for findings.
    #[serde(skip)]
    pub span: crate::text::Span,
    /// The name. It must be there.
    /// Seen on: complaints, easy-read/complaints, fees, safety, statement-of-purpose/extra.
    pub name: Text,
    /// The name's initials, where people use them: “CQC”.
    pub initials: Option<Text>,
    /// What kinds of help it gives.
    /// Seen on: freedom.
    #[serde(default)]
    pub kinds: Vec<ContactKind>,
    /// What they do for you, a sentence each.
    /// Seen on: complaints, fees, safety, statement-of-purpose/extra.
    #[serde(default)]
    pub does: Vec<Text>,
    /// What they do not do, a sentence each.
    /// Seen on: complaints, safety, statement-of-purpose/extra.
    #[serde(default)]
    pub does_not: Vec<Text>,
    /// For whom, where it is not for everybody.
    /// Seen on: advocacy, complaints, statement-of-purpose/extra.
    pub for_whom: Option<Text>,
    /// Numbers to ring, the first the most important.
    #[serde(default)]
    pub phones: Vec<ContactPhone>,
    /// The day somebody rang the numbers and read the website. Without it no number is printed.
    pub checked_on: Option<Date>,
    /// When they answer.
    /// Seen on: complaints, easy-read/complaints, fees.
    pub hours: Option<Text>,
    /// What the call costs: “free”, “the same as a local call”.
    /// Seen on: complaints, fees, safety, statement-of-purpose/extra.
    pub cost: Option<Text>,
    /// `yes` where people who type instead of speaking can ring through Relay UK.
    /// Seen on: complaints, fees, safety, statement-of-purpose/extra.
    pub text_relay: Option<bool>,
    /// The email address.
    /// Seen on: complaints, safety, statement-of-purpose/extra.
    pub email: Option<Email>,
    /// The website.
    /// Seen on: complaints, fees, safety, statement-of-purpose/extra.
    pub website: Option<WebAddress>,
    /// The address for letters.
    pub post: Option<Address>,
}

/// A number of a contact.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactPhone {
    /// The number. It must be there.
    /// Seen on: complaints, easy-read/complaints, fees, safety, statement-of-purpose/extra.
    pub number: Phone,
    /// When or for what, where there are several: “By day”.
    /// Seen on: complaints, easy-read/complaints, safety, statement-of-purpose/extra.
    pub label: Option<Text>,
}

/// Kinds of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ContactKind {
    /// Danger now, abuse.
    Danger,
    /// Somebody on your side.
    Advocacy,
    /// Complaints that the home did not settle.
    Complaint,
    /// The inspector.
    Regulator,
    /// The council.
    Council,
    /// The NHS.
    Nhs,
    /// Advice of any kind.
    Advice,
    /// Money and benefits.
    Money,
    /// The contract, consumer rights.
    Contract,
    /// Rights in care.
    Rights,
    /// Dementia.
    Dementia,
    /// Sight or hearing.
    Senses,
    /// Carers.
    Carers,
    /// Learning disability and autism.
    LearningDisability,
    /// Mental health, somebody to talk to.
    MentalHealth,
    /// Company.
    Company,
    /// The end of life.
    EndOfLife,
    /// Personal data.
    Data,
    /// Staff who saw something wrong.
    Staff,
    /// The GP.
    Gp,
    /// The pharmacy.
    Pharmacy,
}

impl ContactKind {
    /// The kind with this spelling; none where there is no such kind.
    #[must_use]
    pub fn spelt(spelling: &str) -> Option<Self> {
        Self::deserialize(StrDeserializer::<Error>::new(spelling)).ok()
    }
}

/// As it is spelt in YAML: `end-of-life`.
impl fmt::Display for ContactKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_help_is_read_as_it_is_spelt() {
        assert_eq!(ContactKind::EndOfLife.to_string(), "end-of-life");
        assert_eq!(ContactKind::spelt("end-of-life"), Some(ContactKind::EndOfLife));
        assert_eq!(ContactKind::spelt("the-end"), None);
    }
}
