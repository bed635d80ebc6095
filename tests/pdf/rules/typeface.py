"""P03, P04, P05: which letters are used, how heavy they are, and that none lean."""

import re

from .saying import on, quote

#: Families in which 1, I and l, and 0 and O, can be told apart.
FAMILIES = {"AtkinsonHyperlegible", "AtkinsonHyperlegibleNext"}

#: Families that a reader can choose for their own papers: one like Arial, which UKAAF names, and one with wide letters.
CHOSEN = {"Arimo", "Lexend"}

#: Regular to bold, 400 to 700. Thinner is hard to see, heavier fills the holes in letters.
WEIGHTS = {"Regular", "Medium", "SemiBold", "Semibold", "Bold"}


def family(paper):
    """P03: a legible family, embedded, whose letters can be read aloud and are not squeezed."""
    known = FAMILIES | CHOSEN if paper.of_pack else FAMILIES
    if not paper.fonts:
        yield "no font at all: nothing can be read"
    for font in paper.fonts:
        if font.family not in known:
            yield f"{font.name} is not one of {', '.join(sorted(known))}"
        if not font.embedded:
            yield f"{font.name} is not embedded: another machine will print other letters"
        if not font.unicode:
            yield f"{font.name} does not say which letters its shapes are"
        if font.kind == "Type3":
            yield f"{font.name} is made of drawings (Type 3)"
    for glyph in paper.printed:
        a, b, c, d = glyph.matrix[:4]
        across, up = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        if abs(across - up) > 0.02 * up:
            yield on(glyph.page, f"letters squeezed or stretched to {across / up:.0%}, as in “{glyph.text}”")
            return


def weight(paper):
    """P04: never light, never heavier than bold, and running words not bold throughout."""
    for font in paper.fonts:
        if re.sub(r"(Italic|Oblique)$", "", font.style) not in WEIGHTS | {""}:
            yield f"{font.name}: the weight {font.style} is not between regular and bold"
    running = [g for block in paper.blocks if block.running for g in block.glyphs if not g.blank]
    heavy = sum(is_bold(glyph) for glyph in running)
    if running and heavy > 0.5 * len(running):
        yield f"{heavy / len(running):.0%} of the running words are bold: nothing stands out any more"


def upright(paper):
    """P05: no italics, whether a font's own or letters made to lean."""
    for font in paper.fonts:
        if font.slanted or re.search(r"italic|oblique", font.name, re.IGNORECASE):
            yield f"{font.name} is slanted"
    for line in paper.lines:
        if any(abs(g.matrix[2]) > 0.01 and abs(g.matrix[1]) < 0.001 for g in line.glyphs if not g.blank):
            yield on(line.page, f"letters made to lean: {quote(line.text)}")


def is_bold(glyph):
    """Whether a letter's font is one of the heavy weights."""
    return re.search(r"-(semi|demi)?bold", glyph.font, re.IGNORECASE) is not None
