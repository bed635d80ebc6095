//! Records in which every key that there is holds something that stands nowhere else: canary words, and days, sums and numbers of
//! their own. Whoever finds one outside a resident's own papers has found a leak.

use std::collections::BTreeSet;

use homepack::resident::schema::{FIELDS, Kind};

/// A record, and what to look for.
pub(crate) struct Record {
    pub(crate) id: String,
    pub(crate) letters: String,
    pub(crate) canaries: Vec<Canary>,
}

/// Something of one key's own.
pub(crate) struct Canary {
    /// The key: `name.preferred`.
    pub(crate) path: String,
    /// How it may be written, in small letters.
    pub(crate) forms: Vec<String>,
}

/// What a record is made of on its way to letters.
enum Tree {
    Value(String),
    List(Vec<Tree>),
    Keys(Vec<(String, Tree)>),
}

/// What people can say yes to.
pub(crate) fn consents() -> &'static [&'static str] {
    let field = FIELDS.iter().find(|field| field.path == "consents[].to").expect("a consent is to something");
    let Kind::OneOf(words) = field.kind else { panic!("it is one of a few") };
    words
}

/// A record that says yes to everything and fills in every key; `who` is 0, 1, 2 …
pub(crate) fn record(id: &str, who: usize) -> Record {
    let mut tree = Tree::Keys(Vec::new());
    let mut canaries = Vec::new();
    for (at, field) in FIELDS.iter().enumerate() {
        let path = field.path.as_str();
        if path.starts_with("consents[]") || path == "leave_out[]" {
            continue;
        }
        let fixed = match path {
            "id" => Some(id),
            "format.typeface" => Some("arimo"),
            "format.paper" => Some("cream"),
            "leaflets[]" => Some("visiting"),
            "printed_copies[].paper" => Some("book"),
            _ => None,
        };
        if let Some(fixed) = fixed {
            tree.put(path, &[fixed.to_owned()]);
            continue;
        }
        let (values, forms) = value(path, field.kind, at, who);
        tree.put(path, &values);
        if !forms.is_empty() {
            canaries.push(Canary { path: path.to_owned(), forms });
        }
    }
    let mut letters = tree.letters(0);
    letters.push_str("consents:\n");
    consents().iter().for_each(|to| letters.push_str(&format!("  - to: {to}\n    yes_on: 2026-01-05\n")));
    Record { id: id.to_owned(), letters, canaries }
}

/// What stands at a key, and how it may be written.
fn value(path: &str, kind: Kind, at: usize, who: usize) -> (Vec<String>, Vec<String>) {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).expect("a letter"));
    match kind {
        Kind::Words => {
            let word = format!("Z{}{}{}canary", ["q", "x", "v"][who % 3], letter(at / 26), letter(at));
            (vec![word.clone()], vec![word.to_lowercase()])
        }
        Kind::Day => {
            const MONTHS: [&str; 12] = [
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december",
            ];
            let later = path.ends_with("worker.until") || path.ends_with("up.until") || path.ends_with("ask_again_on");
            let (year, month, day) = (if later { 2931 } else { 1931 } + who, at % 12, at / 12 + 1);
            let iso = format!("{year}-{:02}-{day:02}", month + 1);
            let forms = vec![iso.clone(), iso.replace('-', ""), format!("{day} {} {year}", MONTHS[month])];
            (vec![iso], forms)
        }
        Kind::Money => {
            let pounds = 100 * who + at;
            (vec![format!("7{pounds:03}.13")], vec![format!("7{pounds:03}.13"), format!("7,{pounds:03}.13")])
        }
        Kind::Phone => {
            let last = format!("{:03}", 300 * who + at);
            let forms = ["7946 0", "79460", "7946-0", "7946%200"].map(|first| format!("{first}{last}"));
            (vec![format!("020 7946 0{last}")], forms.to_vec())
        }
        Kind::YesNo => (vec!["yes".to_owned()], Vec::new()),
        Kind::OneOf(words) if path.ends_with("[]") => {
            (words.iter().map(|word| (*word).to_owned()).collect(), Vec::new())
        }
        Kind::OneOf(words) => (vec![words[who % words.len()].to_owned()], Vec::new()),
    }
}

impl Tree {
    /// Puts values at the end of a path such as `people[].phone`.
    fn put(&mut self, path: &str, values: &[String]) {
        let (step, rest) = path.split_once('.').unwrap_or((path, ""));
        let name = step.trim_end_matches("[]");
        let Tree::Keys(keys) = self else { panic!("{path} stands in a group") };
        let at = keys.iter().position(|(key, _)| key == name).unwrap_or_else(|| {
            let empty = if step.ends_with("[]") { Tree::List(Vec::new()) } else { Tree::Keys(Vec::new()) };
            keys.push((name.to_owned(), empty));
            keys.len() - 1
        });
        let inner = &mut keys[at].1;
        match inner {
            Tree::List(list) if rest.is_empty() => list.extend(values.iter().cloned().map(Tree::Value)),
            Tree::List(list) => {
                if list.is_empty() {
                    list.push(Tree::Keys(Vec::new()));
                }
                list[0].put(rest, values);
            }
            _ if rest.is_empty() => *inner = Tree::Value(values[0].clone()),
            _ => inner.put(rest, values),
        }
    }

