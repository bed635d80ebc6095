//! For tools that collect findings: SARIF 2.1.0, with the rules' pages inside.

use serde_json::{Value, json};

use super::{Said, place};
use crate::finding::Severity;
use crate::review::baseline::fingerprint;
use crate::review::{Advice, Whereabouts};
use crate::rulebook::rule::Rule;
use crate::wording::page;

/// Where the shape is described.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Everything that was found.
#[must_use]
pub fn written(said: Said<'_>) -> String {
    let mut rules: Vec<Rule> = page::every(said.rulebook);
    rules.retain(|rule| said.advice().any(|advice| advice.rule == rule.code));
    let results: Vec<Value> = said.advice().map(|advice| result(advice, &rules)).collect();
    let notes: Vec<Value> =
        said.unread.iter().map(|why| json!({ "level": "error", "message": { "text": why } })).collect();
    let log = json!({
        "$schema": SCHEMA, "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "homepack", "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": said.unread.is_empty(), "toolExecutionNotifications": notes }],
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

/// One rule, with its page.
fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": { "text": page::title(rule) },
        "fullDescription": { "text": rule.why },
        "help": { "text": page::written(rule), "markdown": page::written(rule) },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.family.name()] },
    })
}

/// One finding.
fn result(advice: &Advice, rules: &[Rule]) -> Value {
    let artifact = json!({ "uri": uri(advice.path.as_str()) });
    let mut physical = json!({ "artifactLocation": artifact });
    let mut location = json!({});
    match &advice.place {
        Whereabouts::Letters { .. } => physical["region"] = region(advice, true),
        Whereabouts::Part { .. } => location["logicalLocations"] = json!([{ "fullyQualifiedName": place(advice) }]),
    }
    location["physicalLocation"] = physical;
    let mut result = json!({
        "ruleId": advice.rule, "level": level(advice.severity),
        "message": { "text": format!("{}. {}", advice.message, advice.suggestion) },
        "locations": [location],
        "partialFingerprints": { "homepackWords/v1": fingerprint(advice) },
    });
    if let Some(at) = rules.iter().position(|rule| rule.code == advice.rule) {
        result["ruleIndex"] = json!(at);
    }
    // A region of letters and one of bytes are two things to SARIF: the change is told where both are the words themselves.
    let bytes = if let Whereabouts::Letters { bytes, .. } = advice.place { bytes } else { None };
    if let Some(edit) = advice.edit.as_ref().filter(|edit| Some(edit.bytes) == bytes) {
        let change = json!({ "deletedRegion": region(advice, false), "insertedContent": { "text": edit.new } });
        result["fixes"] = json!([{
            "description": { "text": "Better words that mean the same" },
            "artifactChanges": [{ "artifactLocation": { "uri": uri(advice.path.as_str()) }, "replacements": [change] }],
        }]);
    }
    result
}

/// The letters of a finding; `whole` with its bytes and words.
fn region(advice: &Advice, whole: bool) -> Value {
    let Whereabouts::Letters { line, column, end, bytes } = &advice.place else { return json!({}) };
    let mut region = json!({ "startLine": line, "startColumn": column });
    if let Some((line, column)) = end {
        region["endLine"] = json!(line);
        region["endColumn"] = json!(column);
    }
    if let Some((start, after)) = bytes.filter(|_| whole) {
        region["byteOffset"] = json!(start);
        region["byteLength"] = json!(after - start);
        region["snippet"] = json!({ "text": advice.words });
    }
    region
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A path as a reference: what an address may not hold is written in hexadecimal.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
    path.trim_start_matches("./")
        .bytes()
        .map(|byte| if plain(byte) { (byte as char).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_a_space_in_its_name_is_a_reference() {
        assert_eq!(uri("./old statements/café.md"), "old%20statements/caf%C3%A9.md");
    }
}
