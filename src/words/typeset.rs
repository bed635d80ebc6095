//! The last touch to running words: real quotation marks, spaces that never break, and numbers that dial themselves.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Inline, Target, Words};
use crate::home::reach;
use crate::text::{Audience, Origin};

/// What people are called by.
const TITLES: &str = "Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Revd|Rev|Father|Sister|Canon|Councillor";

/// What a number counts.
const COUNTED: &str = "days?|weeks?|months?|years?|hours?|minutes?|metres?|miles?|kilometres?|km|m²|square|points?|pages?|people|places|rooms|pounds|working|am|pm|per";

/// What every single fact of [`TOGETHER`] has in it: lines without it, which is most of them, need not be looked through.
static SIGN_OF_A_FACT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!(r"\d|{TITLES}")).expect("the pattern is fixed"));

// The edges of words below are those of unaccented letters, `(?-u:\b)`: with all of Unicode's a search is many times as slow
// wherever a line holds a quotation mark or a dash.

/// Single facts that must stay on one line (clear print, rule P12): dates, times, money, phone numbers, postcodes, names with
/// titles, a number with what it counts.
static TOGETHER: LazyLock<Regex> = LazyLock::new(|| {
    let months = "January|February|March|April|May|June|July|August|September|October|November|December";
    let days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
    let counted = COUNTED;
    let parts = [
        format!(r"\b(?:{days}) \d{{1,2}} (?:{months})(?: \d{{4}})?\b"),
        format!(r"\b\d{{1,2}} (?:{months})(?: \d{{4}})?\b"),
        format!(r"\b(?:{months}) \d{{4}}\b"),
        r"£[\d,]+(?:\.\d\d)? (?:a|an) (?:week|month|year|day|night|visit|hour|meal)\b".to_owned(),
        r"\b(?:18001 )?0\d{2,5}(?: \d{3,8}){1,3}\b".to_owned(),
        r"\b\d{3} \d{3}\b".to_owned(),
        r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b".to_owned(),
        format!(r"\b(?:{TITLES}) \p{{Lu}}[\p{{L}}’'-]+(?: \p{{Lu}}[\p{{L}}’'-]+)?"),
        format!(r"\b\d[\d,.]* (?:{counted})\b"),
        r"\b(?:[Pp]age|[Pp]art|[Ss]tep|[Ss]ection|[Rr]egulation|[Ss]chedule|[Vv]ersion|[Ff]loor|[Rr]oom|[Bb]us|[Nn]umber) \d+[A-Z]?\b".to_owned(),
    ];
    Regex::new(&parts.join("|").replace(r"\b", r"(?-u:\b)")).expect("the pattern is fixed")
});

/// Numbers, addresses of mail and of the web, as they stand in running words after [`TOGETHER`].
static REACH: LazyLock<Regex> = LazyLock::new(|| {
    // A number abroad is taken as a whole, so that nobody rings the part of it that looks like one at home.
    let abroad = r"(?:\+|(?-u:\b)00)[1-9]\d{0,14}(?:[ \x{A0}-]?\(\d{1,5}\))?(?:[ \x{A0}-]\d{1,12}){0,6}";
    let phone = r"(?:18001[ \x{A0}])?(?-u:\b)0\d{2,5}(?:[ \x{A0}]\d{3,8}){1,3}(?-u:\b)";
    // The part before the sign has 64 letters at the most (RFC 5321); a search without an end would take the square of the letters.
    let email = r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+";
    let web = r"(?i:https?)://[^\s<>]*[^\s<>.,;:!?)”’]";
    Regex::new(&format!("(?P<phone>{abroad}|{phone})|(?P<email>{email})|(?P<web>{web})")).expect("the pattern is fixed")
});

/// Emergency numbers, which dial as they are.
static SHORT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)(?:999|111|101|105|116[ \x{A0}]123)(?-u:\b)").expect("the pattern is fixed"));

/// Words directly before a short number that say to ring it.
static RING: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:ring|call|phone|dial)[ \x{A0}]$").expect("the pattern is fixed"));

