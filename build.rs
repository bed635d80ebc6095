//! Makes the linter's data files quick to start with: each `src/wording/**/*.yaml` becomes the same thing as JSON.
//!
//! YAML stays the only source, and the form that people write; a test holds both to each other. JSON is read thirty times faster.
#![allow(clippy::print_stdout, reason = "a build script speaks to Cargo in print")]
#![allow(clippy::disallowed_methods, reason = "no file of a home is touched here")]

use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::var("OUT_DIR")?;
    println!("cargo::rerun-if-changed=build.rs");
    for folder in ["rules", "vocabulary"] {
        let from = Path::new("src/wording").join(folder);
        let to = Path::new(&out).join("wording").join(folder);
        println!("cargo::rerun-if-changed={}", from.display());
        fs::create_dir_all(&to)?;
        for file in fs::read_dir(&from)? {
            let yaml = file?.path();
            if yaml.extension().is_some_and(|ending| ending == "yaml") {
                let json = json(&fs::read_to_string(&yaml)?).map_err(|why| format!("{}: {why}", yaml.display()))?;
                fs::write(to.join(yaml.with_extension("json").file_name().ok_or("a file without a name")?), json)?;
            }
        }
    }
    Ok(())
}

/// The same data as JSON.
fn json(yaml: &str) -> Result<String, Box<dyn Error>> {
    let mut options = serde_saphyr::Options::default();
    // A list of words may hold a plain `no` or `on`.
    options.strict_booleans = true;
    let data: serde_json::Value = serde_saphyr::from_str_with_options(yaml, options)?;
    Ok(lettered(data)?.to_string())
}

/// Whole numbers as letters, which is how content is read; any other number would lose how it was written.
fn lettered(data: serde_json::Value) -> Result<serde_json::Value, Box<dyn Error>> {
    use serde_json::Value;
    Ok(match data {
        Value::Number(number) if number.is_u64() => Value::String(number.to_string()),
        Value::Number(number) => return Err(format!("{number} needs quotation marks: letters are wanted here").into()),
        Value::Array(list) => Value::Array(list.into_iter().map(lettered).collect::<Result<_, _>>()?),
        Value::Object(keys) => {
            let keys = keys.into_iter().map(|(key, value)| Ok((key, lettered(value)?)));
            Value::Object(keys.collect::<Result<_, Box<dyn Error>>>()?)
        }
        other => other,
    })
}
