//! What the machine could not do. It stops the command with exit code 2; the content is not to blame.

mod stands;
mod why;

pub use stands::Stands;
pub use why::Why;

use camino::Utf8PathBuf;

/// A reason to stop, in words a manager can act on.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A folder that was named is not there.
    #[error("There is no folder at {0}.\nCheck the spelling, or run homepack in the folder that holds “content”.")]
    NoFolder(Utf8PathBuf),
    /// There is a folder, and no home in it.
    #[error("No home was found in {0}.\nA home is a folder with a file called home.yaml in it.")]
    NoHome(Utf8PathBuf),
    /// There is a folder, and what was to be a home in it is called otherwise.
    #[error("No home was found in {dir}.\nA home is a folder with a file called home.yaml in it.{told}")]
    NoHomeYet {
        /// The folder.
        dir: Utf8PathBuf,
        /// What is said of files that were most likely meant, a line each.
        told: String,
    },
    /// A home that was asked for by name is not there.
    #[error("There is no home called {asked}.\nThe homes here are: {there}.")]
    NoSuchHome {
        /// What was typed.
        asked: String,
        /// The homes there are.
        there: String,
    },
    /// One home is wanted, and there are several.
    #[error("Which home is it for?\nSay it with --home. The homes here are: {0}.")]
    WhichHome(String),
    /// Something that was asked for is none of the few there are.
    #[error("There is no {what} called {asked}.\n{help}")]
    NoneOf {
        /// What it is.
        what: String,
        /// What was typed.
        asked: String,
        /// What there is.
        help: String,
    },
    /// A paper was asked for that has nothing in it.
    #[error("There is nothing to print on the paper {0}: this home says nothing about it yet.")]
    NothingToSay(String),
    /// The program was built without the part that sets papers.
    #[error("This homepack was built without the part that makes papers.")]
    NoPress,
    /// A file could not be read.
    #[error("{path} could not be read: {why}.\nCheck that the file is there and that you may open it.")]
    Read {
        /// The file.
        path: Utf8PathBuf,
        /// What the machine said.
        #[source]
        why: Why,
    },
    /// A statement that somebody has is not one that can be read.
    #[error("{path} could not be read: {why}")]
    Statement {
        /// The file.
        path: Utf8PathBuf,
        /// Why not, and what to do.
        #[source]
        why: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A folder has no statement in it.
    #[error(
        "There is nothing to read in {0}.\nhomepack reads Word (.docx), OpenDocument (.odt), PDF, web pages (.html), Markdown (.md) and plain text (.txt)."
    )]
    NoStatement(Utf8PathBuf),
    /// A file is larger than any statement.
    #[error(
        "{0} is larger than 32 MB.\nA statement is a few pages long. Is it the right file? If it is, save a copy without its pictures."
    )]
    LargeStatement(Utf8PathBuf),
    /// A file or a folder could not be written.
    #[error("{path} could not be written: {why}.\n{stands}\nFree some space, or look whether you may write there.")]
    Write {
        /// The file or the folder.
        path: Utf8PathBuf,
        /// What the machine said.
        #[source]
        why: Why,
        /// What the disk showed afterwards.
        stands: Stands,
    },
    /// A file that we made was changed by somebody since.
    #[error(
        "{0} was changed by somebody after homepack made it, so homepack does not write over it.\nMove it to another folder if you want to keep it, or delete it. Then run the command again."
    )]
    Changed(Utf8PathBuf),
    /// Something that had to be deleted is still there.
    #[error("This could not be deleted: {why}.\nIt is still there, and it may hold a resident’s words:\n{there}")]
    Undeleted {
        /// The paths, a line to each.
        there: String,
        /// What the machine said.
        #[source]
        why: Why,
    },
    /// What a command had to say could not be written where it was sent.
    #[error("What homepack had to say could not be written: {0}.\nLook for room on the disk it was sent to.")]
    Unsaid(#[source] Why),
    /// Something that is not ours stands where we would write.
    #[error("{0} is there already, and homepack did not make it.\nChoose another name for the new file.")]
    NotOurs(Utf8PathBuf),
    /// A folder that we would replace holds something of somebody's. Its name is not said: it may be a resident's.
    #[error(
        "{0} holds something that homepack did not make, or that somebody changed, so it was left as it was.\nMove that out of the folder, then run the command again."
    )]
    Holds(Utf8PathBuf),
    /// What was named is neither a file nor a folder.
    #[error("There is no file or folder at {0}.\nCheck the spelling.")]
    NotThere(Utf8PathBuf),
    /// What was asked for cannot be done as it was asked.
    #[error("{0}")]
    Asked(String),
    /// The output would harm something that is not ours.
    #[error("{path} cannot be the output folder: {why}.\nChoose an empty folder with --out, for example --out output.")]
    Unsafe {
        /// The folder.
        path: Utf8PathBuf,
        /// Why not.
        why: String,
    },
    /// The private folder would not be private.
    #[error("{path} cannot be the private folder: {why}.\nChoose a folder with --private that nobody else reads.")]
    NotPrivate {
        /// The folder.
        path: Utf8PathBuf,
        /// Why not.
        why: String,
    },
    /// A resident who was asked for has no record.
    #[error("No home here has a record of a resident with the id {0}.\nThe records are in private/residents.")]
    NoSuchResident(String),
    /// Another build is at work in the same output folder.
    #[error("Another build is writing to {0}.\nRun the command again when that one has finished.")]
    Busy(Utf8PathBuf),
    /// A data file inside the program is not as it should be: rules, a country's facts. A test forbids that.
    #[error(
        "homepack itself is damaged, in {file}: {why}.\nYour files are not to blame. Install homepack again, or tell us this line."
    )]
    Damaged {
        /// The file, as it is called in the program.
        file: String,
        /// What is wrong in it.
        #[source]
        why: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The theme is not as it should be: ours, or a folder of the home's own.
    #[error("homepack could not use the theme: {0}")]
    Theme(String),
    /// The day that was given for today is not one.
    #[error("--today: {0}")]
    Today(String),
    /// One document could not be set; the others were.
    #[error("{document} could not be made as a PDF: {why}")]
    Document {
        /// Its name.
        document: String,
        /// What went wrong.
        why: String,
    },
}

impl Failure {
    /// A data file inside the program that cannot be used.
    pub fn damaged(file: impl Into<String>, why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Damaged { file: file.into(), why: why.into() }
    }
}
