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
        let words = by_kind(error.kind())
            .or_else(|| error.raw_os_error().and_then(by_number))
            .map_or_else(|| Cow::Owned(as_said(&error)), Cow::Borrowed);
        Self { words, source: Some(error) }
    }
}

/// The kinds of trouble that people can do something about.
fn by_kind(kind: io::ErrorKind) -> Option<&'static str> {
    Some(match kind {
        io::ErrorKind::PermissionDenied => "it is locked, or belongs to somebody else",
        io::ErrorKind::NotFound => "it is not there",
        io::ErrorKind::StorageFull => "the disk is full",
        io::ErrorKind::QuotaExceeded => "there is no more room for you on this disk",
        io::ErrorKind::FileTooLarge => "a file may not be as large as this here",
        io::ErrorKind::ReadOnlyFilesystem => "the disk cannot be written to",
        io::ErrorKind::AlreadyExists => "something else has that name",
        io::ErrorKind::IsADirectory => "it is a folder",
        io::ErrorKind::NotADirectory => "a part of its path is not a folder",
        io::ErrorKind::DirectoryNotEmpty => "the folder is not empty",
        io::ErrorKind::InvalidFilename => {
            "its name or its path is too long, or has a letter that this disk does not take"
        }
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => "another program is using it",
        io::ErrorKind::StaleNetworkFileHandle
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::TimedOut => "the network drive does not answer",
        io::ErrorKind::OutOfMemory => "the computer has no memory left for it",
        io::ErrorKind::UnexpectedEof => "it ends too early",
        _ => return None,
    })
}

/// Troubles for which there is no kind yet, by the number that Unix has for them.
fn by_number(number: i32) -> Option<&'static str> {
    Some(match number {
        5 if cfg!(unix) => "the disk made a mistake: it may be damaged",
        23 | 24 if cfg!(unix) => "too many files are open at once on this computer",
        40 if cfg!(target_os = "linux") => "links in its path lead round in a circle",
        62 if cfg!(target_os = "macos") => "links in its path lead round in a circle",
        _ => return None,
    })
}

/// The machine's own words, without its number.
fn as_said(error: &io::Error) -> String {
    let said = error.to_string();
    let words = said.split(" (os error").next().unwrap_or_default();
    if error.raw_os_error().is_none() { words.to_owned() } else { format!("the computer says “{words}”") }
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

    #[cfg(unix)]
    #[test]
    fn no_trouble_of_the_machine_is_called_uncategorized() {
        for number in 1..134 {
            let why = Why::from(io::Error::from_raw_os_error(number)).to_string();
            assert!(!why.contains("uncategorized") && !why.contains("os error"), "{number}: {why}");
        }
        assert_eq!(
            Why::from(io::Error::from_raw_os_error(5)).to_string(),
            "the disk made a mistake: it may be damaged"
        );
    }
}
