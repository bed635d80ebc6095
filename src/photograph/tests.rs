//! Photographs as cameras leave them, and as a page needs them.

use super::*;

/// A picture of two colours, left and right, as a JPEG.
fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let grain = u8::try_from((x * 7 + y * 13) % 23).unwrap_or(0);
        if x < width / 2 { Rgb([30 + grain, 90, 80]) } else { Rgb([220, 200 - grain, 170]) }
    });
    let mut bytes = Vec::new();
    DynamicImage::from(picture).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).expect("it is a picture");
    bytes
}

/// The same with a block of the camera's: which way it was held, where it was, whose it is.
fn from_a_camera(jpeg: &[u8], held: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    exif.extend([0, 2]);
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, held, 0, 0]);
    exif.extend([0x01, 0x10, 0, 2, 0, 0, 0, 16, 0, 0, 0, 38]);
    exif.extend([0, 0, 0, 0]);
    exif.extend(b"CanaryCam 51.5N\0");
    let mut out = jpeg[..2].to_vec();
    out.extend([0xFF, 0xE1]);
    out.extend(u16::try_from(exif.len() + 2).expect("it is short").to_be_bytes());
    out.extend(exif);
    out.extend(&jpeg[2..]);
    out
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[test]
fn a_page_has_its_sizes_and_none_is_larger_than_the_original() {
    let widths = |width| sizes(&jpeg(width, width / 2)).expect("a picture").iter().map(|s| s.width).collect::<Vec<_>>();
    assert_eq!(widths(3000), [480, 800, 1280]);
    assert_eq!(widths(900), [480, 800, 900]);
    assert_eq!(widths(300), [300]);
}

#[test]
fn place_and_camera_stay_at_home() {
    let original = from_a_camera(&jpeg(900, 600), 1);
    assert!(holds(&original, b"CanaryCam"));
    for size in sizes(&original).expect("a picture") {
        assert!(!holds(&size.bytes, b"CanaryCam") && !holds(&size.bytes, b"Exif"), "{} wide", size.width);
    }
}

#[test]
fn a_picture_that_was_taken_upright_is_upright() {
    let size = sizes(&from_a_camera(&jpeg(900, 600), 6)).expect("a picture").pop().expect("a size");
    assert_eq!((size.width, size.height), (600, 900));
    let shown = image::load_from_memory(&size.bytes).expect("a picture").into_rgb8();
    // What was left is above, once it is turned.
    assert!(shown.get_pixel(300, 100).0[0] < 100 && shown.get_pixel(300, 800).0[0] > 150);
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let original = jpeg(1700, 1100);
    assert_eq!(sizes(&original), sizes(&original));
}

#[test]
fn a_damaged_picture_is_a_plain_sentence_and_never_a_panic() {
    let original = jpeg(700, 500);
    for cut in (0..original.len()).step_by(original.len() / 200 + 1) {
        let _ = sizes(&original[..cut]);
        let mut flipped = original.clone();
        flipped[cut] ^= 0x55;
        let _ = sizes(&flipped);
    }
    assert_eq!(sizes(&original[..original.len() / 8]).err(), Some(Trouble::Damaged));
    assert_eq!(sizes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").err(), Some(Trouble::Heic));
    assert_eq!(sizes(b"GIF89a").err(), Some(Trouble::OtherKind));
}

/// The head of a PNG with eight bits for each of red, green, blue and what is clear.
fn head_of_png(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend(width.to_be_bytes());
    png.extend(height.to_be_bytes());
    png.extend([8, 6, 0, 0, 0]);
    png.extend(crc(&png[12..29]).to_be_bytes());
    png.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xaeB\x60\x82");
    png
}

/// A WebP that says how large it is and holds nothing.
fn head_of_webp(width: u32, height: u32) -> Vec<u8> {
    let mut webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f".to_vec();
    webp.extend(((width - 1) | (height - 1) << 14).to_le_bytes());
    webp.extend([0; 9]);
    webp
}

/// A JPEG with another size in its head than its picture has.
fn resized(mut jpeg: Vec<u8>, width: u16, height: u16) -> Vec<u8> {
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).expect("it has a head");
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

#[test]
fn a_bomb_is_known_by_its_head_and_not_opened() {
    for (width, height) in [(60_000, 60_000), (12_000, 12_000), (19_000, 3_000)] {
        assert_eq!(sizes(&head_of_png(width, height)).err(), Some(Trouble::TooLarge), "{width} by {height}");
    }
    assert_eq!(sizes(&head_of_webp(16_000, 16_000)).err(), Some(Trouble::TooLarge));
    assert_eq!(sizes(&resized(jpeg(64, 64), 19_000, 19_000)).err(), Some(Trouble::TooLarge));
    // As large as a telephone's best: it is damaged, and not too large.
    assert_eq!(sizes(&head_of_png(6_000, 6_000)).err(), Some(Trouble::Damaged));
    assert_eq!(sizes(&vec![0; crate::limits::FILE.most + 1]).err(), Some(Trouble::TooLarge));
}

#[test]
fn a_large_picture_is_opened_by_itself() {
    assert!(is_heavy(&head_of_png(5_000, 5_000)));
    assert!(!is_heavy(&jpeg(900, 600)));
    assert!(!is_heavy(b"GIF89a"));
}

/// The check sum of a PNG's part.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}
