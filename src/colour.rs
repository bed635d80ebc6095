//! The home's colour, made readable: whatever a manager picks, every text made of it passes 7:1.

use palette::color_difference::Wcag21RelativeContrast;
use palette::{FromColor, IntoColor, Mix, Oklab, Oklch, Srgb};

/// White paper.
pub const WHITE: &str = "#ffffff";
/// The colour of a home that has named none: a quiet blue-green.
const OURS: &str = "#24565c";
/// The contrast that every text keeps (WCAG 2 AAA): the readers of large print have low vision.
const ENOUGH: f32 = 7.1;
/// The contrast that lines and focus rings keep (WCAG 2, 1.4.11).
const SEEN: f32 = 3.2;

/// The colours of a site in one light.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Scheme {
    /// The ground.
    pub paper: String,
    /// Running words.
    pub ink: String,
    /// Words that matter less, still at 7:1.
    pub quiet: String,
    /// Links, headings, drawings.
    pub accent: String,
    /// Words on the accent.
    pub on_accent: String,
    /// The ground of panels.
    pub tint: String,
    /// Lines.
    pub line: String,
    /// The ring around what has the focus.
    pub focus: String,
}

/// A site's colours by day and by night.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Colours {
    /// For a light screen.
    pub light: Scheme,
    /// For a dark one.
    pub dark: Scheme,
}

/// Whether letters are a colour such as `#7a2e3a`.
#[must_use]
pub fn is_colour(letters: &str) -> bool {
    letters.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.chars().all(|c| c.is_ascii_hexdigit()))
}

/// A site's colours, from the home's own.
#[must_use]
pub fn colours(own: Option<&str>) -> Colours {
    let own = oklch(own.filter(|own| is_colour(own)).unwrap_or(OURS));
    Colours { light: light(own), dark: dark(own) }
}

/// The home's colour as ink on a paper of some colour.
#[must_use]
pub fn ink_on(own: Option<&str>, ground: &str) -> String {
    let own = oklch(own.filter(|own| is_colour(own)).unwrap_or(OURS));
    hex(readable(own, &[oklch(ground)], ENOUGH, -1.0))
}

/// The warmth of paper and ink: the hue of unbleached paper, in degrees.
const WARM: f32 = 77.0;
/// A yellow made dark turns olive; moved to here it becomes honey.
const HONEY: f32 = 69.0;

fn light(own: Oklch) -> Scheme {
    let paper = Oklch::new(0.988, 0.007, WARM);
    let yellow = own.l > 0.6 && (69.0..118.0).contains(&own.hue.into_positive_degrees());
    let ink_of = if yellow { Oklch::new(own.l, own.chroma, HONEY) } else { own };
    // A pale colour needs more of itself to be seen as a wash.
    let share = 0.09 + 0.13 * ((own.l - 0.5) / 0.4).clamp(0.0, 1.0);
    let tint = mixed(own, paper, share);
    let grounds = [paper, tint];
    let accent = readable(ink_of, &grounds, ENOUGH, -1.0);
    let neutral = |l: f32, chroma: f32| readable(Oklch::new(l, chroma, WARM), &grounds, ENOUGH, -1.0);
    Scheme {
        on_accent: hex(readable(Oklch::new(1.0, 0.0, WARM), &[accent], ENOUGH, 1.0)),
        line: hex(readable(mixed(accent, paper, 0.5), &grounds, SEEN, -1.0)),
        ink: hex(neutral(0.235, 0.012)),
        quiet: hex(neutral(0.36, 0.016)),
        accent: hex(accent),
        paper: hex(paper),
        tint: hex(tint),
        focus: "#0b3fb5".to_owned(),
    }
}

