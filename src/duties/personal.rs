//! What research asks of a home that is personal, as data: `how-personal.yaml`, which says at its head what each key means.

use serde::Deserialize;

use crate::failure::Failure;
use crate::ours;

/// The questions, as letters of our own.
const LETTERS: &str = include_str!("how-personal.yaml");

/// A question of SCIE, My Home Life or PIRU, and what in a home's files answers it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consideration {
    /// Its short name: `consider-culture`.
    pub id: String,
    /// What is asked, as a sentence to the registered manager.
    pub asks: String,
    /// Who asks it, and where.
    pub source: String,
    /// The statements of the coverage table that it answers, by their numbers.
    pub rows: Vec<u16>,
    /// Where a home's files may show it.
    #[serde(default)]
    pub shown_by: Vec<String>,
    /// Fewer than so many are few: a number to begin a talk with.
    pub thin_below: Option<usize>,
    /// Put only where something is said at this key.
    pub only_where: Option<String>,
    /// Who sees to it, where no key shows it.
    pub kept_by: Option<SeenTo>,
    /// Where the program sees to it.
    pub proof: Option<String>,
    /// What to write and where, or what to do.
    #[serde(default)]
    pub write: String,
}

/// Who sees to what no key shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SeenTo {
    /// homepack, always.
    Program,
    /// Somebody in the home.
    Manager,
    /// It tells what something is, and asks nothing.
    Background,
}

/// The questions, in the order in which their file has them.
///
/// # Errors
/// A fault of our own file, which a test would have found.
pub fn considerations() -> Result<Vec<Consideration>, Failure> {
    ours::read(LETTERS).map_err(|why| Failure::Asked(format!("duties/how-personal.yaml: {why}")))
}