/// Words directly before a short number that say to ring it where the sentence speaks of ringing: “tell the police on 101”.
static LEADS_ON: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:on|or)[ \x{A0}]$").expect("the pattern is fixed"));

/// Words of a sentence that speaks of ringing.
static OF_RINGING: LazyLock<Regex> = LazyLock::new(|| {
    let words =
        "ring|rings|rung|call|calls|phone|phones|telephone|dial|police|nhs|emergency|emergencies|helpline|samaritans";
    Regex::new(&format!(r"(?i)\b(?:{words})\b")).expect("the pattern is fixed")
});

/// What comes after figures that count something: “24 hours”, “9am”. Then they are no part of the number before them.
static COUNTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"^(?:[\p{{L}}%]|[ \x{{A0}}](?:{COUNTED})(?-u:\b))")).expect("the pattern is fixed")
});

/// Sets a line of words: quotation marks, no-break spaces, links.
pub(super) fn typeset<A: Audience>(inlines: Vec<Inline<A>>) -> Vec<Inline<A>> {
    let mut inlines = merged(inlines);
    let mut line = String::new();
    runs(&mut inlines, &mut |words| line.push_str(&words.text));
    if line.contains(['"', '\'']) || SIGN_OF_A_FACT.is_match(&line) {
        let mut letters: Vec<char> = line.chars().collect();
        curl(&mut letters);
        glue(&mut letters);
        let mut rest = letters.into_iter();
        runs(&mut inlines, &mut |words| {
            let count = words.text.chars().count();
            words.text = rest.by_ref().take(count).collect::<String>().into();
        });
    }
    trim(&mut inlines);
    linked(inlines)
}

/// Joins neighbours of the same origin: Markdown cuts words at every escaped sign.
fn merged<A: Audience>(inlines: Vec<Inline<A>>) -> Vec<Inline<A>> {
    let mut out: Vec<Inline<A>> = Vec::new();
    for inline in inlines {
        let inline = match inline {
            Inline::Strong { words } => Inline::Strong { words: merged(words) },
            Inline::Link { to, words } => Inline::Link { to, words: merged(words) },
            other => other,
        };
        match (out.last_mut(), inline) {
            (Some(Inline::Words(last)), Inline::Words(next)) if last.from == next.from => last.text.push(&next.text),
            (_, inline) => out.push(inline),
        }
    }
    out
}

/// Visits every run of words, in order.
fn runs<A: Audience>(inlines: &mut [Inline<A>], visit: &mut impl FnMut(&mut Words<A>)) {
    for inline in inlines {
        match inline {
            Inline::Words(words) => visit(words),
            Inline::Strong { words } | Inline::Link { words, .. } => runs(words, visit),
            Inline::Break => {}
        }
    }
}

/// Straight quotation marks and apostrophes become real ones.
fn curl(letters: &mut [char]) {
    for i in 0..letters.len() {
        let opens = i == 0 || letters[i - 1].is_whitespace() || "([{‘“—–".contains(letters[i - 1]);
        letters[i] = match letters[i] {
            '"' if opens => '“',
            '"' => '”',
            '\'' if opens && !letters.get(i + 1).is_some_and(char::is_ascii_digit) => '‘',
            '\'' => '’',
            c => c,
        };
    }
}

/// Spaces inside a single fact become no-break spaces.
fn glue(letters: &mut [char]) {
    let line: String = letters.iter().map(|c| if *c == '\u{A0}' { ' ' } else { *c }).collect();
    // Facts follow each other: what stands before one is counted once.
    let (mut byte, mut end) = (0, 0);
    for found in TOGETHER.find_iter(&line) {
        let start = end + line[byte..found.start()].chars().count();
        (byte, end) = (found.end(), start + found.as_str().chars().count());
        letters[start..end].iter_mut().filter(|c| **c == ' ').for_each(|c| *c = '\u{A0}');
    }
}

