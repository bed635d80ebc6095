//! Addresses in a text: of mail, of the web, of files, tags and names. They are no words: changed, they lead nowhere.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Endings of files that people name in a text.
const FILES: &str = "docx?|dotx?|odt|rtf|txt|pdf|xlsx?|csv|ods|pptx?|odp|jpe?g|png|gif|heic|tiff?|mp[34]|mov|wav|zip|html?|md|ya?ml|eml|msg";
/// Endings of addresses that people write without their beginning.
const PLACES: &str = "com|org|net|uk|eu|ie|info|care|wales|cymru|scot|london|example|gov|nhs|co|io|app|me|tv|biz";

/// What is an address from end to end, but for mail. Nothing here looks far ahead before it is known to be one: where a later pattern
/// has its match already, the search would go through the rest of the text for each.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let parts = [
        // Between the signs that Markdown has for it.
        r"<[^<>\s]+>".to_owned(),
        // The web, with what says so.
        r"(?i)(?-u:\b)(?:[a-z][a-z0-9+.-]{0,15}://|www\.|mailto:|tel:|page:)[^\s<>“”\x22]+".to_owned(),
        // The web without, up to the end of its path.
        format!(r"(?i)(?-u:\b)(?:[a-z0-9-]+\.)+(?:{PLACES})(?-u:\b)(?:[/?#][^\s<>“”\x22]*)?"),
        // Files: in quotation marks with the spaces in their names, or as one word.
        format!(r"(?i)[“‘\x22'][^“”‘’\x22\n]{{1,60}}\.(?:{FILES})[”’\x22']"),
        format!(r"(?i)[\p{{L}}\p{{N}}_()&+~-]+(?:[./\\][\p{{L}}\p{{N}}_()&+~-]+)*\.(?:{FILES})(?-u:\b)"),
        // Folders.
        r"(?:(?-u:\b)[A-Za-z]:)?(?:[/\\][\p{L}\p{N}_.~-]+){2,}[/\\]?".to_owned(),
        // Tags, and names with the sign before them.
        r"(?:^|[\s(“‘])[#@][\p{L}\p{N}_][\p{L}\p{N}_.-]*".to_owned(),
    ];
    Regex::new(&parts.map(|part| format!("(?:{part})")).join("|")).expect("the pattern is fixed")
});

/// Signs without which no text holds an address.
const SIGNS: [char; 7] = ['@', '.', '/', '\\', '#', '<', ':'];

/// The bytes of every address in a text, in their order.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    if !text.contains(SIGNS) {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = ADDRESS.find_iter(text).map(|found| found.range()).chain(mail(text)).collect();
    // Of two that lie over each other the one that begins first counts, or the longer.
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|range| {
        let apart = range.start >= end;
        if apart {
            end = range.end;
        }
        apart
    });
    found.into_iter().map(|range| with_its_name(text, range)).collect()
}

/// Addresses of mail, each found from its sign outwards.
fn mail(text: &str) -> impl Iterator<Item = Range<usize>> {
    let before = |c: char| c.is_alphanumeric() || "._%+'’-".contains(c);
    let behind = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    text.match_indices('@').filter_map(move |(at, _)| {
        let name = text[..at].chars().rev().take_while(|c| before(*c)).map(char::len_utf8).sum::<usize>();
        let place: &str = &text[at + 1..];
        let place = &place[..place.find(|c| !behind(c)).unwrap_or(place.len())];
        // A full stop at its end ends the sentence.
        let place = place.trim_end_matches(['.', '-']);
        let is_one = name > 0 && place.split('.').count() > 1 && place.split('.').all(|part| !part.is_empty());
        is_one.then(|| at - name..at + 1 + place.len())
    })
}

/// A file's name with the words before it that belong to it: from the last word with a capital on, where that does not begin a
/// sentence.
fn with_its_name(text: &str, found: Range<usize>) -> Range<usize> {
    let name = &text[found.clone()];
    let file = name.rsplit('.').next().is_some_and(|ending| ending.chars().all(char::is_alphanumeric));
    if !file || name.contains(['/', '@', '\\', '“', '\u{22}']) || name.chars().next().is_some_and(char::is_uppercase)
    {
        return found;
    }
    let mut start = found.start;
    for _ in 0..4 {
        let Some(before) = text[..start].strip_suffix(' ') else { return found };
        let word = before
            .rfind(|c: char| !(c.is_alphanumeric() || "-_’'&".contains(c)))
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        if word == before.len() {
            return found;
        }
        start = word;
        if text[start..].starts_with(char::is_uppercase) {
            let begins = text[..start].trim_end().chars().next_back().is_none_or(|c| ".!?:".contains(c));
            return if begins { found } else { start..found.end };
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_however_it_is_written() {
        for (text, address) in [
            ("Write to commence@oak.example today.", "commence@oak.example"),
            ("See https://oak.example/utilise/ there.", "https://oak.example/utilise/"),
            ("See HTTPS://oak.example/utilise there.", "HTTPS://oak.example/utilise"),
            ("See www.oak.example/elderly-people now.", "www.oak.example/elderly-people"),
            ("See oak.example/utilise now.", "oak.example/utilise"),
            ("Go to <residents-must-not> now.", "<residents-must-not>"),
            ("Open “Utilise this.docx” now.", "“Utilise this.docx”"),
            ("Please open Utilise this.docx now.", "Utilise this.docx"),
            ("Open elderly-people.docx now.", "elderly-people.docx"),
            ("Look for #residents-must-not there.", " #residents-must-not"),
            ("Ask @the.elderly there.", " @the.elderly"),
            ("It is in S:\\Utilise\\elderly now.", "S:\\Utilise\\elderly"),
        ] {
            let found: Vec<&str> = addresses(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, [address], "{text}");
        }
    }

    #[test]
    fn mail_ends_where_its_address_ends() {
        for (text, address) in [
            ("Ask josé.ruiz@oak.example.", "josé.ruiz@oak.example"),
            ("(tea@oak-house.example)", "tea@oak-house.example"),
            ("mailto:tea@oak.example", "mailto:tea@oak.example"),
        ] {
            let found: Vec<&str> = addresses(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, [address], "{text}");
        }
        assert_eq!(mail("at @ noon, a@b, @x.example, a@.example").count(), 0);
    }

    #[test]
    fn words_are_no_addresses() {
        for text in [
            "He and/or she comes. We utilise it.",
            "At 2.30 we utilise it.",
            "Note: we commence.",
            "Residents.Visitors",
        ] {
            assert!(addresses(text).is_empty(), "{text}");
        }
    }
}
