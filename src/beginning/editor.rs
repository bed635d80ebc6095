//! What an editor is told of a home's files: which description belongs to which file, so that it shows the meaning of each key.

use serde_json::{Map, Value, json};

use crate::keys::{self, FILES, FileOf};

/// The folder with the descriptions, beside the homes.
const SCHEMAS: &str = ".schema";

/// Which add-on of VS Code reads the descriptions.
pub const EXTENSIONS: &str = "{\n  \"recommendations\": [\"redhat.vscode-yaml\"]\n}\n";

/// The name of the description of a kind of file.
#[must_use]
pub fn schema_name(file: &FileOf) -> String {
    format!("{SCHEMAS}/{}.json", keys::subject(file.path))
}

/// The settings of VS Code: every kind of file with its description.
#[must_use]
pub fn settings() -> String {
    let files = FILES.iter().filter(|file| file.path.ends_with(".yaml"));
    let schemas: Map<String, Value> = files
        .map(|file| {
            (
                format!("./{}", schema_name(file)),
                json!([format!("**/{}", file.path.replace("residents/*", "residents/**/*"))]),
            )
        })
        .collect();
    format!("{:#}\n", json!({ "yaml.schemas": schemas, "files.eol": "\n" }))
}
