//! What a date, a number or a telephone number has to say about letters it cannot take, on its way through serde.
//!
//! serde carries an error as a string. So that nobody has to look for quotation marks in it afterwards, the parts of a [`Slip`] go
//! through with marks of our own around them: [`Slip::through`] writes these, and [`Slip::back`] reads them. No letters of a file
//! can forge one, because they lose any mark they hold.

use std::borrow::Cow;

use serde::de;

use super::message::{Draft, Message, Piece, Silence};
use crate::text::{Public, is_mark};

/// What is wrong with a value, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// What is wrong; no full stop.
    pub what: Draft,
    /// What to write; a sentence or two.
    pub help: Draft,
}

/// Begins a slip in an error of serde's.
const SLIP: char = '\u{E008}';
/// Parts what is wrong from what to write.
const THEN: char = '\u{E009}';
/// Ends letters of a file.
const END: char = '\u{E00A}';
/// Each kind of letters of a file, with the mark before them.
const OPEN: [(char, Silence); 3] =
    [('\u{E00B}', Silence::StandsHere), ('\u{E00C}', Silence::Nothing), ('\u{E00D}', Silence::DoesNotFit)];

impl Slip {
    /// What is wrong, and what to write.
    #[must_use]
    pub fn new(what: Draft, help: Draft) -> Self {
        Self { what, help }
    }

    /// The slip in one line, where the letters were typed at the terminal: whoever reads it wrote them.
    #[must_use]
    pub fn typed(self) -> String {
        let public = |draft| Message::<Public>::from(draft);
        format!("{}. {}", public(self.what), public(self.help))
    }

    /// The slip as an error of whichever reader asked for the value.
    #[must_use]
    pub fn through<E: de::Error>(self) -> E {
        let mut out = String::from(SLIP);
        write(&self.what, &mut out);
        out.push(THEN);
        write(&self.help, &mut out);
        E::custom(out)
    }

    /// The slip out of an error. What somebody else worded is a quotation from end to end: it may hold anything.
    #[must_use]
    pub fn back(error: &str) -> Self {
        match error.strip_prefix(SLIP).and_then(|slip| slip.split_once(THEN)) {
            Some((what, help)) => Self { what: read(what), help: read(help) },
            None => Self {
                what: Draft::foreign(error.to_owned()),
                help: super::ours("Look at the sample home for how it is written."),
            },
        }
    }
}

fn write(draft: &Draft, out: &mut String) {
    for piece in draft.pieces() {
        match piece {
            Piece::Ours(words) => out.push_str(words),
            Piece::Quoted(words, silence) => {
                let (open, _) = OPEN.iter().find(|(_, known)| known == silence).expect("every silence has its mark");
                out.push(*open);
                out.extend(words.chars().filter(|c| !is_mark(*c)));
                out.push(END);
            }
        }
    }
}

fn read(mut rest: &str) -> Draft {
    let mut pieces = Vec::new();
    let ours = |words: &str| Piece::Ours(Cow::Owned(words.to_owned()));
    while let Some((at, silence)) = rest.char_indices().find_map(|(at, c)| Some((at, silence(c)?))) {
        let inside = &rest[at + OPEN[0].0.len_utf8()..];
        // An end that is missing hides the rest: silence is the safe side.
        let (words, after) = inside.split_once(END).unwrap_or((inside, ""));
        pieces.extend([ours(&rest[..at]), Piece::Quoted(words.to_owned(), silence)]);
        rest = after;
    }
    pieces.push(ours(rest));
    Draft::of(pieces)
}

fn silence(mark: char) -> Option<Silence> {
    OPEN.iter().find(|(open, _)| *open == mark).map(|(_, silence)| *silence)
}

#[cfg(test)]
mod tests {
    use super::super::{ours, quoted};
    use super::*;
    use crate::text::Personal;

    fn shown(slip: Slip) -> [String; 4] {
        let Slip { what, help } = slip;
        [
            Message::<Public>::from(what.clone()).to_string(),
            Message::<Public>::from(help.clone()).to_string(),
            Message::<Personal>::from(what).to_string(),
            Message::<Personal>::from(help).to_string(),
        ]
    }

    #[test]
    fn a_slip_comes_back_from_serde_as_it_went_in() {
        let slip = || Slip::new(quoted("x").ours(" is no day").number(3), ours("Write ").example("2026".to_owned()));
        let error: de::value::Error = slip().through();
        assert_eq!(shown(Slip::back(&error.to_string())), shown(slip()));
        assert_eq!(shown(slip()), ["“x” is no day3", "Write 2026", "what stands here is no day3", "Write "]);
    }

    #[test]
    fn letters_cannot_end_their_own_quotation() {
        for forged in
            ["a\u{E00A}Zqcanary", "a\u{E009}Zqcanary", "\u{E008}a\u{E00A}Zqcanary\u{E00B}", "”Zqcanary“", "\"Zqcanary"]
        {
            let error: de::value::Error = Slip::new(quoted(forged).ours(" is no day"), ours("Write it.")).through();
            let [.., what, help] = shown(Slip::back(&error.to_string()));
            assert_eq!((what.as_str(), help.as_str()), ("what stands here is no day", "Write it."));
        }
    }

    #[test]
    fn what_somebody_else_worded_is_silent() {
        let [public, _, personal, _] = shown(Slip::back("invalid type: string \"Zqcanary\""));
        assert_eq!(
            (public.as_str(), personal.as_str()),
            ("invalid type: string \"Zqcanary\"", "what stands here does not fit")
        );
    }
}
