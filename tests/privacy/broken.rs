//! When something is broken, what is said about it holds nothing of a record: each key in turn, each mistake that people make.

use std::collections::BTreeSet;
use std::process::Output;

use super::canary::{Record, Watch, record};
use super::desk::{Desk, both_outputs};

/// What a line of a record becomes when somebody slips: `key: value`, and where it is.
fn slips(line: &str) -> Vec<String> {
    let text = line.trim_start();
    let pad = &line[..line.len() - text.len()];
    let dash = if text.starts_with("- ") { "- " } else { "" };
    let entry = text.trim_start_matches("- ");
    let Some((key, value)) = entry.split_once(": ") else {
        // One of a list.
        let slips = [
            format!("-{entry}"),
            format!("- {entry}: {entry}: {entry}"),
            format!("- \"{entry}"),
            format!("- '{entry}"),
            format!("- {entry} #{entry}"),
            format!("- [{entry}, [{entry}"),
            format!("- {{{entry}: {entry}}}"),
            format!("- &{entry} {entry}"),
            format!("- “yes” {entry} “no”: {entry}: {entry}"),
            format!("- \"x\\u201d {entry} \\u201cy\": “{entry}” “{entry}"),
            format!("- «{entry}» '{entry}\": {entry}: \"{entry}"),
            format!("\t- {entry}"),
            format!("- {entry}\n{pad} {entry}:\n{pad}  - {entry}"),
        ];
        return slips.map(|slip| format!("{pad}{slip}")).to_vec();
    };
    let own = if value.to_lowercase().contains("canary") { value } else { "Zqxycanary" };
    let slips = [
        format!("{key}: [{value}, [{own}]]"),
        format!("{key}: {{{own}: {value}}}"),
        format!("{key}: {own}"),
        format!("{key}: 31 {own} {value}"),
        format!("{key}: {value}-{value}"),
        format!("{key}x: {value}"),
        format!("{own}: {value}"),
        format!("{key}: {value}\n{pad}{key}: {value}"),
        format!("{own}: {value}\n{pad}{own}: {value}"),
        format!("{key}: \"{value}"),
        format!("{key}: '{own}"),
        format!("{key}: \"{own}\" {value}"),
        format!("{key}: yes” says {own} “no {value}"),
        format!("{key}: “no” {own} #{value}"),
        // Marks that YAML writes for a program, the marks between which our own messages quote, and those of other hands.
        format!("{key}: \"x\\u201d {own} \\u201cy {value}\""),
        format!("{key}: “{own}” \"{value}\" '{own}' «{value}»"),
        format!("{key}: O'{own}’s \"{value}"),
        format!("{key}: {own}” “{value}"),
        format!("{key}: \"{own}\\ue009 {value}\\ue00a {own}\\ue00b {value}\\ue008\""),
        format!("{key}: \"{own}\\x1f{value}\\\" {own}\""),
        format!("“{own}”: {value}"),
        format!("{key}:{own}{value}"),
        format!("{key}: {own}: {value}: {own}"),
        format!("{own}: {own}: {value}"),
        format!("{key}: @{own} {value}"),
        format!("{key}: *{own}"),
        format!("{key}: !{own} {value}"),
        format!("{key}: {value} #{own}"),
        format!("{key}: |{own}\n{pad}{value}"),
        format!("\t{key}: {value}"),
        format!("{key}\t{own}"),
        format!("{key}: {own}\u{7}{value}"),
        // Signs of another kind, as they are and as escapes, and letters that no typeface has.
        format!("{key}:\u{A0}{own} {value}"),
        format!("{key}\u{FF1A}{own}{value}"),
        format!("{key}: \"{own}\\u202e{value}\\e\\0\""),
        format!("{key}: {own}\u{13000}{value}"),
        format!("{key}: \"{own}\\U00013000{value}\""),
        format!("{key}: \u{2067}{own} {value}"),
        format!("{key}: {own}\u{F0B7}{value}\u{FFFD}"),
        format!("{key}: &{own} {value}"),
        format!("? {own}\n{pad}: {value}"),
        format!("<<: *{own}"),
        own.to_string(),
    ];
    slips.map(|slip| format!("{pad}{dash}{slip}")).to_vec()
}

/// A home with very many residents, each of whose records has one slip.
fn slipped(who: usize) -> (Desk, Record, usize) {
    let desk = Desk::new();
    desk.home("rowan");
    let whole = record("q7k2m9", who);
    let mut count = 0;
    for (at, line) in whole.letters.lines().enumerate().filter(|(_, line)| !line.ends_with(':')) {
        for slip in slips(line) {
            let id = format!("r{count:05}");
            let others = |(n, other): (usize, &str)| if n == at { slip.clone() } else { other.to_owned() };
            let letters: Vec<String> = whole.letters.lines().enumerate().map(others).collect();
            let letters = letters.join("\n").replace("id: q7k2m9", &format!("id: {id}"));
            desk.write(&format!("private/residents/rowan/{id}.yaml"), letters);
            count += 1;
        }
    }
    (desk, whole, count)
}

