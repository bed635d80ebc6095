"""P01: how large the letters are, each one, footers and leader dots included."""

from .saying import on, quote

#: Sizes in a PDF are rounded to a few decimals.
ROUNDING = 0.05


def smallest(paper):
    """P01: no letter on any page below the edition's minimum."""
    for line in paper.lines:
        small = [glyph for glyph in line.glyphs if not glyph.blank and glyph.size < paper.edition.least - ROUNDING]
        if small:
            yield on(line.page, f"{min(g.size for g in small):.1f} point in {quote(line.text)}, at least {paper.edition.least:g}")


def body(paper):
    """P01: running words at the size the edition promises."""
    for block in paper.blocks:
        if block.running and block.size < paper.edition.body - ROUNDING:
            yield on(block.pages[0], f"running words at {block.size:.1f} point: {quote(block.text)}")
    if abs(paper.body_size - paper.edition.body) > 0.6:
        yield f"most running words are {paper.body_size:.1f} point, the edition promises {paper.edition.body:g}"


def furniture(paper):
    """P02: page numbers, captions, labels and footers are as large as the running words."""
    for line in paper.lines:
        if line.size < paper.body_size - ROUNDING and any(letter.isalnum() for letter in line.text):
            yield on(line.page, f"{line.size:.1f} point in {quote(line.text)}, running words have {paper.body_size:.1f}")
