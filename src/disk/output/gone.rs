//! Outputs of homes that are gone from the content.

use super::holding::Holding;
use super::list::List;
use super::{Output, unwritten};
use crate::disk::look;
use crate::failure::{Failure, Stands};

impl Output {
    /// The homes whose output lies here, and that are none of these.
    #[must_use]
    pub fn gone(&self, homes: &[&str]) -> Vec<String> {
        let there = look::names(&self.dir).unwrap_or_default().into_iter();
        let known = |name: &str| homes.iter().any(|home| home.eq_ignore_ascii_case(name));
        let gone = |name: &String| !known(name) && List::of(&self.dir.join(name)).is_some();
        there.filter(gone).collect()
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