/// Nothing of a record is in what a run said, nor outside the private folder.
fn silent(desk: &Desk, watch: &Watch, run: &Output, about: &str) {
    let seen = watch.seen(&[&run.stdout[..], &run.stderr[..]].concat());
    let shown = || {
        both_outputs(run)
            .lines()
            .filter(|line| !watch.seen(line.as_bytes()).is_empty())
            .take(5)
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(seen, BTreeSet::new(), "{about}:\n{}", shown());
    for (name, bytes) in desk.files(".").iter().filter(|(name, _)| !name.starts_with("private/")) {
        let seen = [watch.seen(bytes), watch.seen(name.as_bytes())].concat();
        assert!(seen.is_empty(), "{about}: {name}: {seen:?}");
    }
}

/// Two sets as one.
trait Concat {
    fn concat(self) -> BTreeSet<String>;
}

impl Concat for [BTreeSet<String>; 2] {
    fn concat(self) -> BTreeSet<String> {
        self.into_iter().flatten().collect()
    }
}

#[test]
fn what_is_said_about_a_slip_quotes_nothing() {
    let (desk, whole, count) = slipped(0);
    assert!(count > 2_000, "{count} slips");
    let watch = Watch::over([&whole]);
    let run = desk.packs(&[]);
    assert!(matches!(run.status.code(), Some(1 | 2)), "{:?}", run.status);
    silent(&desk, &watch, &run, "a slip");
    // Each of them is found: some slips are good words after all, but few.
    let told: BTreeSet<&str> = std::str::from_utf8(&run.stderr)
        .expect("what is said is text")
        .lines()
        .filter_map(|line| line.strip_prefix("private/residents/rowan/")?.split(['.', ':']).next())
        .collect();
    assert!(told.len() * 10 > count * 7, "{} of {count} were told of", told.len());
}

#[test]
fn a_file_that_is_no_record_at_all_quotes_nothing() {
    let whole = record("q7k2m9", 1);
    let watch = Watch::over([&whole]);
    let wide: Vec<u8> = whole.letters.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut cut = whole.letters.clone().into_bytes();
    cut.extend([0xC3, 0x28, 0xFF]);
    let broken: [(&str, Vec<u8>); 8] = [
        ("not UTF-8", cut),
        ("UTF-16", wide),
        ("5 MB", whole.letters.repeat(5_000_000 / whole.letters.len() + 1).into_bytes()),
        ("twice", whole.letters.repeat(2).into_bytes()),
        ("another id", whole.letters.replace("q7k2m9", "Zqxycanary").into_bytes()),
        ("no id", whole.letters.replace("id: q7k2m9\n", "").into_bytes()),
        ("deep", format!("{}{}", whole.letters, "- ".repeat(300) + "Zqxycanary").into_bytes()),
        ("one line", whole.letters.replace('\n', " ").into_bytes()),
    ];
    for (about, bytes) in broken {
        let desk = Desk::new();
        desk.home("rowan");
        desk.write("private/residents/rowan/q7k2m9.yaml", bytes);
        let run = desk.packs(&[]);
        assert!(matches!(run.status.code(), Some(1 | 2)), "{about}: {}", both_outputs(&run));
        assert!(both_outputs(&run).contains("private/residents/rowan/q7k2m9.yaml"), "{about}: {}", both_outputs(&run));
        silent(&desk, &watch, &run, about);
    }
}

/// Words of a home's own that ask for something that cannot be.
const WORDS: [&str; 18] = [
    "{{ resident.food.likes | nonsense }}",
    "{{ resident.name.preferred | round }}",
    "{{ resident.name.preferred | stop | join }}",
    "{{ resident.name.preferred + 1 }}",
    "{{ 1 - resident.name.preferred }}",
    "{{ resident.name.preferred.first.last }}",
    "{{ resident[resident.name.preferred] }}",
    "{{ resident.people[resident.name.preferred].name }}",
    "{{ throw(message=resident.name.preferred) }}",
    "{{ resident.name.preferred() }}",
    "{{ nonsense(about=resident.name.preferred) }}",
    "{{ contact(id=resident.name.preferred) }}",
    "{{ person(id=resident.name.preferred) }}",
    "{{ call(index=resident.name.preferred) }}",
    "{{ resident.people | date }}",
    "{{ resident.name.preferred | int }} {{ resident.name.preferred | float }}",
    "{% for a, b in resident.name.preferred %}{{ a }}{% endfor %}",
    "{% include resident.name.preferred %}",
];

#[test]
fn words_that_cannot_be_filled_in_quote_nothing() {
    let whole = record("q7k2m9", 2);
    let watch = Watch::over([&whole]);
    let mut refused = 0;
    for words in WORDS {
        let desk = Desk::new();
        desk.home("rowan");
        desk.write("private/residents/rowan/q7k2m9.yaml", &whole.letters);
        let file = format!("## Meals\n\n{words}\n");
        // A home's own words, a theme's, and the same for anybody: there a resident does not exist.
        desk.write("content/rowan/words/pack/meals.md", &file);
        let own = desk.packs(&[]);
        silent(&desk, &watch, &own, words);
        refused += usize::from(own.status.code() != Some(0));
        fs_err::remove_dir_all(desk.dir.path().join("content/rowan/words")).expect("removed");
        desk.write("theme/words/pack/meals.md", &file);
        silent(&desk, &watch, &desk.packs(&["--theme", "theme"]), words);
        desk.write("content/rowan/words/visiting.md", format!("# Visiting\n\n{words}\n"));
        silent(&desk, &watch, &desk.build(), words);
    }
    assert!(refused >= 10, "{refused} of {} were refused", WORDS.len());
}
