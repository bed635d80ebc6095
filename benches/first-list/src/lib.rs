//! The shape that both YAML readers are asked to read: a home's complaints, cut down to one of each kind of mistake.

use serde::Deserialize;

/// What a home says about complaints.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaints {
    /// The page's heading.
    pub title: String,
    /// How many people live here.
    pub beds: u32,
    /// What happens, in order.
    pub steps: Vec<Step>,
    /// Who can help from outside.
    pub contacts: Vec<Contact>,
    /// Lists in lists, for files that mean harm.
    #[serde(default)]
    pub more: Vec<Nest>,
}

/// One step.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What is done.
    pub says: String,
    /// The longest it may take, in working days.
    pub within: Option<u8>,
}

/// Somebody to ring.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Their number, as text: it keeps its leading zero.
    pub telephone: String,
}

/// A list of lists of lists.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Nest(pub Vec<Nest>);

/// What a reader makes of the file named on the command line, on one line for `compare`: place, message, microseconds.
///
/// # Panics
/// Without a file to read there is nothing to compare.
pub fn answer(read: impl Fn(&str) -> Result<Complaints, (Option<(u64, u64)>, String)>) -> String {
    let file = std::env::args().nth(1).expect("a file to read");
    let letters = std::fs::read_to_string(file).expect("a file of letters");
    let begun = std::time::Instant::now();
    let answer = read(&letters);
    let took = begun.elapsed().as_micros();
    let (place, message) = match answer {
        Ok(_) => ("none".to_owned(), "no complaint".to_owned()),
        Err((place, message)) => (place.map_or("none".to_owned(), |(line, column)| format!("{line}:{column}")), message),
    };
    // The first line is the message; serde-saphyr adds the lines of the file below it.
    format!("{place}\t{}\t{took}", message.lines().next().unwrap_or_default())
}
