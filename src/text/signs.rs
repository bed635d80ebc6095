//! Which signs can stand among letters that people read: those that never can, those that nobody needs where they are, and how
//! either is shown where it is spoken of.
//!
//! Comes from: letters after they were decoded, whatever they came from. Goes to: [`super::Letters`], which holds no sign that never
//! can stand; `read`, which says where one is; and whoever prints.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Why a sign cannot stand among letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It steers a machine: a bell, an escape, the end of a string.
    Control,
    /// It turns words round until somebody ends it: what is read is not what is written.
    Turning,
    /// A direction that begins and does not end, or ends and did not begin.
    Unclosed,
    /// Only one program or typeface knows it: bullets and ticks out of Word. Our own marks are among these signs.
    Private,
    /// Nothing is written with it, in any language.
    Nothing,
    /// It stands for a letter or a picture that was lost on the way.
    Lost,
    /// Part of a flag, or of words that are hidden behind another sign.
    Tag,
    /// It ends a line in a way that only some programs know.
    LineEnd,
    /// One of more marks on a letter than anybody writes: they would be printed over other lines.
    Heaped,
}

/// How many marks of a heap are kept, where nobody was there to be told of it.
const KEPT: usize = 4;

/// Marks that are heaped on one letter. Vietnamese puts two of the accents that all scripts share on a letter, and scripture in Hebrew
/// or Greek up to four; scripts that build their letters of marks, Burmese and Tibetan, come to six of their own.
static HEAP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[\p{sc=Inherited}&&[\p{Mn}\p{Me}]]{5,}|[\p{Mn}\p{Me}]{7,}").expect("the pattern is fixed")
});

/// The marks that are heaped on a letter, each heap as a place in the letters.
pub(crate) fn heaps(letters: &str) -> Vec<Range<usize>> {
    // Most words have nothing that could be one, and are not looked through twice.
    let could_be_one = |c: char| c >= '\u{300}' && !matches!(c, '\u{2000}'..='\u{206F}');
    if letters.is_ascii() || !letters.contains(could_be_one) {
        return Vec::new();
    }
    HEAP.find_iter(letters).map(|heap| heap.range()).collect()
}

/// The letters with no more marks on one of them than can be printed.
pub(crate) fn levelled(letters: &str) -> std::borrow::Cow<'_, str> {
    let heaps = heaps(letters);
    if heaps.is_empty() {
        return letters.into();
    }
    let (mut out, mut at) = (String::with_capacity(letters.len()), 0);
    for heap in heaps {
        let kept: usize = letters[heap.clone()].chars().take(KEPT).map(char::len_utf8).sum();
        out.push_str(&letters[at..heap.start + kept]);
        at = heap.end;
    }
    out.push_str(&letters[at..]);
    out.into()
}

/// Why a sign can stand among letters nowhere; none where it can.
#[must_use]
pub fn never(c: char) -> Option<Why> {
    match c {
        '\n' | '\t' | ' '..='~' | '\u{A0}'..='\u{33F}' => None,
        '\u{2028}' | '\u{2029}' => Some(Why::LineEnd),
        '\u{202A}'..='\u{202E}' => Some(Why::Turning),
        '\u{FFFC}' | '\u{FFFD}' => Some(Why::Lost),
        // Letters that are drawn as nothing: a name of them looks like a name that was left out.
        '\u{115F}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{FDD0}'..='\u{FDEF}'
        | '\u{FFF9}'..='\u{FFFB}' => Some(Why::Nothing),
        '\u{E0000}'..='\u{E00FF}' => Some(Why::Tag),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => Some(Why::Private),
        c if u32::from(c) & 0xFFFE == 0xFFFE => Some(Why::Nothing),
        c if c.is_control() => Some(Why::Control),
        _ => None,
    }
}