fn dark(own: Oklch) -> Scheme {
    let paper = Oklch::new(0.2, 0.008, WARM);
    // A strong colour made light on dark shouts: burgundy becomes candy pink.
    let pale = Oklch::new(own.l.max(0.7), own.chroma.min(0.075), own.hue);
    let tint = mixed(readable(pale, &[paper], ENOUGH, 1.0), paper, 0.1);
    let grounds = [paper, tint];
    let accent = readable(pale, &grounds, ENOUGH, 1.0);
    let neutral = |l: f32, chroma: f32| readable(Oklch::new(l, chroma, WARM), &grounds, ENOUGH, 1.0);
    Scheme {
        on_accent: hex(readable(Oklch::new(0.16, 0.012, own.hue), &[accent], ENOUGH, -1.0)),
        line: hex(readable(mixed(accent, paper, 0.5), &grounds, SEEN, 1.0)),
        ink: hex(neutral(0.94, 0.012)),
        quiet: hex(neutral(0.85, 0.014)),
        accent: hex(accent),
        paper: hex(paper),
        tint: hex(tint),
        focus: "#ffd23f".to_owned(),
    }
}

/// A share of one colour in another, as paint mixes.
fn mixed(colour: Oklch, ground: Oklch, share: f32) -> Oklch {
    let (colour, ground) = (Oklab::from_color(colour), Oklab::from_color(ground));
    Oklch::from_color(ground.mix(colour, share))
}

/// A colour moved away from its grounds (darker or lighter) until it is readable on each of them.
fn readable(mut colour: Oklch, grounds: &[Oklch], enough: f32, away: f32) -> Oklch {
    for _ in 0..200 {
        // What is measured is what is written: eight bits a channel.
        let shown = srgb(colour);
        if grounds.iter().all(|ground| shown.relative_contrast(srgb(*ground)) >= enough) {
            break;
        }
        colour.l = (colour.l + away * 0.005).clamp(0.0, 1.0);
        // Near black or white there is no room for a strong colour.
        colour.chroma *= 0.995;
    }
    colour
}

fn oklch(hex: &str) -> Oklch {
    let colour: Srgb<u8> = hex.parse().unwrap_or_else(|_| Srgb::new(36, 86, 92));
    Oklch::from_color(colour.into_format::<f32>())
}

/// A colour as a screen shows it, rounded as it will be written.
fn srgb(colour: Oklch) -> Srgb {
    let shown: Srgb = colour.into_color();
    let clamped = Srgb::new(shown.red.clamp(0.0, 1.0), shown.green.clamp(0.0, 1.0), shown.blue.clamp(0.0, 1.0));
    clamped.into_format::<u8>().into_format()
}

fn hex(colour: Oklch) -> String {
    let shown: Srgb<u8> = srgb(colour).into_format();
    format!("#{:02x}{:02x}{:02x}", shown.red, shown.green, shown.blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(a: &str, b: &str) -> f32 {
        srgb(oklch(a)).relative_contrast(srgb(oklch(b)))
    }

    #[test]
    fn any_colour_a_manager_picks_can_be_read() {
        for own in ["#7a2e3a", "#ffff00", "#000000", "#ffffff", "#00ff00", "#808080", "#ff69b4", "#1f6f8b"] {
            let colours = colours(Some(own));
            for scheme in [&colours.light, &colours.dark] {
                for text in [&scheme.ink, &scheme.quiet, &scheme.accent] {
                    for ground in [&scheme.paper, &scheme.tint] {
                        assert!(
                            contrast(text, ground) >= 7.0,
                            "{own}: {text} on {ground} is {}",
                            contrast(text, ground)
                        );
                    }
                }
                assert!(contrast(&scheme.on_accent, &scheme.accent) >= 7.0, "{own}: {scheme:?}");
                assert!(contrast(&scheme.line, &scheme.paper) >= 3.0, "{own}: {scheme:?}");
            }
            assert!(contrast(&ink_on(Some(own), WHITE), WHITE) >= 7.0);
        }
    }

    #[test]
    fn a_colour_that_can_be_read_already_is_kept() {
        assert_eq!(ink_on(Some("#7a2e3a"), WHITE), "#7a2e3a");
    }
}
