//! Outputs of homes that are gone from the content.

use super::holding::Holding;
use super::list::List;
use super::{Output, unwritten};
use crate::disk::look;
use crate::failure::{Failure, Stands};
use crate::name::Name;

/// Whether a folder of the output is that of one of these homes.
fn is_one_of(name: &str, homes: &[&str]) -> bool {
    homes.iter().any(|home| home.eq_ignore_ascii_case(name))
}

/// The home that a folder of the output was made for before folders had names of one kind.
fn called_now<'a>(name: &str, homes: &[&'a str]) -> Option<&'a str> {
    let now = Name::of(name)?;
    homes.iter().find(|home| now == **home).copied()
}

impl Output {
    /// The homes whose output lies here, and that are none of these.
    #[must_use]
    pub fn gone(&self, homes: &[&str]) -> Vec<String> {
        let there = look::names(&self.dir).unwrap_or_default().into_iter();
        let known = |name: &str| is_one_of(name, homes) || called_now(name, homes).is_some();
        let gone = |name: &String| !known(name) && List::of(&self.dir.join(name)).is_some();
        there.filter(gone).collect()
    }

    /// Outputs of homes that are still there and are made under another name now, each with that name: `Our House`, `our-house`.
    #[must_use]
    pub fn renamed<'a>(&self, homes: &[&'a str]) -> Vec<(String, &'a str)> {
        let there = look::names(&self.dir).unwrap_or_default().into_iter();
        let ours = there.filter(|name| !is_one_of(name, homes) && List::of(&self.dir.join(name)).is_some());
        ours.filter_map(|name| Some((name.clone(), called_now(&name, homes)?))).collect()
    }

    /// Removes the output of a home that is gone. It stays where anything in it is not as we made it.
    ///
    /// # Errors
    /// Where it holds something of somebody else's, or cannot be removed.
    pub fn remove_gone(&self, home: &str) -> Result<(), Failure> {
        let place = self.dir.join(home);
        let failed = |error| unwritten(&place, error, Stands::Unsure);
        let held = Holding::of(&place).map_err(failed)?;
        held.map_err(|stranger| stranger.refused(&self.dir, home))?;
        self.scratch.bench(home).and_then(|bench| bench.take_away()).map_err(failed)
    }
}