/// Whether a sign opens a direction of its own, which has to be closed.
pub(crate) fn opens(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

/// Whether a sign closes a direction.
pub(crate) fn closes(c: char) -> bool {
    c == '\u{2069}'
}

/// Whether a letter is read from right to left.
#[must_use]
pub fn right_to_left(c: char) -> bool {
    // The digits of Arabic are read from left to right.
    let digit = |c| matches!(c, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}');
    let turned = matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
        || matches!(c, '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}');
    turned && !digit(c) && c.is_alphabetic()
}

/// The words that are read from right to left among others, as places in the letters; those of one name are together.
#[must_use]
pub fn turned_words(letters: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in letters.char_indices().filter(|(_, c)| right_to_left(*c)) {
        let begins = at + c.len_utf8();
        // Its marks were counted with the letter before: some of them are letters themselves.
        if words.last().is_some_and(|last| at < last.end) {
            continue;
        }
        // A mark over or under a letter belongs to it.
        let marks = letters[begins..].chars().take_while(|c| belongs_to_turned(*c)).map(char::len_utf8).sum::<usize>();
        let between = |c: char| c.is_whitespace() || matches!(c, '-' | '’') || belongs_to_turned(c);
        match words.last_mut() {
            Some(last) if at <= last.end || letters[last.end..at].chars().all(between) => {
                last.end = last.end.max(begins + marks);
            }
            _ => words.push(at..begins + marks),
        }
    }
    words
}

/// Whether a sign belongs to letters that are read from right to left.
fn belongs_to_turned(c: char) -> bool {
    unseen(c) || matches!(c, '\u{590}'..='\u{65F}' | '\u{66A}'..='\u{6EF}' | '\u{6FA}'..='\u{8FF}')
}

/// Whether nobody sees a sign: it joins, parts or turns letters, or says how one is drawn.
#[must_use]
pub fn unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0100}'..='\u{E01EF}')
}

/// The letters without the unseen signs that nobody needs where they stand: most came along when text was copied. What a name in
/// Urdu, Hindi or Arabic needs, and what makes one picture of several, stays.
#[must_use]
pub fn tidy(letters: &str) -> std::borrow::Cow<'_, str> {
    if letters.is_ascii() || !letters.contains(unseen) {
        return letters.into();
    }
    let turned = letters.contains(right_to_left);
    let mut out = String::with_capacity(letters.len());
    for c in letters.chars() {
        if !unseen(c) || needed(out.chars().next_back(), c, turned) {
            out.push(c);
        }
    }
    out.into()
}

/// Whether an unseen sign does something where it stands.
fn needed(before: Option<char>, c: char, turned: bool) -> bool {
    let Some(before) = before else { return turned && (opens(c) || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}')) };
    match c {
        '\u{200C}' | '\u{200D}' => joins(before),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}' => turned,
        '\u{FE00}'..='\u{FE0F}' => {
            let keycap = matches!(before, '0'..='9' | '#' | '*');
            keycap || !(before.is_ascii() || before.is_whitespace() || unseen(before))
        }
        '\u{E0100}'..='\u{E01EF}' => {
            matches!(u32::from(before), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
        }
        _ => false,
    }
}

/// Whether a sign is one that another can be joined to: a letter of a script whose letters join, or a picture.
fn joins(c: char) -> bool {
    matches!(u32::from(c), 0x0600..=0x109F | 0x1780..=0x18AF | 0x1A20..=0x1CFF | 0x2190..=0x2BFF | 0xA800..=0xABFF | 0xFB50..=0xFEFF | 0x1_F000..=0x1_FAFF)
}

/// The letters with a space for each sign that never can stand, so that all others keep their places.
#[must_use]
pub fn blanked(letters: &str) -> std::borrow::Cow<'_, str> {
    if letters.chars().all(|c| never(c).is_none()) {
        return letters.into();
    }
    letters.chars().map(|c| if never(c).is_some() { ' ' } else { c }).collect::<String>().into()
}

/// Letters of anybody's as they can be printed: what would steer a terminal or turn the line round is spelt, `\u{1b}`.
#[must_use]
pub fn spelt(letters: &str) -> std::borrow::Cow<'_, str> {
    spelt_as(letters, |c| format!("\\u{{{:x}}}", u32::from(c)))
}

/// The same inside JSON, where only letters between quotation marks can be such: `\u009b`.
#[must_use]
pub fn spelt_in_json(json: &str) -> std::borrow::Cow<'_, str> {
    let unit = |unit: &mut u16| format!("\\u{unit:04x}");
    spelt_as(json, |c| c.encode_utf16(&mut [0; 2]).iter_mut().map(unit).collect())
}

fn spelt_as(letters: &str, spell: impl Fn(char) -> String) -> std::borrow::Cow<'_, str> {
    if !letters.contains(steers) {
        return letters.into();
    }
    let mut out = String::with_capacity(letters.len() + 16);
    for c in letters.chars() {
        if steers(c) { out.push_str(&spell(c)) } else { out.push(c) }
    }
    out.into()
}

