//! The colour of a page, as our papers begin with it: one area as large as the sheet, in an artifact of its own. Printed on paper
//! of that colour it would be there twice.

use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// How far into a page its colour can reach, in bytes.
const FURTHEST: usize = 400;
/// How far an edge may be from the sheet's, in points.
const NEAR: f32 = 0.5;

/// A page's drawing without the colour that it begins with; none where it does not begin like that.
pub(super) fn without(drawing: &[u8], sheet: [f32; 4]) -> Option<&[u8]> {
    let end = b"EMC";
    let first = &drawing[..drawing.len().min(FURTHEST)];
    let at = first.windows(end.len()).position(|letters| letters == end)?;
    let head = std::str::from_utf8(&first[..at]).ok()?.replace('/', " /");
    let signs: Vec<&str> = head.split_ascii_whitespace().collect();
    let ["/Artifact", "BMC", "q", "1", "0", "0", "-1", "0", _, "cm", _, "cs", rest @ ..] = signs.as_slice() else {
        return None;
    };
    let fill = rest.iter().position(|sign| *sign == "scn")?;
    let ["0", "0", "m", right, "0", "l", right_too, top, "l", "0", top_too, "l", "h", "f", "Q"] = rest[fill + 1..]
    else {
        return None;
    };
    let is = |sign: &str, length: f32| sign.parse::<f32>().is_ok_and(|number| (number - length).abs() < NEAR);
    let (wide, high) = (sheet[2] - sheet[0], sheet[3] - sheet[1]);
    let whole = is(right, wide) && is(right_too, wide) && is(top, high) && is(top_too, high);
    whole.then(|| &drawing[at + end.len()..])
}

/// Packs a drawing.
pub(super) fn packed(drawing: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(drawing.len() / 3), Compression::default());
    encoder.write_all(drawing)?;
    encoder.finish()
}