/// No space at the start or end of a line of words, and none doubled.
fn trim<A: Audience>(inlines: &mut [Inline<A>]) {
    let mut space = true;
    runs(inlines, &mut |words| {
        let ragged = words.text.contains(['\n', '\t']) || words.text.contains("  ");
        if ragged || (space && words.text.starts_with(' ')) {
            words.text = single_spaced(&words.text, space).into();
        }
        space = words.text.chars().next_back().map_or(space, |c| c == ' ');
    });
    if let Some(Inline::Words(words)) = inlines.last_mut() {
        words.text.end_bare();
    }
}

/// Every stretch of white space as one space, or none where there is one before it.
fn single_spaced(text: &str, after_a_space: bool) -> String {
    let mut space = after_a_space;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let is_space = matches!(c, ' ' | '\n' | '\t');
        if !(is_space && space) {
            out.push(if is_space { ' ' } else { c });
        }
        space = is_space;
    }
    out
}

/// Numbers and addresses outside links become links.
fn linked<A: Audience>(inlines: Vec<Inline<A>>) -> Vec<Inline<A>> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Words(words) => cut(words, &mut out),
            Inline::Strong { words } => out.push(Inline::Strong { words: linked(words) }),
            other => out.push(other),
        }
    }
    out.retain(|inline| !matches!(inline, Inline::Words(words) if words.text.is_empty()));
    out
}

/// Cuts a run of words at everything that can be rung, written to or opened.
fn cut<A: Audience>(words: Words<A>, out: &mut Vec<Inline<A>>) {
    if !REACH.is_match(&words.text) && !SHORT.is_match(&words.text) {
        return out.push(Inline::Words(words));
    }
    let mut at = 0;
    for found in REACH.captures_iter(&words.text) {
        let range = found.get(0).expect("a match has a whole").range();
        let whole = &words.text[range.start..range.start + of_its_own(&words.text, range.clone())];
        short_numbers(&words.text, at..range.start, words.from, out);
        out.push(match target(&found, whole) {
            Some((to, shown)) => Inline::Link { to, words: vec![Inline::Words(Words::new(shown, words.from))] },
            None => Inline::Words(Words::new(whole.to_owned(), words.from)),
        });
        at = range.start + whole.len();
    }
    short_numbers(&words.text, at..words.text.len(), words.from, out);
}

/// How many bytes of a match are its own: a number abroad ends before figures that count what comes after them, “24 hours a day”.
fn of_its_own(text: &str, found: Range<usize>) -> usize {
    let (mut whole, after) = (&text[found.clone()], &text[found.end..]);
    let abroad = whole.starts_with('+') || whole.starts_with("00");
    if abroad && COUNTS.is_match(after) {
        let cut = whole.rfind([' ', '\u{A0}']).unwrap_or(whole.len());
        whole = &whole[..cut];
    }
    whole.len()
}

/// Cuts out emergency numbers from a part of a text, where the words before say to ring them.
fn short_numbers<A: Audience>(text: &str, part: Range<usize>, from: Origin, out: &mut Vec<Inline<A>>) {
    let mut at = part.start;
    for found in SHORT.find_iter(&text[part.clone()]) {
        let start = part.start + found.start();
        if !is_to_ring(&text[..start]) {
            continue;
        }
        out.push(Inline::Words(Words::new(text[at..start].to_owned(), from)));
        let number = found.as_str().replace([' ', '\u{A0}'], "");
        out.push(Inline::Link {
            to: Target::Phone { number },
            words: vec![Inline::Words(Words::new(found.as_str().to_owned(), from))],
        });
        at = part.start + found.end();
    }
    out.push(Inline::Words(Words::new(text[at..part.end].to_owned(), from)));
}

/// Whether a short number after these letters is one to ring.
fn is_to_ring(before: &str) -> bool {
    // Only what is near counts: a search through all that stands before would take the square of the letters.
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(80))..];
    let sentence = near.rfind(['.', '!', '?', ':']).map_or(near, |at| &near[at + 1..]);
    RING.is_match(near) || LEADS_ON.is_match(near) && OF_RINGING.is_match(sentence)
}

