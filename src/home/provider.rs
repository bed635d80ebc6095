//! `provider.yaml`: who runs the home.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::number::Count;
use super::reach::{Address, Email, Phone, WebAddress};

/// Who runs the home, as registered with the inspector.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Provider {
    /// The registered name.
    /// Seen on: every page, every paper.
    pub name: Option<Text>,
    /// The name people know it by, where it is another.
    /// Seen on: statement-of-purpose/part-1.
    pub trading_name: Option<Text>,
    /// What kind of body it is in law.
    /// Seen on: statement-of-purpose/part-1.
    pub legal_status: Option<LegalStatus>,
    /// The company's number, where it is a company.
    /// Seen on: every page.
    pub company_number: Option<Text>,
    /// Where the company is registered: “England and Wales”.
    /// Seen on: every page.
    pub registered_in: Option<Text>,
    /// The charity's number, where it is one.
    /// Seen on: every page.
    pub charity_number: Option<Text>,
    /// The partners' names, where it is a partnership.
    pub partners: Vec<Text>,
    /// The registered or business address.
    pub address: Option<Address>,
    /// Where notices may be sent, where it is another address.
    pub address_for_notices: Option<Address>,
    /// `yes` or `no`: whether notices may be sent by email.
    /// Seen on: statement-of-purpose/part-1.
    pub notices_by_email: Option<bool>,
    /// The email address for notices. It is printed in the Statement of Purpose only where `notices_by_email` is `yes`.
    pub email_for_notices: Option<Email>,
    /// The provider's number.
    /// Seen on: statement-of-purpose/part-1.
    pub phone: Option<Phone>,
    /// The provider's email address.
    /// Seen on: statement-of-purpose/part-1.
    pub email: Option<Email>,
    /// The provider's website.
    /// Seen on: statement-of-purpose/part-1.
    pub website: Option<WebAddress>,
    /// The inspector's number for the provider: in England CQC's provider ID, such as 1-000000000.
    /// Seen on: statement-of-purpose/part-1.
    pub inspector_number: Option<Text>,
    /// The trustees' names, where it is a charity that names them.
    /// Seen on: statement-of-purpose/part-1.
    pub trustees: Vec<Text>,
    /// Its other homes, by name.
    /// Seen on: statement-of-purpose/part-1.
    pub other_homes: Vec<Text>,
    /// How many homes it runs.
    /// Seen on: statement-of-purpose/part-1.
    pub homes_run: Option<Count>,
    /// What the provider is insured for, a sentence each.
    /// Seen on: moving-in, statement-of-purpose/part-1.
    pub insurance: Vec<Text>,
    /// What your own things are insured for, in a sentence or two.
    /// Seen on: statement-of-purpose/part-1.
    pub belongings_insured: Option<Text>,
    /// The number in the register of the regulator for personal data.
    /// Seen on: privacy.
    pub ico_number: Option<Text>,
}

/// What kind of body a provider is. The words are ours; England's form asks for individual, partnership or organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LegalStatus {
    /// One person.
    Individual,
    /// Partners.
    Partnership,
    /// A limited company.
    LimitedCompany,
    /// A limited liability partnership.
    LimitedLiabilityPartnership,
    /// A charity.
    Charity,
    /// A charitable incorporated organisation.
    CharitableIncorporatedOrganisation,
    /// A community interest company.
    CommunityInterestCompany,
    /// A registered society.
    RegisteredSociety,
    /// A council.
    LocalAuthority,
    /// A part of the NHS.
    NhsBody,
    /// Something else.
    Other,
}
