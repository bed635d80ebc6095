//! Whether a sentence says what its initials mean.

use crate::english::tokens::{Sentence, Shape};
use crate::plain::seen::Seen;

/// How many words on each side may explain initials: enough for any title, and it keeps the work linear.
const REACH: usize = 16;

/// Words that a full name has and its initials often leave out.
const SMALL: [&str; 11] = ["of", "and", "the", "for", "to", "in", "by", "on", "a", "with", "at"];

/// Whether the sentence explains the initials that stand at a word.
pub(super) fn here(seen: &Seen<'_>, sentence: &Sentence, at: usize, initials: &str, meaning: Option<&str>) -> bool {
    let text = &seen.passage.text[sentence.bytes.clone()];
    if meaning.is_some_and(|meaning| text.to_lowercase().contains(&meaning.to_lowercase())) {
        return true;
    }
    let is_word = |at: &usize| seen.tokens[*at].shape != Shape::Sign;
    let word = |at: usize| seen.letters(at).to_lowercase();
    let letters: String = initials.chars().filter(char::is_ascii_alphabetic).flat_map(char::to_lowercase).collect();
    let after: Vec<String> =
        (at + 1..sentence.tokens.end).take(2 * REACH).filter(is_word).map(word).take(REACH).collect();
    let mut before: Vec<String> =
        (sentence.tokens.start..at).rev().take(2 * REACH).filter(is_word).map(word).take(REACH).collect();
    before.reverse();
    if defined(&after) {
        return true;
    }
    let sign = |at: usize| if at < sentence.tokens.end { seen.letters(at) } else { "" };
    // “(sometimes called CHC)”: a bracket opens a few words before.
    let opens = (sentence.tokens.start..at).rev().take(4).position(|at| seen.letters(at) == "(");
    if let Some(back) = opens {
        let name = &before[..before.len().saturating_sub(back)];
        // “Deprivation of liberty (DoLS)”: the name without its last word.
        let short = letters.strip_suffix('s').filter(|short| short.len() > 1).unwrap_or(&letters);
        return ends_with(&letters, name)
            || ends_with(short, name)
            || (letters.len() > 2 && anywhere(&letters, name, loosely))
            || (back == 0 && sign(at + 1) == ")" && letters.len() > 2 && skipping(&letters, name));
    }
    if sign(at + 1) == "(" {
        return (0..after.len().min(2)).any(|from| loosely(&letters, &after[from..]));
    }
    let joined = |word: &str| ["or", "called", "as", "to", "is", "means"].contains(&word);
    let or_before = before.last().is_some_and(|word| joined(word)) && before.len() > 1;
    if letters.len() > 2 {
        return anywhere(&letters, &after, strictly) || anywhere(&letters, &before, strictly);
    }
    let (comma, or) =
        (sign(at + 1) == ",", usize::from(after.first().is_some_and(|word| word == "or" || word == "the")));
    (or_before && ends_with(&letters, &before[..before.len() - 1]))
        || ((comma || or > 0) && after.len() > or && strictly(&letters, &after[or..]))
}

/// “stands for”, “is the score that”: what follows says what they are.
fn defined(after: &[String]) -> bool {
    let first: Vec<&str> = after.iter().take(3).map(String::as_str).collect();
    matches!(
        first.as_slice(),
        ["stands" | "stand", "for", ..]
            | ["means" | "mean", ..]
            | ["is" | "are", "short" | "the" | "a" | "an" | "our" | "what", ..]
    )
}

/// Whether the words end with a name that these are the initials of.
fn ends_with(letters: &str, words: &[String]) -> bool {
    let few = letters.len() + 4;
    let from = words.len().saturating_sub(few);
    (from..words.len()).any(|start| {
        let rest = &words[start..];
        let count = letters.chars().count();
        let big = rest.iter().filter(|word| !SMALL.contains(&word.as_str())).count();
        (big == count || rest.len() == count) && strictly(letters, rest)
    })
}

/// Whether the words end with a name that a code of three letters or more is taken from, one word left out: “Care home service with
/// nursing (CHN)”.
fn skipping(letters: &str, words: &[String]) -> bool {
    let big: Vec<&String> = words.iter().filter(|word| !SMALL.contains(&word.as_str())).collect();
    let Some(from) = big.len().checked_sub(letters.chars().count() + 1) else { return false };
    let name = &big[from..];
    (1..name.len() - 1).any(|left_out| {
        let kept = name.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, word)| word);
        kept.zip(letters.chars()).all(|(word, letter)| word.starts_with(letter))
    })
}

/// Whether a name that these are the initials of begins anywhere in the words.
fn anywhere(letters: &str, words: &[String], is: fn(&str, &[String]) -> bool) -> bool {
    (0..words.len()).any(|start| is(letters, &words[start..]))
}

/// Whether each letter begins a word, one after another; small words may have none.
fn strictly(letters: &str, words: &[String]) -> bool {
    let Some(first) = letters.chars().next() else { return true };
    let Some((word, rest)) = words.split_first() else { return false };
    let takes = word.starts_with(first) && strictly(&letters[first.len_utf8()..], rest);
    takes || (SMALL.contains(&word.as_str()) && strictly(letters, rest))
}

/// As [`strictly`], but a word may give several letters: “cardiopulmonary” gives the c and the p of CPR.
fn loosely(letters: &str, words: &[String]) -> bool {
    let Some(first) = letters.chars().next() else { return true };
    let Some((word, rest)) = words.split_first() else { return false };
    if word.starts_with(first) {
        let mut left = &letters[first.len_utf8()..];
        let mut inside = word[first.len_utf8()..].chars();
        loop {
            if loosely(left, rest) {
                return true;
            }
            let Some(next) = left.chars().next().filter(|next| inside.any(|letter| letter == *next)) else { break };
            left = &left[next.len_utf8()..];
        }
    }
    SMALL.contains(&word.as_str()) && loosely(letters, rest)
}
