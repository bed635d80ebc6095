"""P28, P29: pictures stand out of the way of the words, are sharp, and are described or passed over."""

import re
from dataclasses import dataclass

from .contents import entries
from .saying import on, quote

#: Of the height of the first page, the least that a cover picture takes to be seen across a room.
COVER = 0.2

#: Fewer dots an inch than this look soft in print.
SHARP = 150


@dataclass(frozen=True)
class Box:
    """The place of a picture on a page."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


def described(paper):
    """P29: each picture is either described in words or marked as decoration."""
    for tag in paper.root.walk():
        if tag.role == "Figure":
            words = (tag.alt or "").strip()
            if not words:
                yield "a picture without a description"
            elif re.search(r"\.(jpe?g|png|svg|webp|gif|tiff?)$", words, re.IGNORECASE) or len(words.split()) < 2:
                yield f"a picture described by {quote(words)} only"
    figures = {mark for tag in paper.root.walk() if tag.role in ("Figure", "Formula") for mark in tag.marked()}
    for shape in paper.shapes:
        if shape.kind == "image" and not shape.artifact and (shape.page, shape.mcid) not in figures:
            yield on(shape.page, "a picture that is neither described nor marked as decoration")


def sharp(paper):
    """P29: enough dots for the size at which a picture is printed."""
    for shape in paper.shapes:
        if shape.kind == "image" and shape.pixels and shape.width > 0:
            dots = shape.pixels[0] / (shape.width / 72)
            if dots < SHARP:
                yield on(shape.page, f"a picture with {dots:.0f} dots an inch, {SHARP} look sharp")


def out_of_the_way(paper):
    """P28: no words to the right of a picture: every line begins where the eye looks for it."""
    for box in _boxes(paper):
        for line in paper.lines:
            if line.page == box.page and box.y0 < line.base < box.y1 and line.x0 >= box.x1 - 2:
                yield on(box.page, f"words begin to the right of a picture: {quote(line.text)}")
                break


def cover(paper):
    """An Easy Read paper begins with its cover picture, large, and has no contents list: its readers go from picture to picture."""
    if paper.edition.name != "easy-read":
        return
    if entries(paper):
        yield "a contents list in an Easy Read paper"
    page = float(paper.pdf.pages[0].mediabox[3])
    lines = [line.base for line in paper.lines if line.page == 0]
    # A frame or a rule has words inside it or runs from margin to margin; a drawing stands by itself.
    drawn = [s for s in paper.shapes if s.page == 0 and s.artifact and not any(s.y0 <= base <= s.y1 for base in lines) and s.height > 1]
    height = max((s.y1 for s in drawn), default=0) - min((s.y0 for s in drawn), default=0)
    if height < COVER * page:
        yield on(0, f"a cover picture {height / 72 * 25.4:.0f} mm high, at least {COVER * page / 72 * 25.4:.0f} mm are seen")


def _boxes(paper):
    """Pictures of some size, from their tags where these say it, and images wherever they are."""
    for tag in paper.root.walk():
        box = tag.attributes.get("BBox")
        if tag.role == "Figure" and isinstance(box, list) and len(box) == 4:
            for page in _figure_pages(paper, tag):
                yield Box(page, *box)
    for shape in paper.shapes:
        if shape.kind == "image" and min(shape.width, shape.height) > 3 * paper.body_size:
            yield Box(shape.page, shape.x0, shape.y0, shape.x1, shape.y1)


def _figure_pages(paper, tag):
    return sorted({page for page, _ in tag.marked() if page is not None})