    /// The lines, so far to the right.
    fn letters(&self, indent: usize) -> String {
        let pad = " ".repeat(indent);
        match self {
            Tree::Value(value) => format!("{pad}{value}\n"),
            Tree::List(list) => {
                let entry = |tree: &Tree| format!("{pad}- {}", &tree.letters(indent + 2)[indent + 2..]);
                list.iter().map(entry).collect()
            }
            Tree::Keys(keys) => keys
                .iter()
                .map(|(key, tree)| match tree {
                    Tree::Value(value) => format!("{pad}{key}: {value}\n"),
                    tree => format!("{pad}{key}:\n{}", tree.letters(indent + 2)),
                })
                .collect(),
        }
    }
}

/// Looks for canaries in bytes of any kind.
pub(crate) struct Watch(regex::bytes::Regex);

impl Watch {
    /// For everything that these records hold, and for the word that all canary words end with.
    pub(crate) fn over<'a>(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let mut forms: Vec<String> =
            records.into_iter().flat_map(|record| &record.canaries).flat_map(|canary| canary.forms.clone()).collect();
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        forms.push("canary".to_owned());
        let any: Vec<String> = forms.iter().map(|form| regex::escape(form)).collect();
        Self(regex::bytes::Regex::new(&any.join("|")).expect("a pattern"))
    }

    /// Every canary in some bytes: in letters of any size, in UTF-8 or UTF-16, with spaces of any kind.
    pub(crate) fn seen(&self, bytes: &[u8]) -> BTreeSet<String> {
        let narrow: Vec<u8> = bytes.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
        let spaces = regex::bytes::Regex::new(r"(?-u:\xC2\xA0|&nbsp;|&#160;|&#xa0;|%20|%c2%a0)").expect("a pattern");
        let plain = spaces.replace_all(&narrow, &b" "[..]);
        // Letters written as “%7a” or “&#122;” are letters too.
        let coded = regex::bytes::Regex::new(r"(?-u:%([0-9a-f]{2})|&#x([0-9a-f]{2});)").expect("a pattern");
        let plain = coded.replace_all(&plain, |found: &regex::bytes::Captures<'_>| {
            let digits = found.get(1).or(found.get(2)).map_or(&b""[..], |digits| digits.as_bytes());
            vec![u8::from_str_radix(&String::from_utf8_lossy(digits), 16).unwrap_or(b' ').to_ascii_lowercase()]
        });
        self.0.find_iter(&plain).map(|found| String::from_utf8_lossy(found.as_bytes()).into_owned()).collect()
    }

    /// The same for a file: what is folded up in a PDF is unfolded first.
    pub(crate) fn seen_in_file(&self, name: &str, bytes: &[u8]) -> BTreeSet<String> {
        let mut seen = self.seen(bytes);
        if name.ends_with(".pdf") {
            seen.extend(self.seen(&unfolded(bytes)));
            let prose = homepack::statement::statement(name.into(), bytes).expect("a PDF of ours can be read");
            seen.extend(prose.passages.iter().flat_map(|passage| self.seen(passage.text.as_bytes())));
        }
        seen
    }
}

/// A PDF with nothing in it folded up.
pub(crate) fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut pdf = lopdf::Document::load_mem(bytes).expect("a PDF of ours can be read");
    pdf.decompress();
    let mut out = Vec::new();
    pdf.save_to(&mut out).expect("it can be written to memory");
    out
}

/// What a PDF says of itself: the entries of its Info and its XMP packet.
pub(crate) fn properties(bytes: &[u8]) -> Vec<u8> {
    let pdf = lopdf::Document::load_mem(bytes).expect("a PDF of ours can be read");
    let followed = |object: &lopdf::Object| pdf.dereference(object).map(|(_, object)| object.clone()).ok();
    let mut out = Vec::new();
    let info = pdf.trailer.get(b"Info").ok().and_then(followed);
    for (_, value) in info.iter().filter_map(|info| info.as_dict().ok()).flat_map(|info| info.iter()) {
        out.extend(value.as_str().unwrap_or_default());
        out.push(b'\n');
    }
    let packet = pdf.catalog().ok().and_then(|catalog| catalog.get(b"Metadata").ok()).and_then(followed);
    if let Some(stream) = packet.as_ref().and_then(|packet| packet.as_stream().ok()) {
        out.extend(stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()));
    }
    out
}
