//! Everything that a website is made from.

use std::collections::BTreeMap;

use crate::compose::page::Page;
use crate::country::Profile;
use crate::document::Inline;
use crate::home::Home;
use crate::photograph::Size;
use crate::text::Public;
use crate::theme::Theme;

/// What a site is made from.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// The home.
    pub home: &'a Home,
    /// Its pages, in the order of the menu.
    pub pages: &'a [Page],
    /// What is on the notice board.
    pub notices: &'a [Vec<Inline<Public>>],
    /// The photographs by their files, each in the sizes it is shown in.
    pub photographs: &'a BTreeMap<String, Vec<Size>>,
    /// The theme.
    pub theme: &'a Theme,
    /// The country's facts.
    pub profile: &'a Profile,
}