/// Whether a sign does something to a terminal, or to the order in which a line is shown.
#[must_use]
pub fn steers(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_can_read_never_stands() {
        for (c, why) in [
            ('\0', Why::Control),
            ('\u{1B}', Why::Control),
            ('\u{7F}', Why::Control),
            ('\u{85}', Why::Control),
            ('\u{9B}', Why::Control),
            ('\u{202E}', Why::Turning),
            ('\u{E003}', Why::Private),
            ('\u{F0B7}', Why::Private),
            ('\u{10FFFD}', Why::Private),
            ('\u{FFFE}', Why::Nothing),
            ('\u{1FFFF}', Why::Nothing),
            ('\u{FDD0}', Why::Nothing),
            ('\u{3164}', Why::Nothing),
            ('\u{FFFD}', Why::Lost),
            ('\u{E0041}', Why::Tag),
            ('\u{2028}', Why::LineEnd),
        ] {
            assert_eq!(never(c), Some(why), "{c:?}");
        }
    }

    #[test]
    fn what_people_write_stands() {
        let written = "Siân Ngọc Łukasz Ọlá ਪੰਜਾਬੀ महेश محمد שרה 王 🎉 ☎️ ✓ ½ £ “”’ – … e\u{301}\t\n\u{200C}\u{200F}";
        assert_eq!(written.chars().find(|c| never(*c).is_some()), None);
    }

    #[test]
    fn marks_are_heaped_where_nobody_writes_so_many() {
        for written in ["Ngo\u{302}\u{323}c", "שָׂרָ֣ה", "လျှို့ဝှက်", "བསྒྲུབས", "❤\u{FE0F}", "e\u{301}\u{302}\u{303}\u{304}"]
        {
            assert!(heaps(written).is_empty(), "{written}");
            assert_eq!(levelled(written), written);
        }
        let heaped = format!("Be{}a “e{}”", "\u{301}".repeat(200), "\u{336}".repeat(5));
        assert_eq!(heaps(&heaped), [2..402, 408..418]);
        assert_eq!(levelled(&heaped), format!("Be{}a “e{}”", "\u{301}".repeat(4), "\u{336}".repeat(4)));
        assert_eq!(heaps(&format!("ก{}", "\u{E47}".repeat(7))).len(), 1);
    }

    #[test]
    fn unseen_signs_stay_only_where_a_name_or_a_picture_needs_them() {
        for same in [
            "می\u{200C}خواهم",
            "क\u{94D}\u{200D}ष",
            "👩\u{200D}🦽",
            "❤\u{FE0F}\u{200D}🔥",
            "\u{2068}محمد\u{2069}",
            "שרה\u{200F}!",
            "1\u{FE0F}\u{20E3}",
        ] {
            assert_eq!(tidy(same), same);
        }
        for (copied, tidied) in [
            ("0117\u{200B} 496 0000", "0117 496 0000"),
            ("dis\u{AD}charge", "discharge"),
            ("a\u{200D}b\u{200C}c\u{FE0F}\u{FEFF}\u{2060}", "abc"),
            ("\u{200E}Rowan\u{200F}", "Rowan"),
            ("😀\u{FE0F}\u{FE01}\u{E0101}\u{E0102}", "😀\u{FE0F}"),
        ] {
            assert_eq!(tidy(copied), tidied);
        }
    }

    #[test]
    fn a_name_that_is_turned_is_one_and_what_stands_around_it_is_not() {
        let words =
            |letters: &'static str| turned_words(letters).into_iter().map(|at| &letters[at]).collect::<Vec<_>>();
        assert_eq!(words("Ask محمد علی, 14, or שָׂרָה."), ["محمد علی", "שָׂרָה"]);
        assert_eq!(words("می\u{200C}خواهم"), ["می\u{200C}خواهم"]);
        assert!(words("Ask Siân, 14.").is_empty());
    }

    #[test]
    fn nothing_that_is_spelt_steers_a_terminal() {
        assert_eq!(spelt("a\u{1B}]0;b\u{7}\u{9B}\u{202E}\nc\td"), "a\\u{1b}]0;b\\u{7}\\u{9b}\\u{202e}\nc\td");
        assert_eq!(spelt_in_json("\"\u{9B}\u{E0041}\""), "\"\\u009b\\udb40\\udc41\"");
        assert_eq!(spelt("“Siân” محمد"), "“Siân” محمد");
    }
}
