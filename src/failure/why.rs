//! Why a file could not be read or written: our words, and beneath them what the machine said.

use std::borrow::Cow;
use std::{fmt, io};

/// Why something could not be done, as it ends a sentence; no full stop.
#[derive(Debug)]
pub struct Why {
    words: Cow<'static, str>,
    source: Option<io::Error>,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl std::error::Error for Why {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|error| error as _)
    }
}

/// What the machine said, in words a manager can act on, and without the path: whoever names the file says that.
impl From<io::Error> for Why {
    fn from(error: io::Error) -> Self {
        let words = match error.kind() {
            io::ErrorKind::PermissionDenied => "it is locked, or belongs to somebody else".into(),
            io::ErrorKind::NotFound => "it is not there".into(),
            io::ErrorKind::StorageFull => "the disk is full".into(),
            io::ErrorKind::ReadOnlyFilesystem => "the disk cannot be written to".into(),
            kind => Cow::Owned(kind.to_string()),
        };
        Self { words, source: Some(error) }
    }
}

impl From<&'static str> for Why {
    fn from(words: &'static str) -> Self {
        Self { words: words.into(), source: None }
    }
}

impl From<String> for Why {
    fn from(words: String) -> Self {
        Self { words: words.into(), source: None }
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use super::*;

    #[test]
    fn the_machine_s_own_words_stay_beneath_ours() {
        let why = Why::from(io::Error::new(io::ErrorKind::NotFound, "os error 2"));
        assert_eq!(why.to_string(), "it is not there");
        assert_eq!(why.source().map(ToString::to_string).as_deref(), Some("os error 2"));
    }
}
