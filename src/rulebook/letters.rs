//! The letters of the rules' data files, as people write them.
//!
//! Comes from: `rules/*.yaml` and `vocabulary/*.yaml`. Goes to: `written` and `vocabulary`.

/// A data file.
macro_rules! written {
    ($file:literal) => {
        include_str!(concat!($file, ".yaml"))
    };
}

/// The files of rules, a family each.
const FILES: [(&str, &str); 20] = [
    ("permission", written!("rules/permission")),
    ("doing-to", written!("rules/doing-to")),
    ("blame", written!("rules/blame")),
    ("infantilising", written!("rules/infantilising")),
    ("deficit", written!("rules/deficit")),
    ("institutional", written!("rules/institutional")),
    ("task", written!("rules/task")),
    ("othering", written!("rules/othering")),
    ("hedge", written!("rules/hedge")),
    ("ageist", written!("rules/ageist")),
    ("dementia", written!("rules/dementia")),
    ("disability", written!("rules/disability")),
    ("sensory", written!("rules/sensory")),
    ("mental-health", written!("rules/mental-health")),
    ("end-of-life", written!("rules/end-of-life")),
    ("special", written!("rules/special")),
    ("jargon", written!("rules/jargon")),
    ("wordy", written!("rules/wordy")),
    ("plain", written!("rules/plain")),
    ("personal", written!("rules/personal")),
];

/// The letters of every data file of the linter, in YAML.
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
            grammar: written!("vocabulary/grammar").to_owned(),
            roles: written!("vocabulary/roles").to_owned(),
            sets: written!("vocabulary/sets").to_owned(),
            lifts: written!("vocabulary/lifts").to_owned(),
            initials: written!("vocabulary/initials").to_owned(),
            sources: written!("rules/sources").to_owned(),
            rules: FILES.map(|(name, letters)| (name.to_owned(), letters.to_owned())).to_vec(),
        }
    }
}
