"""P25: the contents list leads to where things really are, in this edition."""

import re
from dataclasses import dataclass

from .saying import on, quote

#: Above this many pages a reader needs a contents list.
SHORT = 12


@dataclass(frozen=True)
class Entry:
    """One line of the contents list."""

    title: str
    number: int | None
    page: int
    end: float
    target: int | None


def listed(paper):
    """P25: a paper of more than twelve pages has a contents list."""
    if len(paper.pdf.pages) > SHORT and not entries(paper):
        yield f"{len(paper.pdf.pages)} pages and no contents list"


def true(paper):
    """P25: each entry names a heading, in order, with the page on which it stands; no main part is left out."""
    found, headings = entries(paper), _after_contents(paper)
    at, listed_too = -1, []
    for entry in found:
        at = next((i for i in range(at + 1, len(headings)) if same(headings[i].words, entry.title)), None)
        if at is None:
            yield on(entry.page, f"the contents name {quote(entry.title)}, which is no heading, or not in this order")
            return
        listed_too.append(headings[at])
        yield from _leads(entry, headings[at])
    main = min((heading.heading for heading in listed_too), default=0)
    for heading in headings if found else []:
        if heading.heading <= main and heading not in listed_too:
            yield on(heading.pages[0], f"the contents leave out {quote(heading.words)}")


def _leads(entry, heading):
    page = heading.pages[0]
    if entry.number != page + 1:
        yield on(entry.page, f"the contents send {quote(entry.title)} to page {entry.number}, it is on page {page + 1}")
    if entry.target is not None and entry.target != page:
        yield on(entry.page, f"pressing {quote(entry.title)} leads to page {entry.target + 1}, not {page + 1}")


def in_line(paper):
    """P25: the page numbers stand below one another, so that an eye can follow them, or close behind their words."""
    ends = [entry.end for entry in entries(paper) if entry.number is not None]
    if ends and max(ends) - min(ends) > 2:
        for entry in entries(paper):
            if max(ends) - entry.end > 2:
                yield on(entry.page, f"the page number of {quote(entry.title)} is out of line")


def entries(paper):
    """The contents list as it is printed."""
    found = []
    for tag in paper.root.walk():
        if tag.role != "TOCI":
            continue
        letters = [glyph for glyph in _own(paper, tag) if not glyph.blank]
        blocks = [b for b in paper.blocks if b.tag is tag or any(up is tag for up in b.tag.above())]
        words = " ".join(b.words for b in blocks if _nearest_entry(b.tag) is tag)
        split = re.match(r"^(.*?)[\s.…·]*(?:(?:\bpage\s)?(\d+))?$", words, re.IGNORECASE)
        if letters:
            number = int(split[2]) if split[2] else None
            found.append(Entry(split[1].strip(), number, letters[0].page, letters[-1].x1, _target(paper, tag)))
    return found


def _nearest_entry(tag):
    return next((up for up in (tag, *tag.above()) if up.role == "TOCI"), None)


def _own(paper, entry):
    """An entry's letters without those of entries inside it."""
    inner = {mark for tag in entry.walk() if tag is not entry and tag.role == "TOCI" for mark in tag.marked()}
    return [g for g in paper.letters(entry) if (g.page, g.mcid) not in inner]


def _target(paper, entry):
    links = [link for link in paper.links if link.tag is not None and _nearest_entry(link.tag) is entry]
    return links[0].target if links else None


def _after_contents(paper):
    """The headings of the paper itself: the cover's and the list's own come before the list."""
    last = max((i for i, block in enumerate(paper.blocks) if block.tag.within("TOC")), default=-1)
    return [block for block in paper.blocks[last + 1 :] if block.heading]


def own_heading(paper):
    """The heading over the contents list, if it is tagged as one."""
    first = next((i for i, block in enumerate(paper.blocks) if block.tag.within("TOC")), None)
    if not first:
        return None
    return paper.blocks[first - 1] if paper.blocks[first - 1].heading else None


def same(one, other):
    """Whether two titles are the same words, however they are spaced."""
    return re.sub(r"\s+", " ", one).strip().casefold() == re.sub(r"\s+", " ", other).strip().casefold()
