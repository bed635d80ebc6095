//! What is said of a file of content that is not read.

use super::ending::Ending;
use crate::finding::{Finding, Severity};
use crate::text::Span;

/// What is said of a file that is not read, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    severity: Severity,
    what: String,
    help: String,
}

impl Told {
    /// The finding, at the head of the file with this number.
    #[must_use]
    pub fn finding(&self, file: u32) -> Finding {
        let span = Span { file, line: 1, column: 1, width: 1 };
        Finding { severity: self.severity, ..Finding::error(span, self.what.as_str(), self.help.as_str()) }
    }

    /// Something that somebody wrote for homepack: the home is not made before it is where it belongs.
    pub(crate) fn lost(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { severity: Severity::Error, what: what.into(), help: help.into() }
    }

    /// Something that may lie here for another reason.
    fn left_out(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::lost(what, help) }
    }

    /// The same, where the homes are made all the same.
    pub(crate) fn lightly(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// What is neither of letters nor a picture.
    pub(super) fn of(name: &str) -> Self {
        match Ending::of(name) {
            Ending::Document(called) => Self::left_out(
                format!("homepack does not read {called} here"),
                "Write what it says into the file of its subject, or into a page that ends in .md. If it only lies here, move it out of this folder.",
            ),
            _ => Self::unknown(name),
        }
    }

    pub(super) fn unknown(name: &str) -> Self {
        let kind = name
            .rsplit_once('.')
            .map_or(String::new(), |(_, ending)| format!(" that end in .{}", ending.to_lowercase()));
        Self::left_out(
            format!("homepack does nothing with files{kind}"),
            "If it only lies here, move it out of this folder.",
        )
    }

    pub(super) fn unknown_folder(folder: &str) -> Self {
        Self::left_out(
            format!("homepack does not know a folder called {folder}, and reads nothing in it"),
            format!("The folders a home can have are: {}.", super::FOLDERS.join(", ")),
        )
    }

    pub(super) fn in_no_home() -> Self {
        Self::lost(
            "this file lies beside the homes and belongs to none",
            "Move it into the folder of its home. What homes share lies in the folders contacts and words.",
        )
    }

    /// A folder beside homes that looks like one, and has no `home.yaml`.
    #[must_use]
    pub fn no_home() -> Self {
        Self::lost(
            "there is no file called home.yaml in this folder, so no home is made of it",
            "Add home.yaml with the name and the address of the home. If it is no home, move the folder out of here.",
        )
    }

    /// A folder beside homes that is none.
    #[must_use]
    pub fn no_home_at_all() -> Self {
        Self::left_out(
            "no home is in this folder, and homepack reads nothing in it",
            "If it only lies here, move it out of the folder of your homes.",
        )
    }

    /// A folder with a `home.yaml` in it that is called as programs call what they leave.
    #[must_use]
    pub fn called_as_litter() -> Self {
        Self::left_out(
            "there is a home.yaml in this folder, but its name is one that programs give to what they leave, so it is not read",
            "If it is a home, give the folder a name of letters, such as our-house. If it is a copy, move it out of here.",
        )
    }

    pub(super) fn wrong_ending(known: &str) -> Self {
        Self::lost(
            format!("homepack does not read this file: the one for this subject is called {known}"),
            format!("Write what it says into {known}. A page of your own belongs in the folder pages."),
        )
    }

    pub(super) fn markdown_at_the_top() -> Self {
        Self::lost(
            "homepack does not read this file here",
            "A page of your own belongs in the folder pages. To change the words of a page, use the folder words.",
        )
    }

    pub(super) fn sent_on_no_day() -> Self {
        Self::left_out(
            "the name of this file is not that of a Statement as it was sent, so nothing is compared with it",
            "The name ends in the day and .txt: statement-sent-2026-11-22.txt. “homepack statement sent 2026-11-22” makes such a file.",
        )
    }

    pub(super) fn picture_elsewhere() -> Self {
        Self::left_out(
            "this picture is not in the folder photos, so it is shown nowhere",
            "Move it into the folder photos and name it in photos.yaml.",
        )
    }

    pub(super) fn too_deep(folder: &str) -> Self {
        Self::lost(
            format!("this file lies in a folder of its own inside {folder}, and is not read"),
            format!("Move it up, so that it lies in {folder} itself."),
        )
    }

    pub(super) fn not_in(folder: &str, ending: &str) -> Self {
        Self::lost(
            format!("homepack does not read this file in the folder {folder}"),
            format!(
                "In {folder} the names of files end in {ending}. Give it that ending if that is what it is, or move it to where it belongs."
            ),
        )
    }

    pub(super) fn a_copy(first: &str) -> Self {
        Self::lost(
            format!("this looks like a copy of {first}, and nobody could tell which of the two counts"),
            format!("Put everything that counts into {first}, and delete this one or move it out of the folder."),
        )
    }

    pub(super) fn disguised(name: &str, meant: &str) -> Self {
        let stem = meant.rsplit_once('.').map_or("", |(stem, _)| stem);
        let ends = name.strip_prefix(stem).unwrap_or(name);
        Self::lost(
            format!("the name of this file ends in “{ends}”, so it is not read"),
            format!(
                "Call it {meant}. Where you cannot see the end of a name: in Windows choose View, Show, File name extensions."
            ),
        )
    }

    /// A folder that is called as a file is.
    #[must_use]
    pub fn folder_called_as_a_file() -> Self {
        Self::lost(
            "this is a folder, though it is called as a file is",
            "Look inside for the file that was meant, and put it in the place of the folder.",
        )
    }

    /// A second file that would be read as one that was read.
    #[must_use]
    pub fn second(first: &str) -> Self {
        Self::lost(
            format!("this file and {first} are one to homepack, which takes no notice of capitals in names"),
            "Put everything into one of the two, and delete the other.",
        )
    }
}
