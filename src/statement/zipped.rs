//! The parts of a document that is a zip, one at a time, and never more of them than a statement needs.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::unreadable::Unreadable;
use crate::limits::{PACKED_PARTS, UNPACKED};

/// The parts of a document.
pub(super) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// What may still be unpacked, in bytes: one sum for all parts, and for a part again each time it is asked for.
    left: u64,
    /// More was asked for than may be unpacked.
    full: bool,
}

/// A part, as far as it could be unpacked.
pub(super) struct Unpacked {
    pub(super) bytes: Vec<u8>,
    /// Whether it is all there, as it was packed.
    pub(super) whole: bool,
}

/// Says what a file of the old Office kind is: a locked one of today, or one from before 2007.
pub(super) fn old_office(bytes: &[u8]) -> Unreadable {
    // The name of the stream with the locked document, in two bytes a letter.
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        Unreadable::Password
    } else {
        Unreadable::Format { what: "an old Word file (.doc)".into() }
    }
}

impl<'a> Parts<'a> {
    /// Opens a zip.
    ///
    /// # Errors
    /// Where it cannot be opened, or there are far more parts in it than in any statement.
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        // The list of parts is read whole before it can be counted, and its entries take ten times their bytes.
        if PACKED_PARTS.is_passed_by(bytes.windows(4).filter(|four| four == b"PK\x01\x02").count()) {
            return Err(Unreadable::TooLarge);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
        if PACKED_PARTS.is_passed_by(archive.len()) {
            return Err(Unreadable::TooLarge);
        }
        Ok(Self { archive, left: UNPACKED.bytes(), full: false })
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Whether more was asked for than may be unpacked: nothing more is.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// The names of all parts, in order.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .archive
            .file_names_raw()
            .filter_map(|name| std::str::from_utf8(name).ok())
            .map(str::to_owned)
            .collect();
        names.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        names
    }

    /// Unpacks one part; none where there is no such part.
    ///
    /// # Errors
    /// Where there is more in it than a statement has, or none of it can be unpacked.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Unpacked>, Unreadable> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let limit = self.left;
        if self.full {
            return Err(Unreadable::TooLarge);
        }
        let part = self.archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(why) if why == zip::result::ZipError::PASSWORD_REQUIRED => {
                Unreadable::Password
            }
            _ => Unreadable::Damaged,
        })?;
        if part.size() > limit {
            self.full = true;
            return Err(Unreadable::TooLarge);
        }
        let mut bytes = Vec::new();
        let whole = part.take(limit + 1).read_to_end(&mut bytes).is_ok();
        if bytes.len() as u64 > limit {
            self.full = true;
            return Err(Unreadable::TooLarge);
        }
        self.left -= bytes.len() as u64;
        if bytes.is_empty() && !whole { Err(Unreadable::Damaged) } else { Ok(Some(Unpacked { bytes, whole })) }
    }
}
