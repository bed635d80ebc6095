//! The countries whose rules homepack knows: their inspector and the words it registers. One data file a country.

use serde::Deserialize;

use crate::failure::Failure;

/// Every country, by the word that stands for it in `home.yaml`.
pub const PROFILES: [(&str, &str); 1] = [("england", include_str!("regulation/england.yaml"))];

/// A country's facts.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Who inspects care homes.
    pub regulator: Regulator,
    /// Service types a care home can be registered for.
    pub service_types: Vec<ServiceType>,
    /// Activities that are regulated.
    pub regulated_activities: Vec<Activity>,
    /// The groups of people a service can be registered for.
    pub bands: Vec<Band>,
    /// Ratings, best first.
    pub ratings: Vec<String>,
    /// What a provider can be in law, with the words for it.
    pub legal_statuses: Vec<LegalStatus>,
}

/// Who inspects.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Regulator {
    /// Its name.
    pub name: String,
    /// Its initials.
    pub initials: String,
    /// Its website.
    pub website: String,
    /// Where a home's own page is; `{id}` stands for its number.
    pub report_address: String,
    /// Where a provider's own page is; `{id}` stands for its number.
    pub provider_address: String,
    /// Where this is from.
    pub source: String,
}

/// A service type.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceType {
    /// Its three letters.
    pub code: String,
    /// Its registered name.
    pub name: String,
    /// The words for the public.
    pub public_name: String,
}

/// A regulated activity.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its registered name.
    pub name: String,
}

/// A group of people.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Its name in the care directory.
    pub band: String,
    /// The words for the public.
    pub public_name: String,
    /// Its name on the form.
    pub form_name: String,
}

/// What a provider can be.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct LegalStatus {
    /// The word in `provider.yaml`.
    pub id: String,
    /// The words for a reader.
    pub words: String,
}

impl Profile {
    /// The facts of England, the first country.
    ///
    /// # Errors
    /// Where the data file in the program is not as it should be; a test forbids that.
    pub fn england() -> Result<Self, Failure> {
        crate::ours::read(PROFILES[0].1).map_err(|why| Failure::damaged("regulation/england.yaml", why))
    }

    /// The regulator's own page about a place.
    #[must_use]
    pub fn report_address(&self, location: &str) -> String {
        self.regulator.report_address.replace("{id}", location)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_can_be_read() {
        for (country, letters) in PROFILES {
            let profile = crate::ours::read::<Profile>(letters);
            assert!(profile.is_ok(), "{country}: {profile:?}");
        }
    }
}
