//! What may stand in the tags of a words file, and how files include each other.
//!
//! Words files know “if”, “for”, “set” and “include”. What Tera knows besides would write where the meter does not look, and no words
//! of ours need it.

use std::collections::BTreeMap;

use super::file::WordsFile;
use super::markdown::notes;
use super::meter::list_over;
use super::tags::{Tag, is_of_name, tags};
use super::unsaid::Unsaid;
use crate::limits::{WORDS_DEPTH, WORDS_FILE};
use crate::text::Span;

/// The words that begin a tag.
const KNOWN: [&str; 10] = ["if", "elif", "else", "endif", "for", "endfor", "break", "continue", "include", "set"];

/// How many texts one tag may put together: each is written anew for every one after it.
const TOGETHER: usize = 16;

/// Everything that may not stand in a words file.
pub(super) fn mistakes(file: &WordsFile) -> Vec<Unsaid> {
    if WORDS_FILE.is_passed_by(file.letters.len()) {
        return vec![Unsaid::over(&WORDS_FILE).or_at(Span { file: file.number, line: 1, column: 1, width: 1 })];
    }
    // What somebody wrote for themselves is gone before anything is filled in.
    let letters = notes::of_template(&file.letters);
    let spoken = tags(&letters).filter(|tag| tag.begin != "{#");
    spoken.filter_map(|tag| Some(Unsaid::new(mistake(&tag)?).or_at(place(file, tag.start)))).collect()
}

/// What is wrong with a tag.
fn mistake(tag: &Tag<'_>) -> Option<String> {
    let Some(spoken) = tag.without_texts().filter(|_| !tag.inner.contains(['{', '}'])) else {
        return Some("a text in quotation marks has no end here, or curly brackets stand inside others".to_owned());
    };
    if spoken.matches('~').count() > TOGETHER {
        return Some(format!("more than {TOGETHER} texts are put together with “~” here"));
    }
    if spoken.starts_with('<') {
        return Some("words files have no components, and one is called here".to_owned());
    }
    let word = tag.word();
    if let Some(word) = word.filter(|word| !KNOWN.contains(word)) {
        return Some(format!("there is no tag called “{word}”: there are if, elif, else, for, set and include"));
    }
    if word == Some("set") {
        let value = tag.rest().trim_start_matches(is_of_name).trim_start();
        let Some(value) = value.strip_prefix('=') else {
            return Some("“set” needs a name, “=” and a value here".to_owned());
        };
        let lists = names(&spoken).filter(|name| *name == "for").count();
        return (lists > 1 || lists == 1 && list_over(value).is_none_or(|over| over == "range")).then(list);
    }
    let first = usize::from(word == Some("for"));
    names(&spoken).skip(first).any(|name| name == "for").then(list)
}

/// What is said of a list that the meter cannot follow.
fn list() -> String {
    "a list that is made with “for” in square brackets stands alone after “set”, and goes through one list by its name"
        .to_owned()
}

/// The names in a tag.
fn names(spoken: &str) -> impl Iterator<Item = &str> {
    spoken.split(|c| !is_of_name(c)).filter(|name| !name.is_empty())
}

/// Where a byte of a words file stands.
fn place(file: &WordsFile, byte: usize) -> Span {
    let before = &file.letters[..byte];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Span {
        file: file.number,
        line: number(before.matches('\n').count() + 1),
        column: number(before[start..].chars().count() + 1),
        width: 1,
    }
}

/// The first place from which files include each other in a circle, or too many in a row.
pub(super) fn includes<'a>(files: impl Iterator<Item = &'a WordsFile>) -> Option<Unsaid> {
    // A file that comes later lies over an earlier one of its name.
    let files: BTreeMap<&str, &WordsFile> = files.map(|file| (file.name.as_str(), file)).collect();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    files.values().find_map(|file| below(file, &files, &mut Vec::new(), &mut known).err())
}

/// How many files stand below one in the longest row of files that include each other.
fn below<'a>(
    file: &'a WordsFile,
    files: &BTreeMap<&str, &'a WordsFile>,
    above: &mut Vec<&'a str>,
    known: &mut BTreeMap<&'a str, usize>,
) -> Result<usize, Unsaid> {
    if let Some(depth) = known.get(file.name.as_str()) {
        return Ok(*depth);
    }
    above.push(&file.name);
    let mut deepest = 0;
    for tag in tags(&file.letters).filter(|tag| tag.word() == Some("include")) {
        let name = tag.rest().trim_matches(['"', '\'', '`']);
        let Some(next) = files.get(name) else { continue };
        if above.contains(&next.name.as_str()) {
            let what = format!("“{name}” comes to include itself here, and would never end");
            return Err(Unsaid::new(what).or_at(place(file, tag.start)));
        }
        let depth = if WORDS_DEPTH.is_passed_by(above.len()) { None } else { Some(below(next, files, above, known)?) };
        let depth = depth.filter(|depth| !WORDS_DEPTH.is_passed_by(above.len() + depth));
        deepest = deepest.max(depth.ok_or_else(|| Unsaid::over(&WORDS_DEPTH).or_at(place(file, tag.start)))? + 1);
    }
    above.pop();
    known.insert(&file.name, deepest);
    Ok(deepest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, number: u32, letters: &str) -> WordsFile {
        WordsFile::new(name.to_owned(), number, letters.into())
    }

    #[test]
    fn what_words_files_know_may_stand() {
        let words = "{% if a -%}{{ b | stop }}{% elif c %}{% else %}{% for x in y %}{% break %}{% endfor %}{% endif %}{# any {thing} #}{% set d = [e.f for e in g if not (e.h in i)] %}{% include \"k.md\" %}{{ \"for\" }}";
        assert!(mistakes(&file("a.md", 1, words)).is_empty());
    }

    #[test]
    fn what_the_meter_cannot_see_is_pointed_out_at_its_place() {
        for words in [
            "{% set_global a = 1 %}",
            "{% set a %}b{% endset %}",
            "{% filter stop %}",
            "{% component a() %}",
            "{% block a %}",
            "{% extends \"a.md\" %}",
            "{% raw %}",
            "{{ <a/> }}",
            "{{ [a for a in b] }}",
            "{% set a = [[b for b in c] for d in e] %}",
            "{% set a = [b for b in range(end=9)] %}",
            "{{ \"}}\" }}",
            "{{ {\"a\": 1} }}",
            "{% set a = \"%}\" %}",
        ] {
            let found = mistakes(&file("a.md", 7, &format!("x\ny {words}")));
            let at = found.first().and_then(Unsaid::at);
            assert_eq!(at, Some(Span { file: 7, line: 2, column: 3, width: 1 }), "{words}");
        }
    }

    #[test]
    fn files_that_include_each_other_are_found_in_a_circle_and_in_a_long_row() {
        let circle = [file("a.md", 1, "x\n{% include \"b.md\" %}"), file("b.md", 2, "{% include \"a.md\" %}")];
        assert_eq!(includes(circle.iter()).and_then(|unsaid| unsaid.at()).map(|at| at.file), Some(2));
        let row = |length: usize| -> Vec<WordsFile> {
            (0..length)
                .map(|n| file(&format!("{n:02}.md"), 1, &format!("{{% include \"{:02}.md\" %}}", n + 1)))
                .collect()
        };
        assert!(includes(row(WORDS_DEPTH.most).iter()).is_none());
        assert!(includes(row(WORDS_DEPTH.most + 3).iter()).is_some());
        assert!(includes(row(2_000).iter()).is_some());
    }
}
