//! Why a statement, or a part of one, could not be read.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::limits::READER_MEMORY;

/// What is said of a file whose parts stand within one another too deep to follow.
pub(super) const NESTED: &str =
    "Some of it stands inside too many other parts, such as tables within tables, and was not read.";

/// Why a statement could not be read, with what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("there are no words in this file.\nCheck that it is the right one.")]
    Empty,
    /// Letters in another encoding.
    #[error(
        "its letters are not in UTF-8, so some would come out wrong.\nOpen it, choose “Save as”, and pick UTF-8 as the encoding."
    )]
    Encoding,
    /// A format that is no longer made, or belongs to one program.
    #[error(
        "it is {what}, which homepack does not read.\nOpen it, choose “Save as” or “Export”, and save it as Word (.docx)."
    )]
    Format {
        /// What it is, with its article.
        what: Cow<'static, str>,
    },
    /// None of the kinds there are.
    #[error(
        "it is not a document that homepack knows.\nIt reads Word (.docx), OpenDocument (.odt), PDF, web pages (.html), Markdown (.md) and plain text (.txt)."
    )]
    Unknown,
    /// A document locked with a password.
    #[error("it has a password.\nOpen it, take the password off, save a copy, and try again with the copy.")]
    Password,
    /// A PDF in which there is nothing to read.
    #[error(
        "there are no words in this PDF: it has a password or is a scan.\nUse the document it was made from, or save a copy without the password."
    )]
    NoWords,
    /// It ends too soon, or bytes of it are lost.
    #[error(
        "it is damaged or was cut short.\nOpen it in the program it was made with and save it again, or ask for a new copy."
    )]
    Damaged,
    /// More than any statement has.
    #[error(
        "there is far more in it than in any statement.\nCheck that it is the right file. If it is, save the words alone in a new document."
    )]
    TooLarge,
    /// Its reader was ended: it took more memory or time than there is for one document.
    #[error("{}.\n{}", READER_MEMORY.said, READER_MEMORY.help)]
    Overran,
    /// A document that would make the program fetch or repeat things.
    #[error(
        "it holds instructions for programs that no statement needs.\nSave it again as Word (.docx), and check where it came from."
    )]
    Instructions,
}
