//! Makes the linter quick to start with: the rules in `src/wording/**/*.yaml` become a finished book of rules, in bytes.
//!
//! YAML stays the only source, and the form that people write. The program's own modules read it here; a test holds the bytes to
//! what the program would read itself.
#![allow(clippy::print_stdout, reason = "a build script speaks to Cargo in print")]
#![allow(clippy::disallowed_methods, reason = "no file of a home is touched here")]

use std::error::Error;
use std::path::Path;

#[path = "src/finding/severity.rs"]
#[allow(dead_code, unreachable_pub, reason = "only the book of rules is made here")]
mod finding;
#[path = "src/wording/making.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "only the book of rules is made here")]
mod wording;

/// What the program's `failure` is to the modules that run here.
mod failure {
    /// Why a file of ours cannot be used.
    #[derive(Debug)]
    pub(crate) enum Failure {
        /// What is wrong in it.
        Theme(String),
    }
}

/// What the program's `read` is to the modules that run here.
mod read {
    use serde::de::DeserializeOwned;
    use serde_json::Value;

    /// Reads a file of ours.
    pub(crate) fn ours<T: DeserializeOwned>(yaml: &str) -> Result<T, String> {
        let mut options = serde_saphyr::Options::default();
        // A list of words may hold a plain `no` or `on`.
        options.strict_booleans = true;
        let data: Value = serde_saphyr::from_str_with_options(yaml, options).map_err(|why| why.to_string())?;
        serde_json::from_value(lettered(data)?).map_err(|why| why.to_string())
    }

    /// Whole numbers as letters, which is how content is read; any other number would lose how it was written.
    fn lettered(data: Value) -> Result<Value, String> {
        Ok(match data {
            Value::Number(number) if number.is_u64() => Value::String(number.to_string()),
            Value::Number(number) => return Err(format!("{number} needs quotation marks: letters are wanted here")),
            Value::Array(list) => Value::Array(list.into_iter().map(lettered).collect::<Result<_, _>>()?),
            Value::Object(keys) => {
                let keys = keys.into_iter().map(|(key, value)| Ok((key, lettered(value)?)));
                Value::Object(keys.collect::<Result<_, String>>()?)
            }
            other => other,
        })
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    // The rules and the modules are part of this script: Cargo builds and runs it again when one of them changes.
    println!("cargo::rerun-if-changed=build.rs");
    let letters = wording::letters::Letters::built_in();
    let book = wording::book::Rulebook::of(&letters).map_err(|failure::Failure::Theme(why)| why)?;
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("rulebook.bin"), postcard::to_extend(&book, Vec::new())?)?;
    Ok(())
}
