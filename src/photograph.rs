//! A home's photographs made ready for a page: upright, small enough, and with nothing in them but the picture.
//!
//! Comes from: the bytes of a JPEG, a PNG or a WebP as a camera or a telephone left them. Goes to: the website, as JPEGs of a
//! few widths. The only file that knows the crates `image` and `jpeg-encoder`.

use std::io::Cursor;

use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder};

use crate::limits::{FILE, PHOTOGRAPH, PHOTOGRAPH_SIDE};

/// A photograph in one width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    /// How many pixels wide it is.
    pub width: u32,
    /// How many pixels high it is.
    pub height: u32,
    /// The JPEG: the picture and nothing else, so no place, no camera, no name.
    pub bytes: Vec<u8>,
}

/// The longer sides that are made: a small telephone, a column, and a column on a fine screen. Never more than there is.
const SIDES: [u32; 3] = [480, 800, 1280];
/// The most bytes a photograph may have, so that a page with one stays under 150 KB.
const MOST_BYTES: usize = 120 * 1024;
/// The qualities that are tried, best first. At the last one grass is still grass.
const QUALITIES: [u8; 6] = [80, 74, 68, 62, 56, 50];
/// A picture that takes more than this when it is opened, in bytes, is opened by itself and not beside others.
const HEAVY: u64 = 32 * 1024 * 1024;

/// Why a photograph cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It is a HEIC, as iPhones make them.
    Heic,
    /// It is no JPEG, PNG or WebP, whatever its name says.
    OtherKind,
    /// It has more pixels than a page can use, and than are opened.
    TooLarge,
    /// It is damaged or cut short.
    Damaged,
}

/// The endings of pictures that are no JPEG, PNG or WebP, with what stands in the way of each.
const OTHER_ENDINGS: [(&str, Trouble); 11] = [
    ("heic", Trouble::Heic),
    ("heif", Trouble::Heic),
    ("svg", Trouble::OtherKind),
    ("gif", Trouble::OtherKind),
    ("tif", Trouble::OtherKind),
    ("tiff", Trouble::OtherKind),
    ("bmp", Trouble::OtherKind),
    ("avif", Trouble::OtherKind),
    ("jfif", Trouble::OtherKind),
    ("raw", Trouble::OtherKind),
    ("psd", Trouble::OtherKind),
];

impl Trouble {
    /// Why a picture with this ending cannot be shown; none where it is the ending of no picture, or of one that can.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        OTHER_ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|(_, trouble)| *trouble)
    }

    /// What is wrong, in a manager's words.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Trouble::Heic => "this picture is a HEIC, which browsers cannot show",
            Trouble::OtherKind => "this file is not a JPEG, PNG or WebP picture",
            Trouble::TooLarge => PHOTOGRAPH.said,
            Trouble::Damaged => "this picture is damaged or cut short",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            Trouble::Heic => {
                "Save it as a JPEG. On an iPhone: Settings, Camera, Formats, “Most Compatible” does so from now on."
            }
            Trouble::OtherKind => "Open it in a picture program and save it as a JPEG.",
            Trouble::TooLarge => PHOTOGRAPH.help,
            Trouble::Damaged => "Copy it again from the camera or the telephone, and look whether it opens.",
        }
    }
}

/// Makes the sizes of a photograph that a page needs, smallest first: at least one, and none wider than the original.
/// The same bytes give the same sizes on every machine.
///
/// # Errors
/// Where the bytes are not a picture that can be shown.
pub fn sizes(original: &[u8]) -> Result<Vec<Size>, Trouble> {
    let picture = flat(upright(original)?);
    let longer = picture.width().max(picture.height());
    let largest = longer.min(SIDES[SIDES.len() - 1]);
    let sides = SIDES.iter().copied().filter(|side| *side < largest).chain([largest]);
    sides.map(|side| encoded(&narrowed(&picture, scaled(picture.width(), side, longer)))).collect()
}

/// Whether a picture takes so much when it is opened that it should be opened by itself.
#[must_use]
pub fn is_heavy(original: &[u8]) -> bool {
    decoder(original).is_ok_and(|decoder| decoder.total_bytes() > HEAVY)
}

