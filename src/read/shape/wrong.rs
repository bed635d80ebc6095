//! What a type could not take: whose node it is about, how it is worded, and what to set aside before reading on.

use std::fmt;

use serde::de;

use super::{Leaf, State, THEN};
use crate::finding::{Finding, did_you_mean};

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
    Said(String),
}

impl Wrong {
    pub(super) fn said(leaf: &Leaf, message: String) -> Self {
        Wrong { at: Some(leaf), what: What::Said(message) }
    }

    /// The step it asks for and the finding to note; nothing is noted about a node that was not written or is aside already.
    pub(super) fn settle(self, tree: &Leaf) -> (Step, Option<Finding>) {
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
                let finding = (!written).then(|| missing(leaf, key));
                (Step::Missing(path, key), finding)
            }
            What::Said(message) => {
                let finding = (leaf.state != State::StandIn).then(|| said(leaf, &message));
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
fn missing(leaf: &Leaf, key: &str) -> Finding {
    let under = leaf.key.as_deref().map(|under| format!(" under “{under}”")).unwrap_or_default();
    Finding::error(leaf.span, format!("the key “{key}” is missing{under}"), format!("Add a line “{key}: …” here."))
}

/// The finding for a message of the form "what is wrong THEN what to write".
fn said(leaf: &Leaf, message: &str) -> Finding {
    let (what, help) = message.split_once(THEN).unwrap_or((message, "Look at the sample home for how it is written."));
    let what = match &leaf.key {
        Some(key) => format!("{key}: {what}"),
        None => what.to_owned(),
    };
    Finding::error(leaf.span, what, help)
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.what {
            What::Missing(key) => write!(f, "{key} is missing"),
            What::Said(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Wrong { at: None, what: What::Said(message.to_string()) }
    }

    fn missing_field(field: &'static str) -> Self {
        Wrong { at: None, what: What::Missing(field) }
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        let known = expected.join(", ");
        let help = match did_you_mean(variant, expected.iter().copied()) {
            Some(meant) => format!("Did you mean “{meant}”? It can be: {known}."),
            None => format!("It can be: {known}."),
        };
        Self::custom(format!("“{variant}” is not one of the words that can stand here{THEN}{help}"))
    }
}
