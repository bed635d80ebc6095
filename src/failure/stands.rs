//! What a look at the disk showed after something could not be written. It is never said without looking.

use std::fmt;

use camino::Utf8PathBuf;

/// How what was there before stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// It could not be begun: nothing was changed.
    Untouched,
    /// It was compared with what was there before, and is the same.
    AsItWas,
    /// It is one file: it was compared with what it was before, and is the same.
    FileAsItWas,
    /// There was nothing before, and there is nothing now.
    Nothing,
    /// The new one is in its place, and whole.
    New,
    /// The old one lies here, whole; the next run puts it back.
    Aside(Utf8PathBuf),
    /// It is neither the old one nor the new one, or it could not be looked at.
    Unsure,
}

impl fmt::Display for Stands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Untouched => f.write_str("Nothing was changed."),
            Self::AsItWas => f.write_str("The last good output is as it was."),
            Self::FileAsItWas => f.write_str("That file is as it was."),
            Self::Nothing => f.write_str("Nothing was made."),
            Self::New => f.write_str("The new one is in its place, and it is whole."),
            Self::Aside(path) => write!(f, "What was there before is safe in {path}. The next run puts it back."),
            Self::Unsure => {
                f.write_str("homepack could not see whether all is as it was. Look at it before you use it.")
            }
        }
    }
}