/// The picture as it is meant to be seen.
fn upright(original: &[u8]) -> Result<DynamicImage, Trouble> {
    let mut decoder = decoder(original)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| trouble(&error))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// What opens a picture, once its head has said how large it is.
fn decoder(original: &[u8]) -> Result<impl ImageDecoder + '_, Trouble> {
    if FILE.is_passed_by(original.len()) {
        return Err(Trouble::TooLarge);
    }
    let mut reader = ImageReader::new(Cursor::new(original)).with_guessed_format().map_err(|_| Trouble::Damaged)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        let heic = original.get(4..12).is_some_and(|brand| brand.starts_with(b"ftyphei") || brand == b"ftypmif1");
        return Err(if heic { Trouble::Heic } else { Trouble::OtherKind });
    }
    if reader.format() == Some(ImageFormat::Jpeg) && is_cut_short(original) {
        return Err(Trouble::Damaged);
    }
    let side = u32::try_from(PHOTOGRAPH_SIDE.most).unwrap_or(u32::MAX);
    let mut limits = Limits::default();
    limits.max_image_width = Some(side);
    limits.max_image_height = Some(side);
    limits.max_alloc = Some(PHOTOGRAPH.bytes());
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|error| trouble(&error))?;
    // The picture itself is not among what the decoder counts.
    if decoder.total_bytes() > PHOTOGRAPH.bytes() { Err(Trouble::TooLarge) } else { Ok(decoder) }
}

/// Whether a JPEG's end is missing. The decoder would show the rest in grey. A camera may write more behind the end; a small
/// picture inside the first quarter has an end of its own.
fn is_cut_short(jpeg: &[u8]) -> bool {
    !jpeg[jpeg.len() / 4..].windows(2).any(|pair| pair == [0xFF, 0xD9])
}

fn trouble(error: &ImageError) -> Trouble {
    if matches!(error, ImageError::Limits(_)) { Trouble::TooLarge } else { Trouble::Damaged }
}

/// Without anything to see through: what was clear is white, as the page is.
fn flat(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [r, g, b, alpha] = picture.get_pixel(x, y).0;
        let over_white = |c: u8| {
            let mixed = u32::from(c) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
            u8::try_from((mixed + 127) / 255).unwrap_or(255)
        };
        Rgb([over_white(r), over_white(g), over_white(b)])
    })
}

/// As wide as this. Halved by averages first where it is much wider, which is quicker and as good.
fn narrowed(picture: &RgbImage, width: u32) -> RgbImage {
    let high = |width: u32| scaled(picture.height(), width, picture.width());
    if picture.width() == width {
        return picture.clone();
    }
    // A filter without sines: sums and products are the same on every machine.
    let filter = FilterType::CatmullRom;
    if picture.width() > 3 * width {
        let half = image::imageops::thumbnail(picture, 2 * width, high(2 * width));
        return image::imageops::resize(&half, width, high(width), filter);
    }
    image::imageops::resize(picture, width, high(width), filter)
}

/// A length in the proportion of two others, and never nothing.
fn scaled(length: u32, to: u32, from: u32) -> u32 {
    u32::try_from(u64::from(length) * u64::from(to) / u64::from(from.max(1))).unwrap_or(u32::MAX).max(1)
}

/// As a JPEG, in the best quality that keeps a page light.
fn encoded(picture: &RgbImage) -> Result<Size, Trouble> {
    let small = |side: u32| u16::try_from(side).map_err(|_| Trouble::TooLarge);
    let (width, height) = (small(picture.width())?, small(picture.height())?);
    let mut bytes = Vec::new();
    for quality in QUALITIES {
        bytes.clear();
        let mut encoder = Encoder::new(&mut bytes, quality);
        encoder.set_progressive(true);
        encoder.set_optimized_huffman_tables(true);
        encoder.encode(picture.as_raw(), width, height, ColorType::Rgb).map_err(|_| Trouble::Damaged)?;
        if bytes.len() <= MOST_BYTES {
            break;
        }
    }
    Ok(Size { width: picture.width(), height: picture.height(), bytes })
}

#[cfg(test)]
mod tests;
