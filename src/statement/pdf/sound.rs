//! Whether a PDF's packed parts are as they were packed. A changed letter would otherwise be read as if it had always stood there.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use lopdf::{Document, Object, Stream};

/// How much is looked through, unpacked.
const MOST: u64 = 64 * 1024 * 1024;

/// Whether every packed part with words or their places in it is whole.
pub(super) fn is_sound(document: &Document) -> bool {
    let mut left = MOST;
    let mut streams =
        document.objects.values().filter_map(|object| object.as_stream().ok()).filter(|stream| matters(stream));
    streams.all(|stream| is_whole(stream, &mut left))
}

/// Pictures and the shapes of letters have no words in them.
fn matters(stream: &Stream) -> bool {
    let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
    let shapes = stream.dict.has(b"Length1") || matches!(kind, b"Type1C" | b"CIDFontType0C" | b"OpenType");
    kind != b"Image" && !shapes && stream.filters().is_ok_and(|filters| filters == [b"FlateDecode"])
}

/// Unpacks a part to the end, where its sum stands.
fn is_whole(stream: &Stream, left: &mut u64) -> bool {
    let mut unpacked = ZlibDecoder::new(stream.content.as_slice()).take(*left);
    match std::io::copy(&mut unpacked, &mut std::io::sink()) {
        Ok(size) => {
            *left -= size;
            true
        }
        Err(_) => false,
    }
}
