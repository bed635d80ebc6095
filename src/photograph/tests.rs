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

#[test]
fn a_bomb_is_not_opened() {
    // A PNG that says it is 60,000 pixels wide and high.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend([0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 0]);
    png.extend(crc(&png[12..29]).to_be_bytes());
    png.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xaeB\x60\x82");
    assert_eq!(sizes(&png).err(), Some(Trouble::TooLarge));
}

/// The check sum of a PNG's part.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}
