//! What a type could not take: whose node it is about, how it is worded, and what to set aside before reading on.

use std::fmt;

use serde::de;

use super::{Leaf, Names, State};
use crate::finding::{Draft, Finding, Slip, did_you_mean, ours, quoted};
use crate::text::Audience;

/// What to do before the next round.
pub(super) enum Step {
    Aside(Vec<usize>),
    Missing(Vec<usize>, &'static str),
}

/// Something that a type could not take.
#[derive(Debug)]
pub(super) struct Wrong {
    /// The node it is about; none until the nearest reader has signed it.
    pub(super) at: Option<*const Leaf>,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    Missing(&'static str),
    Slipped(Slip),
}

impl Wrong {
    pub(super) fn about(leaf: &Leaf, slip: Slip) -> Self {
        Wrong { at: Some(leaf), what: What::Slipped(slip) }
    }

    /// The step it asks for and the finding to note; nothing is noted about a node that was not written or is aside already.
    pub(super) fn settle<A: Audience>(self, tree: &Leaf, names: Names) -> (Step, Option<Finding<A>>) {
        let mut path = Vec::new();
        let leaf = self.at.and_then(|at| tree.path_to(at, &mut path)).unwrap_or(tree);
        match self.what {
            What::Missing(key) => {
                let written = leaf.children().iter().any(|child| child.key.as_deref() == Some(key));
                let stood_in = leaf
                    .children()
                    .iter()
                    .any(|child| child.key.as_deref() == Some(key) && child.state == State::StandIn);
                if stood_in || leaf.state == State::StandIn {
                    return (Step::Aside(path), None);
                }
                let finding = (!written).then(|| missing(leaf, key, names));
                (Step::Missing(path, key), finding)
            }
            What::Slipped(slip) => {
                let finding = (leaf.state != State::StandIn).then(|| slipped(leaf, slip, names));
                // A stand-in that does not fit takes the group it stands in with it.
                if leaf.state == State::StandIn {
                    path.pop();
                }
                (Step::Aside(path), finding)
            }
        }
    }
}

/// The finding about a key that must be there and is not.
fn missing<A: Audience>(leaf: &Leaf, key: &'static str, names: Names) -> Finding<A> {
    let what = ours("the key “").ours(key).ours("” is missing");
    let what = match leaf.key.as_deref() {
        Some(under) => what.ours(" under ").key(under, names.keys),
        None => what,
    };
    Finding::error(leaf.span, what, ours("Add a line “").ours(key).ours(": …” here."))
}

/// The finding about a value, with the key it stands at.
fn slipped<A: Audience>(leaf: &Leaf, slip: Slip, names: Names) -> Finding<A> {
    let what = match leaf.key.as_deref() {
        Some(key) => Draft::at_key(key, names.keys).then(slip.what),
        None => slip.what,
    };
    Finding::error(leaf.span, what, slip.help)
}

/// Nobody reads an error of serde's as it is: it becomes a finding, or another error that carries it.
impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.what {
            What::Missing(key) => write!(f, "{key} is missing"),
            What::Slipped(_) => f.write_str("a value could not be taken"),
        }
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Wrong { at: None, what: What::Slipped(Slip::back(&message.to_string())) }
    }

    fn missing_field(field: &'static str) -> Self {
        Wrong { at: None, what: What::Missing(field) }
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        let known = ours("It can be: ").listed(expected, ", ").ours(".");
        let help = match did_you_mean(variant, expected.iter().copied()) {
            Some(meant) => ours("Did you mean “").ours(meant).ours("”? ").then(known),
            None => known,
        };
        let what = quoted(variant).ours(" is not one of the words that can stand here");
        Wrong { at: None, what: What::Slipped(Slip { what, help }) }
    }
}
