//! A home into Documents: the website's pages and the papers, in the words of the theme and the home's own.
//!
//! Comes from: [`Home`](crate::home::Home), [`Phrases`](crate::words::Phrases), a country's
//! [`Profile`](crate::country::Profile), together on a [`Desk`]. Goes to: `render`. Nothing is kept and nothing is read here.

mod approval;
mod candidates;
mod cards;
mod contract;
mod desk;
mod drawings;
mod index;
mod lines;
mod offers;
mod own_words;
pub mod pack;
pub mod page;
pub mod papers;
mod photographs;
mod saying;
pub mod sheet;
mod statement;
mod ways;
pub mod website;

pub use approval::STATEMENT;
pub use desk::{Desk, Troubles};

#[cfg(test)]
mod tests;
