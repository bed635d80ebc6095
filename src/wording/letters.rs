//! The letters of the rules' data files, as people write them or as the build script made them ready.
//!
//! Comes from: `rules/*.yaml` and `vocabulary/*.yaml`, through `build.rs`. Goes to: `book` and `vocabulary`.

/// A data file, as the build script made it ready.
macro_rules! ready {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/wording/", $file, ".json"))
    };
}

/// The files of rules, a family each.
const FILES: [(&str, &str); 20] = [
    ("permission", ready!("rules/permission")),
    ("doing-to", ready!("rules/doing-to")),
    ("blame", ready!("rules/blame")),
    ("infantilising", ready!("rules/infantilising")),
    ("deficit", ready!("rules/deficit")),
    ("institutional", ready!("rules/institutional")),
    ("task", ready!("rules/task")),
    ("othering", ready!("rules/othering")),
    ("hedge", ready!("rules/hedge")),
    ("ageist", ready!("rules/ageist")),
    ("dementia", ready!("rules/dementia")),
    ("disability", ready!("rules/disability")),
    ("sensory", ready!("rules/sensory")),
    ("mental-health", ready!("rules/mental-health")),
    ("end-of-life", ready!("rules/end-of-life")),
    ("special", ready!("rules/special")),
    ("jargon", ready!("rules/jargon")),
    ("wordy", ready!("rules/wordy")),
    ("plain", ready!("rules/plain")),
    ("personal", ready!("rules/personal")),
];

/// The letters of every data file of the linter: YAML, or the JSON that the build script makes of it.
#[derive(Debug, Clone)]
pub struct Letters {
    /// `vocabulary/grammar.yaml`.
    pub grammar: String,
    /// `vocabulary/roles.yaml`.
    pub roles: String,
    /// `vocabulary/sets.yaml`.
    pub sets: String,
    /// `vocabulary/lifts.yaml`.
    pub lifts: String,
    /// `vocabulary/initials.yaml`.
    pub initials: String,
    /// `rules/sources.yaml`.
    pub sources: String,
    /// Each family's name with its file.
    pub rules: Vec<(String, String)>,
}

impl Letters {
    /// Those that are part of the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self {
            grammar: ready!("vocabulary/grammar").to_owned(),
            roles: ready!("vocabulary/roles").to_owned(),
            sets: ready!("vocabulary/sets").to_owned(),
            lifts: ready!("vocabulary/lifts").to_owned(),
            initials: ready!("vocabulary/initials").to_owned(),
            sources: ready!("rules/sources").to_owned(),
            rules: FILES.map(|(name, letters)| (name.to_owned(), letters.to_owned())).to_vec(),
        }
    }
}

/// Reads one data file; what was made ready is thirty times quicker to read.
pub(super) fn data<T: serde::de::DeserializeOwned>(letters: &str) -> Result<T, String> {
    if letters.starts_with('{') {
        serde_json::from_str(letters).map_err(|why| why.to_string())
    } else {
        crate::read::ours(letters)
    }
}

#[cfg(test)]
mod tests {
    use super::super::book::Rulebook;
    use super::*;

    /// The files as they are written.
    #[allow(clippy::disallowed_methods, reason = "the files are ours, not a home's")]
    fn written() -> Letters {
        let read = |name: &str| {
            std::fs::read_to_string(format!("{}/src/wording/{name}.yaml", env!("CARGO_MANIFEST_DIR"))).unwrap()
        };
        Letters {
            grammar: read("vocabulary/grammar"),
            roles: read("vocabulary/roles"),
            sets: read("vocabulary/sets"),
            lifts: read("vocabulary/lifts"),
            initials: read("vocabulary/initials"),
            sources: read("rules/sources"),
            rules: FILES.map(|(name, _)| (name.to_owned(), read(&format!("rules/{name}")))).to_vec(),
        }
    }

    #[test]
    fn what_was_made_ready_says_what_was_written() {
        let (ready, written) = (Rulebook::built_in().unwrap(), Rulebook::of(&written()).unwrap());
        assert_eq!(ready.rules, written.rules);
        assert_eq!((ready.patterns, ready.standing), (written.patterns, written.standing));
        assert_eq!((ready.lifts, ready.instead), (written.lifts, written.instead));
    }
}
