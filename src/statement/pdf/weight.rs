//! How much a PDF would take before its pages are known: every value in it becomes an object in memory, of a hundred bytes or more.
//!
//! Looked at are the letters of the file, and the packed parts that hold further objects. Each is unpacked a little at a time and
//! kept nowhere.

use std::io::Read;
use std::sync::LazyLock;

use flate2::read::ZlibDecoder;
use regex::bytes::Regex;

use crate::limits::PDF_VALUES;

/// How far before the beginning of a packed part what is said of it is looked for, in bytes.
const SAID: usize = 4096;
/// How much one packed part with objects in it may unpack to.
pub(super) const PART: usize = 8 * 1024 * 1024;

static PACKED: LazyLock<Regex> = LazyLock::new(|| Regex::new("stream").expect("the pattern is fixed"));
static PACKED_END: LazyLock<Regex> = LazyLock::new(|| Regex::new("endstream").expect("the pattern is fixed"));
/// What is said of a part with objects in it. Names can be written with their numbers (`#46`): such a part is looked into too.
static OBJECTS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("/First|ObjStm|#[0-9A-Fa-f]").expect("the pattern is fixed"));

/// Whether there are more values in a file than in any statement.
pub(super) fn is_too_large(bytes: &[u8]) -> bool {
    let mut count = Count::default();
    let mut at = 0;
    while let Some(found) = PACKED.find_at(bytes, at) {
        count.add(&bytes[at..found.start()]);
        let said = &bytes[at.max(found.start().saturating_sub(SAID))..found.start()];
        at = found.end();
        let start = at + bytes[at..].iter().take(2).take_while(|byte| byte.is_ascii_whitespace()).count();
        if said.ends_with(b"end") || !said.trim_ascii_end().ends_with(b">>") {
            continue;
        }
        at = PACKED_END.find_at(bytes, start).map_or(bytes.len(), |end| end.start());
        if OBJECTS.is_match(said) {
            count.unpacked(&bytes[start..at]);
        }
        if count.is_full() {
            return true;
        }
    }
    count.add(&bytes[at..]);
    count.is_full()
}

/// The values met so far.
#[derive(Default)]
struct Count {
    values: usize,
    /// Whether the last byte was part of a value.
    inside: bool,
}

impl Count {
    fn is_full(&self) -> bool {
        PDF_VALUES.is_passed_by(self.values)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let part =
                !matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ' | b'[' | b']' | b'<' | b'>' | b')' | b'{' | b'}');
            // A name and a text begin wherever their sign stands.
            self.values += usize::from(matches!(byte, b'[' | b'<' | b'(' | b'/') || part && !self.inside);
            self.inside = part;
        }
    }

    /// Adds the values of a packed part; of one that is packed in a way that is not known, those of its bytes as they are.
    fn unpacked(&mut self, packed: &[u8]) {
        let mut letters = ZlibDecoder::new(packed).take(PART as u64);
        let mut buffer = [0; 16 * 1024];
        let mut any = false;
        while let Ok(read @ 1..) = letters.read(&mut buffer) {
            any = true;
            self.add(&buffer[..read]);
            if self.is_full() {
                return;
            }
        }
        if !any {
            self.add(packed);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn packed(letters: &[u8]) -> Vec<u8> {
        let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        out.write_all(letters).expect("in memory");
        out.finish().expect("in memory")
    }

    fn part(said: &str, packed: &[u8]) -> Vec<u8> {
        let mut out = format!("7 0 obj\n<< {said} >>\nstream\r\n").into_bytes();
        out.extend(packed);
        out.extend(b"\nendstream\nendobj\n");
        out
    }

    #[test]
    fn values_are_counted_where_they_become_objects() {
        let mut count = Count::default();
        count.add(b"<< /Type /Page /Kids [3 0 R] >> (a b)");
        assert_eq!(count.values, 2 + 3 + 4 + 2);
        let many = b"1 ".repeat(PDF_VALUES.most + 1);
        assert!(is_too_large(&many));
        assert!(is_too_large(&part("/Type /ObjStm /N 1 /First 10", &packed(&many))));
        assert!(is_too_large(&part("/Type /Obj#53tm /N 1", &packed(&many))));
        assert!(!is_too_large(&part("/Type /XObject /Subtype /Image", &packed(&many))), "a picture is no object");
        assert!(!is_too_large(&part("/Type /ObjStm /N 1 /First 10", &packed(b"7 0 << /A 1 >>"))));
    }

    #[test]
    fn the_parts_of_a_file_are_counted_together() {
        let one = part("/Type /ObjStm /N 1 /First 10", &packed(&b"1 ".repeat(PDF_VALUES.most / 3)));
        assert!(!is_too_large(&one.repeat(2)));
        assert!(is_too_large(&one.repeat(4)));
    }
}
