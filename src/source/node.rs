//! What stands in a YAML file, as nodes that know their place. Every scalar keeps the letters it was written with.

use crate::text::Span;

/// A value in a YAML file, and where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where it begins.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// The three shapes YAML has, and nothing at all.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A key with nothing after it.
    Empty,
    /// Letters, exactly as written.
    Letters(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with their values, in the order written; a key may stand twice, which is for the shape to report.
    Keys(Vec<(String, Span, Node)>),
}
