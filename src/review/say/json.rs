//! For a program: JSON Lines, a finding a line. A number that a file does not have is null.

use serde_json::json;

use super::Said;
use crate::review::{Advice, Whereabouts};

/// Every finding.
#[must_use]
pub fn written(said: Said<'_>) -> String {
    let mut out = String::new();
    said.advice().for_each(|advice| out.push_str(&format!("{}\n", line(advice))));
    out
}

/// One finding.
fn line(advice: &Advice) -> serde_json::Value {
    let mut keys = match &advice.place {
        Whereabouts::Letters { line, column, bytes, .. } => json!({
            "path": advice.path.as_str(), "line": line, "column": column,
            "start": bytes.map(|bytes| bytes.0), "end": bytes.map(|bytes| bytes.1),
        }),
        Whereabouts::Part { heading, paragraph, page } => json!({
            "path": advice.path.as_str(), "heading": heading, "paragraph": paragraph, "page": page,
        }),
    };
    let rest = json!({
        "family": advice.family.name(), "rule": advice.rule, "severity": advice.severity.name(), "text": advice.words,
        "sentence": advice.sentence, "message": advice.message, "suggestion": advice.suggestion,
        "replacement": advice.rewrite,
    });
    if let (Some(keys), serde_json::Value::Object(rest)) = (keys.as_object_mut(), rest) {
        keys.extend(rest);
    }
    keys
}
