//! The home's colour, made readable: whatever a manager picks, every text made of it passes 7:1.

use palette::color_difference::Wcag21RelativeContrast;
use palette::{FromColor, IntoColor, Oklch, Srgb};

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

fn light(own: Oklch) -> Scheme {
    let warm = |l: f32, chroma: f32| Oklch::new(l, chroma, 85.0);
    let paper = warm(0.985, 0.008);
    let tint = Oklch::new(0.945, own.chroma.min(0.018), own.hue);
    let grounds = [paper, tint];
    let accent = readable(own, &grounds, ENOUGH, -1.0);
    let neutral = |l: f32| Oklch::new(l, 0.012, own.hue);
    scheme(
        paper,
        tint,
        accent,
        readable(neutral(0.22), &grounds, ENOUGH, -1.0),
        readable(neutral(0.42), &grounds, ENOUGH, -1.0),
        -1.0,
    )
}

fn dark(own: Oklch) -> Scheme {
    let paper = Oklch::new(0.19, own.chroma.min(0.012), own.hue);
    let tint = Oklch::new(0.26, own.chroma.min(0.03), own.hue);
    let grounds = [paper, tint];
    let accent = readable(Oklch::new(0.8, own.chroma.min(0.11), own.hue), &grounds, ENOUGH, 1.0);
    let neutral = |l: f32| Oklch::new(l, 0.012, 85.0);
    scheme(
        paper,
        tint,
        accent,
        readable(neutral(0.94), &grounds, ENOUGH, 1.0),
        readable(neutral(0.84), &grounds, ENOUGH, 1.0),
        1.0,
    )
}

fn scheme(paper: Oklch, tint: Oklch, accent: Oklch, ink: Oklch, quiet: Oklch, away: f32) -> Scheme {
    let on_accent = readable(paper, &[accent], ENOUGH, -away);
    let line = readable(Oklch::new(accent.l, accent.chroma * 0.4, accent.hue), &[paper, tint], SEEN, away);
    Scheme {
        paper: hex(paper),
        ink: hex(ink),
        quiet: hex(quiet),
        accent: hex(accent),
        on_accent: hex(on_accent),
        tint: hex(tint),
        line: hex(line),
        focus: hex(ink),
    }
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
