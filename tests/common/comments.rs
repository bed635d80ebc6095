//! The doc comments of the model: which outputs each field says it is seen on.

#![allow(dead_code, unreachable_pub, reason = "a module of its own in each test that uses it")]

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;

use regex::Regex;

/// A field of the model: its struct's file and name, and its own.
pub type Field = (String, String, String);

/// How the line begins.
const SEEN: &str = "/// Seen on: ";

/// The model's source.
pub struct Comments {
    files: BTreeMap<String, (PathBuf, String)>,
}

impl Comments {
    pub fn read() -> Self {
        let mut files = BTreeMap::new();
        let folder = PathBuf::from("src/home");
        let names = fs_err::read_dir(&folder).expect("the model is there").filter_map(Result::ok);
        let files_of_rust =
            names.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "rs"));
        for path in files_of_rust.chain([PathBuf::from("src/home.rs")]) {
            let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
            let letters = fs_err::read_to_string(&path).expect("it is text");
            files.insert(name, (path, letters));
        }
        Self { files }
    }

    /// Which field of which struct each path ends at, with everything that was seen for it.
    pub fn by_field<'a>(
        &self,
        seen: impl Iterator<Item = (&'a str, Vec<String>)>,
    ) -> BTreeMap<Field, BTreeSet<String>> {
        let mut out: BTreeMap<Field, BTreeSet<String>> = BTreeMap::new();
        for (path, names) in seen {
            out.entry(self.field(path)).or_default().extend(names);
        }
        out
    }

    /// The field that a path such as `fees.weekly[].what` ends at.
    fn field(&self, path: &str) -> Field {
        let mut steps = path.split('.').map(|step| step.trim_end_matches("[]"));
        let first = steps.next().expect("a path has a step");
        let mut at = ("home".to_owned(), "Home".to_owned(), rust_name(first).to_owned());
        for step in steps {
            let (file, kind) = self.kind(&at).unwrap_or_else(|| panic!("{path}: {at:?} holds nothing"));
            at = (file, kind, step.to_owned());
        }
        // What is rated is for the country to say: its keys stand in one list of the model.
        if at.1 == "Rating"
            && !self.body(&at.0, &at.1).is_some_and(|body| body.lines().any(|line| is_field(line, &at.2)))
        {
            "each".clone_into(&mut at.2);
        }
        at
    }

    /// The struct that a field holds.
    fn kind(&self, (file, parent, name): &Field) -> Option<(String, String)> {
        let body = self.body(file, parent)?;
        let field = Regex::new(&format!(r"pub (?:r#)?{name}: ([^\n]+),\n")).expect("a pattern");
        let held = field.captures(body)?[1].trim_end_matches('>').rsplit('<').next()?.to_owned();
        match held.split_once("::") {
            Some((module, kind)) => Some((module.to_owned(), kind.to_owned())),
            None if self.body(file, &held).is_some() => Some((file.clone(), held)),
            None => self.files.keys().find(|file| self.body(file, &held).is_some()).map(|file| (file.clone(), held)),
        }
    }

    /// Every key that holds no keys of its own, with the first path that leads to it: `fees.weekly.what`.
    pub fn leaves(&self) -> BTreeMap<Field, String> {
        let mut leaves = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut waiting = VecDeque::from([("home".to_owned(), "Home".to_owned(), String::new())]);
        while let Some((file, parent, before)) = waiting.pop_front() {
            for name in self.names(&file, &parent) {
                let field = (file.clone(), parent.clone(), name.clone());
                let path = if before.is_empty() { name } else { format!("{before}.{name}") };
                match self.kind(&field).filter(|(file, kind)| !self.names(file, kind).is_empty()) {
                    Some((file, kind)) if seen.insert((file.clone(), kind.clone())) => {
                        waiting.push_back((file, kind, path))
                    }
                    Some(_) => {}
                    None => {
                        leaves.insert(field, path);
                    }
                }
            }
        }
        leaves
    }

    /// The names of a struct's fields.
    fn names(&self, file: &str, parent: &str) -> Vec<String> {
        let lines = self.body(file, parent).into_iter().flat_map(str::lines);
        let name = |line: &str| {
            Some(line.trim().strip_prefix("pub ")?.split_once(": ")?.0.trim_start_matches("r#").to_owned())
        };
        lines.filter_map(name).collect()
    }

    /// The letters between a struct's braces.
    fn body(&self, file: &str, name: &str) -> Option<&str> {
        let letters = &self.files.get(file)?.1;
        let start = letters.find(&format!("pub struct {name} {{\n"))?;
        let end = letters[start..].find("\n}\n")?;
        Some(&letters[start..=(start + end)])
    }

    /// The outputs that a field's comment names.
    pub fn seen_on(&self, (file, parent, name): &Field) -> BTreeSet<String> {
        let Some(body) = self.body(file, parent) else { return BTreeSet::new() };
        let before = body.lines().take_while(|line| !is_field(line, name)).collect::<Vec<_>>();
        let mut comment =
            before.iter().rev().take_while(|line| line.trim().starts_with("//") || line.trim().starts_with('#'));
        let line = comment.find_map(|line| line.trim().strip_prefix(SEEN));
        line.into_iter().flat_map(|names| names.trim_end_matches('.').split(", ")).map(str::to_owned).collect()
    }

    /// Writes the line “Seen on:” of each field anew.
    pub fn renew(&self, seen: &BTreeMap<Field, BTreeSet<String>>) {
        for (file, (path, letters)) in &self.files {
            let mut out: Vec<String> = Vec::new();
            let mut parent = String::new();
            for line in letters.lines() {
                if let Some(name) = line.strip_prefix("pub struct ") {
                    name.trim_end_matches(" {").clone_into(&mut parent);
                }
                let of =
                    seen.iter().find(|((of, kind, name), _)| of == file && *kind == parent && is_field(line, name));
                if let Some((_, names)) = of {
                    let attributes = out.iter().rev().take_while(|line| line.trim().starts_with('#')).count();
                    let at = out.len() - attributes;
                    if at > 0 && out[at - 1].trim().starts_with(SEEN) {
                        out.remove(at - 1);
                    }
                    let at = out.len() - attributes;
                    if !names.is_empty() {
                        let names = names.iter().cloned().collect::<Vec<_>>().join(", ");
                        out.insert(at, format!("    {SEEN}{names}."));
                    }
                }
                out.push(line.to_owned());
            }
            fs_err::write(path, out.join("\n") + "\n").expect("it can be written");
        }
    }
}

fn is_field(line: &str, name: &str) -> bool {
    let line = line.trim();
    line.starts_with(&format!("pub {name}: ")) || line.starts_with(&format!("pub r#{name}: "))
}

/// A file's subject as the model calls it.
fn rust_name(subject: &str) -> &str {
    match subject {
        "photos" => "photographs",
        other => other,
    }
}
