//! Makes two things ready when the program is built.
//!
//! The rules in `src/rulebook/**/*.yaml` become a finished book of rules, in bytes, so that the linter is quick to start with. YAML stays
//! the only source, and the form that people write. The program's own rooms read it here; a test holds the bytes to what the program
//! would read itself.
//!
//! The sample homes in `content/` become fingerprints, so that the program knows their words, names and numbers in another home without
//! carrying them along.
#![allow(clippy::print_stdout, reason = "a build script speaks to Cargo in print")]
#![allow(clippy::disallowed_methods, reason = "no file of a home is touched here")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use serde_json::Value;
use src::leftover::print::{PHOTOGRAPH, Print, SENTENCE, of_bytes, print, subject, telling};
use src::{ours, rulebook, severity};

/// The rooms of the program that make the book of rules. They import nothing but each other.
#[allow(dead_code, unreachable_pub, reason = "the program uses what is not used here")]
mod src {
    pub(crate) mod leftover {
        pub(crate) mod print;
    }
    pub(crate) mod ours;
    pub(crate) mod rulebook;
    pub(crate) mod severity;
}

fn main() -> Result<(), Box<dyn Error>> {
    // The rules and the rooms are part of this script: Cargo builds and runs it again when one of them changes.
    println!("cargo::rerun-if-changed=build.rs");
    let book = rulebook::Rulebook::of(&rulebook::letters::Letters::built_in())?;
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    std::fs::write(out.join("rulebook.bin"), book.bytes()?)?;
    println!("cargo::rerun-if-changed=content");
    std::fs::write(out.join("samples.bin"), Samples::of(Path::new("content"))?.bytes())?;
    Ok(())
}

/// The sample homes and what they say, as fingerprints.
#[derive(Default)]
struct Samples {
    /// Their names.
    names: Vec<String>,
    /// What they say, each with a bit for every home that says it.
    prints: BTreeMap<Print, u8>,
}

impl Samples {
    /// Reads every folder that has a `home.yaml`.
    fn of(content: &Path) -> Result<Self, Box<dyn Error>> {
        let mut samples = Self::default();
        for home in sorted(content)?.into_iter().filter(|folder| folder.join("home.yaml").is_file()) {
            let name: Value = ours::read(&std::fs::read_to_string(home.join("home.yaml"))?)?;
            samples.names.push(name["name"].as_str().ok_or("a sample home has a name")?.to_owned());
            let bit =
                1_u8.checked_shl(u32::try_from(samples.names.len() - 1)?).ok_or("there are too many sample homes")?;
            samples.folder(&home, "", bit)?;
        }
        Ok(samples)
    }

    /// Notes what the files of a folder say, and of those in it.
    fn folder(&mut self, folder: &Path, below: &str, bit: u8) -> Result<(), Box<dyn Error>> {
        for path in sorted(folder)? {
            let name = format!("{below}{}", path.file_name().unwrap_or_default().to_string_lossy());
            if path.is_dir() {
                self.folder(&path, &format!("{name}/"), bit)?;
            } else if name.ends_with(".yaml") {
                let file: Value = ours::read(&std::fs::read_to_string(&path)?)?;
                self.value(&file, &subject(&name), bit);
            } else if name.ends_with(".md") {
                self.sentences(&std::fs::read_to_string(&path)?, bit);
            } else {
                self.note(of_bytes(PHOTOGRAPH, &std::fs::read(&path)?), bit);
            }
        }
        Ok(())
    }

    /// Notes a value and every one in it.
    fn value(&mut self, value: &Value, way: &str, bit: u8) {
        match value {
            Value::Object(keys) => keys.iter().for_each(|(key, held)| self.value(held, &format!("{way}.{key}"), bit)),
            Value::Array(entries) => entries.iter().for_each(|entry| self.value(entry, way, bit)),
            Value::String(words) => {
                self.note(print(way, words), bit);
                self.sentences(words, bit);
            }
            Value::Null => {}
            other => self.note(print(way, &other.to_string()), bit),
        }
    }

    fn sentences(&mut self, text: &str, bit: u8) {
        for paragraph in text.split("\n\n") {
            telling(paragraph).into_iter().for_each(|sentence| self.note(print(SENTENCE, sentence), bit));
        }
    }

    fn note(&mut self, print: Print, bit: u8) {
        *self.prints.entry(print).or_default() |= bit;
    }

    /// The names on a line, then the fingerprints in their order.
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.names.join("\t").into_bytes();
        bytes.push(b'\n');
        for (print, homes) in &self.prints {
            bytes.extend(print.to_be_bytes());
            bytes.push(*homes);
        }
        bytes
    }
}

/// What lies in a folder, in one order on every machine.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}