/// Where a match leads, and how it is shown; none for digits that are no number, which would ring a stranger.
fn target(found: &regex::Captures<'_>, whole: &str) -> Option<(Target, String)> {
    if found.name("phone").is_some() {
        return Some((Target::Phone { number: reach::to_ring(whole)? }, whole.to_owned()));
    }
    if found.name("email").is_some() {
        return Some((Target::Email { address: whole.to_owned() }, whole.to_owned()));
    }
    Some((Target::Web { address: whole.to_owned() }, shown_address(whole)))
}

/// An address on the web as people write it.
pub(crate) fn shown_address(address: &str) -> String {
    address.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::letters;
    use crate::text::Public;

    fn line(text: &str) -> Vec<Inline<Public>> {
        typeset(vec![Inline::Words(Words::new(text.to_owned(), Origin::NONE))])
    }

    #[test]
    fn a_single_fact_never_breaks_over_two_lines() {
        assert_eq!(
            letters(&line("On Monday 3 March 2027 Mrs Bea Ward pays £1,080 a week.")),
            "On Monday\u{A0}3\u{A0}March\u{A0}2027 Mrs\u{A0}Bea\u{A0}Ward pays £1,080\u{A0}a\u{A0}week."
        );
        assert_eq!(letters(&line("within 20 working days")), "within 20\u{A0}working days");
    }

    #[test]
    fn quotation_marks_are_real_ones() {
        assert_eq!(letters(&line("She said \"don't\" to O'Hara")), "She said “don’t” to O’Hara");
    }

    #[test]
    fn numbers_dial_themselves() {
        let set = line("Ring 01632 960123, or 999 in danger. Room 999 is upstairs.");
        let dialled: Vec<_> = set
            .iter()
            .filter_map(|inline| {
                if let Inline::Link { to: Target::Phone { number }, .. } = inline {
                    Some(number.as_str())
                } else {
                    None
                }
            })
            .collect();
        assert_eq!(dialled, ["+441632960123", "999"]);
    }

    /// What can be rung in a line.
    fn rung(text: &str) -> Vec<String> {
        let links = line(text).into_iter().filter_map(|inline| match inline {
            Inline::Link { to: Target::Phone { number }, .. } => Some(number),
            _ => None,
        });
        links.collect()
    }

    #[test]
    fn figures_behind_a_number_abroad_are_no_part_of_it() {
        for (text, number) in [
            ("Ring +353 1 555 0123 24 hours a day.", "+35315550123"),
            ("Ring +353 1 555 0123 7 days a week.", "+35315550123"),
            ("Ring +353 1 555 0123 9am to 5pm.", "+35315550123"),
            ("Ring +33 1 55 55 01 23 or write.", "+33155550123"),
        ] {
            assert_eq!(rung(text), [number], "{text}");
        }
    }

    #[test]
    fn a_short_number_is_rung_only_where_a_sentence_speaks_of_ringing() {
        for text in [
            "Rooms 90 to 101 are upstairs.",
            "She is aged 90 to 105.",
            "Rooms 5 or 101 are free.",
            "Take the bus on 101 days.",
            "Text 999 to 12345.",
        ] {
            assert_eq!(rung(text), [""; 0], "{text}");
        }
        for (text, number) in [
            ("You can tell the police on 101.", "101"),
            ("In danger, ring 999.", "999"),
            ("In an emergency, dial 999.", "999"),
            ("The NHS is there on 111.", "111"),
        ] {
            assert_eq!(rung(text), [number], "{text}");
        }
        assert_eq!(rung("Ring 999 or 101."), ["999", "101"]);
    }

    #[test]
    fn addresses_lead_where_they_say() {
        let set = line("See https://www.lgo.org.uk/x. Write to a.b@quillmere.example.");
        assert_eq!(letters(&set), "See www.lgo.org.uk/x. Write to a.b@quillmere.example.");
        assert_eq!(set.iter().filter(|inline| matches!(inline, Inline::Link { .. })).count(), 2);
    }
}
