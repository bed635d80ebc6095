"""How words fill their pages: no page near empty, a last page worth turning to, nothing that leads over a page's end."""

from .saying import on, quote
from .sheet import MARGIN, PRINTABLE

#: A page whose last ink lies above this share of it, counted from the top, is near empty.
NEAR_EMPTY = 1 / 3
#: How many pages of a paper may be near empty: one, and one more in each hundred.
IN_A_HUNDRED = 100


def near_empty(paper):
    """At most one page, and one more in each hundred, has its last ink in its top third; a page of contents alone may."""
    if paper.of_pack:  # one thing at a time has one thing a page
        return
    found, listed = shares(paper)[:-1], {block.pages[0] for block in paper.blocks if block.tag.within("TOC")}
    empty = [number for number, share in enumerate(found) if share < NEAR_EMPTY and number not in listed]
    if len(empty) > 1 + len(found) // IN_A_HUNDRED:
        for number in empty:
            yield on(number, f"the words end {found[number]:.0%} of the way down, and {len(empty)} pages are like that")


def last_page(paper):
    """The last page holds at least a third of a page, but where it is the only one."""
    found = shares(paper)
    if len(found) > 1 and found[-1] < NEAR_EMPTY - 0.01:
        yield on(len(found) - 1, f"the last page ends {found[-1]:.0%} of the way down")


def led(paper):
    """Words that lead to something, and end in a colon, stand on the page on which that begins."""
    for words, following in zip(paper.blocks, paper.blocks[1:]):
        if words.tag.role == "P" and words.words.endswith(":") and not words.tag.within("Table", "Lbl"):
            if words.pages[-1] != following.pages[0]:
                yield on(words.pages[-1], f"alone at the foot: {quote(words.text)}")


def one_line(paper):
    """The foot of a page is one line."""
    for number in range(len(paper.pdf.pages)):
        bases = {round(line.base) for line in _foot(paper, number)}
        if len(bases) > 1:
            yield on(number, f"the foot has {len(bases)} lines")


def contents_on_one_page(paper):
    """The contents list is on one page; a resident's book in giant print may have more of it."""
    if paper.of_pack:
        return
    pages = {block.pages[0] for block in paper.blocks if block.tag.within("TOC")}
    if len(pages) > 1:
        yield on(min(pages), f"the contents list takes {len(pages)} pages")


def _foot(paper, number):
    """The lines at the foot of a page: what belongs to no words, and stands below all of them."""
    lowest = min((line.base for line in paper.lines if line.page == number and line not in paper.furniture), default=0)
    return [line for line in paper.furniture if line.page == number and line.base < lowest and line.base < 2 * MARGIN]


def shares(paper):
    """How far down each page its last ink lies, from 0 at the top of the words to 1 at the foot; the foot itself is left out."""
    feet = [line.base + line.size for number in range(len(paper.pdf.pages)) for line in _foot(paper, number)]
    height = float(paper.pdf.pages[0].mediabox[3])
    top, foot = height - MARGIN, max(feet, default=PRINTABLE)
    lowest = [top] * len(paper.pdf.pages)
    for line in paper.lines:
        if line not in paper.furniture:
            lowest[line.page] = min(lowest[line.page], line.base)
    for shape in paper.shapes:
        # The sheet's own colour is a box, too.
        if shape.height < 0.9 * height and foot < shape.y0 < top:
            lowest[shape.page] = min(lowest[shape.page], shape.y0)
    return [(top - low) / (top - foot) for low in lowest]
