"""P27: what belongs together stays on one page."""

import re

from .facts import PATTERNS
from .saying import on, quote
from .sheet import A4
from .typeface import is_bold

REACH = re.compile(rf"{PATTERNS['a telephone number'].pattern}|\b\d{{3}}\b|\S+@\S+|\b(?:www\.|https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def lone_lines(paper):
    """P27: where a paragraph goes over a page's end, at least two of its lines stand on either side."""
    for block in paper.blocks:
        if len(block.pages) < 2 or not block.running:
            continue
        counts = [sum(line.page == page for line in block.lines) for page in block.pages]
        counts[0] += _lines_of_label(paper, block)
        if min(counts[0], counts[-1]) < 2:
            yield on(block.pages[0], f"one line parted from its paragraph: {quote(block.text)}")


def _lines_of_label(paper, block):
    """How many lines stand above a value's first line because its label runs on into that line: to the eye they are one paragraph."""
    first = block.lines[0]
    for other in paper.blocks:
        last = other.lines[-1] if other is not block and other.lines else None
        if last is None or last.page != first.page:
            continue
        runs_on = abs(last.base - first.base) < 1 and last.x1 <= first.x0
        if runs_on or _fills_its_line(other, block):
            return sum(line.page == first.page for line in other.lines) - (1 if runs_on else 0)
    return 0


def _fills_its_line(label, value):
    """Whether a label with a colon takes so much of its last line that the value begins on the next, as far below as any other line."""
    several = label.lines if len(label.lines) > 1 else value.lines[1:]
    if len(several) < 2 or not label.text.rstrip().endswith(":"):
        return False
    last, first = label.lines[-1], value.lines[0]
    pitch = abs(several[0].base - several[1].base)
    return abs(last.x0 - first.x0) < 1 and abs(abs(last.base - first.base) - pitch) < 1


def steps(paper):
    """P27: a numbered step is on one page, its number with it."""
    for tag in paper.root.walk():
        if tag.role == "LI" and _numbered(paper, tag) and len(paper.pages_of(tag)) > 1:
            words = "".join(glyph.text for glyph in paper.letters(tag))
            yield on(paper.pages_of(tag)[0], f"a step goes on over the page: {quote(words)}")


def _numbered(paper, item):
    labels = [tag for tag in item.children if getattr(tag, "role", "") == "Lbl"]
    words = "".join(glyph.text for label in labels for glyph in paper.letters(label))
    # “Step 3:” or “3.”; a fact may have a number in its label too.
    return re.fullmatch(r"\s*(?:\w+\s)?\d+\s*[.:)]?\s*", words) is not None


def rows(paper):
    """P27: a row of a table is on one page."""
    for tag in paper.root.walk():
        if tag.role == "TR" and len(paper.pages_of(tag)) > 1:
            words = " ".join(block.words for block in paper.blocks if tag in block.tag.above())
            yield on(paper.pages_of(tag)[0], f"a row goes on over the page: {quote(words)}")


def contacts(paper):
    """P27: a contact, from its name to its last line, is on one page; its name and numbers where no page can hold it all.

    A contact is a name in bold, or a heading, with a line under it that is little more than a number to ring. Words that
    mention a number in passing are no contact.
    """
    said = set()
    for run in contact_runs(paper):
        pages = sorted({page for block in run for page in block.pages})
        if len(pages) > 1 and _taller_than_a_page(paper, run) and len(_name_and_numbers(paper, run)) == 1:
            continue
        if len(pages) > 1 and id(run[0]) not in said:  # a contact with several numbers is still one contact
            said.add(id(run[0]))
            yield on(pages[0], f"the contact {quote(run[0].text)} goes on over the page")


def _taller_than_a_page(paper, run):
    """Whether a contact's lines alone, without the space between them, take most of what a page holds."""
    lines = sum(len(block.lines) for block in run)
    return lines * 1.36 * paper.edition.body > 0.55 * A4[1]


def _name_and_numbers(paper, run):
    """The pages on which a contact's name and its numbers stand."""
    return {page for block in run if block is run[0] or _dials(paper, block) for page in block.pages}


def contact_runs(paper):
    """Each contact as its blocks, from the name on."""
    blocks, taken = paper.blocks, -1
    for number, block in enumerate(blocks):
        if number <= taken or not _dials(paper, block):
            continue
        first = _name_above(paper, number)
        last = number
        while last + 1 < len(blocks) and _belongs(blocks, last + 1):
            last += 1
        if first is not None:
            taken = last
            yield blocks[first : last + 1]


def _dials(paper, block):
    """Whether a block is a number to ring and little more, or a name in bold with its number on the lines below."""
    if block.heading or block.tag.within("Table", "TOC", "Lbl", "LI"):
        return False
    if not PATTERNS["a telephone number"].search(block.text) and not _pressed(paper, block):
        return False
    return len(re.findall(r"[^\W\d]+", block.words)) <= 8 or _names(block)


def _pressed(paper, block):
    own = list(block.tag.walk())
    return any(link.address.startswith("tel:") and link.tag in own for link in paper.links)


def _name_above(paper, number):
    """The block that names what a number belongs to. In a frame it may be far above; else only a little text lies between."""
    blocks, far = paper.blocks, 40 if framed(paper, paper.blocks[number]) else 7
    words = 0
    for first in range(number, max(-1, number - far), -1):
        if _names(blocks[first]):
            return first
        words += len(blocks[first].words.split())
        if blocks[first].tag.within("Table", "TOC") or (far < 10 and words > 90):
            return None
    return None


def framed(paper, block):
    """Whether an upright edge, a bar or a box's side, stands to the left of a block."""
    line = block.lines[0]
    return any(
        s.page == line.page and s.y0 <= line.base and s.y1 >= line.base + line.size and s.x0 <= line.x0 and s.height > 3 * line.size
        for s in paper.shapes
        if s.kind == "path" and s.height < 780  # the sheet's own colour is a box, too
    )


def _names(block):
    """Whether a block gives a name: a heading, or a first line all in bold that is no label and no number."""
    if block.heading:
        return True
    first = [glyph for glyph in block.lines[0].glyphs if not glyph.blank]
    digits = sum(glyph.text.isdigit() for glyph in first)
    bold = all(is_bold(glyph) for glyph in first) and block.tag.role != "Lbl"
    return bold and digits < 0.3 * len(first) and not block.lines[0].text.endswith(":")


def _belongs(blocks, number):
    """Whether a block goes on with the contact above it: another number, an address, a label with its value."""
    block = blocks[number]
    if block.heading or block.tag.within("Table", "TOC"):
        return False
    if block.tag.role == "Lbl":
        return any(letter.isalpha() for letter in block.text) and is_bold(next(g for g in block.glyphs if not g.blank))
    if block.tag.within("LI"):
        return not _numbered_or_dotted(block)
    few = len(block.words.split()) <= 14
    return few and not _names(block) and REACH.search(block.text) is not None


def _numbered_or_dotted(block):
    """Whether a block is a point of an ordinary list, not the value of a label."""
    lists = [tag for tag in block.tag.above() if tag.role == "L"]
    return bool(lists) and lists[0].attributes.get("ListNumbering") != "/None"
