"""P41: the editions of one paper say the same. A larger print may look different; it may not leave a word out.

Headings must be the same, in the same order, and under each heading the same words. Where an edition has a table and another
a list, the table is read as a list first, each cell with the heading of its column, and order no longer counts. Left out of
the comparison: page numbers, contents lists, bullets and the numbers of steps, and the name and size of the edition itself.
"""

import logging
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from paper.paper import EDITIONS, Paper
from rules import contents
from rules.saying import quote


@dataclass
class Section:
    """What stands under one heading, piece by piece."""

    heading: str
    pieces: list = field(default_factory=list)
    table: bool = False


def sections(paper):
    """A paper's words under its headings, without what differs from edition to edition by right."""
    found = [Section("")]
    own, seen, named = contents.own_heading(paper), set(), False
    for block in paper.blocks:
        if block is own or block.tag.within("TOC") or _mark_of_a_list(block):
            continue
        if block.heading:
            found.append(Section(block.words))
        elif (table := _table(block.tag)) is not None:
            found[-1].table = True
            if id(table) not in seen:
                seen.add(id(table))
                found[-1].pieces += _as_list(paper, table)
        else:
            # The edition names itself once, on its first page. A list of prints to be had is the same in all.
            words, names = _without_edition(block, paper.edition) if not named else (block.words, 0)
            named = named or names > 0
            found[-1].pieces += [_letters(words)] if _letters(words) else []
    return found


def _mark_of_a_list(block):
    """A bullet or a step's number: how it is shown is the edition's own affair."""
    return block.tag.within("Lbl") and re.fullmatch(r"(?:step)?\s*\d*\W*", block.words, re.IGNORECASE) is not None


def _without_edition(block, edition):
    """A block's words without “Large print, 18 point”, and whether that was there. Only the first page is looked at."""
    if edition is None or block.pages != [0]:
        return block.words, 0
    itself = rf"\b{edition.name} print\W{{1,3}}{edition.body:g}[ -]?points?\b"
    return re.subn(itself, " ", block.words, count=1, flags=re.IGNORECASE)


def _letters(words):
    """Letters and figures alone: spaces and stops depend on where lines end and on lists that were tables."""
    return "".join(letter for letter in words.casefold() if letter.isalnum() or letter in "£@%")


def _table(tag):
    return next((up for up in (tag, *tag.above()) if up.role == "Table"), None)


def _as_list(paper, table):
    """A table's pieces as a list has them: each cell that says something, behind the heading of its column. The first cell names the row,
    and of two columns the second is what it says: neither needs the heading."""
    rows = [[cell for cell in row.children if getattr(cell, "role", "") in ("TH", "TD")] for row in table.walk() if row.role == "TR"]
    said = [[_cell(paper, cell) for cell in row] for row in rows]
    heads = said[0] if said else []
    named = [""] * len(heads) if len(heads) == 2 else ["", *heads[1:]]
    return [head + words for row in said[1:] for head, words in zip(named, row) if words]


def _cell(paper, cell):
    inner = set(map(id, cell.walk()))
    return _letters(" ".join(block.words for block in paper.blocks if id(block.tag) in inner))


#: A telephone number, as letters without spaces.
NUMBER = re.compile(r"0\d{9,10}")


def differences(papers):
    """What one edition says and another does not."""
    first, *others = papers
    for other in others:
        yield from _between(first, other)


def _between(one, other):
    names = f"{one.path.name} and {other.path.name}"
    left, right = sections(one), sections(other)
    heads = [[_letters(section.heading) for section in half] for half in (left, right)]
    if heads[0] != heads[1]:
        at = next((i for i, (a, b) in enumerate(zip(*heads)) if a != b), min(map(len, heads)))
        shown = [quote(half[at].heading) if at < len(half) else "nothing more" for half in (left, right)]
        yield f"{names}: heading {at} is {shown[0]} in one and {shown[1]} in the other"
        return
    for a, b in zip(left, right):
        fault = _bags(a, b) if a.table or b.table else _order(a, b)
        if fault:
            yield f"{names}: under {quote(a.heading or 'the beginning')} {fault}"


def _order(one, other):
    """The same letters one after the other. On a card that no page can hold the numbers come before what they are for: then
    a telephone number moved, and every letter is still there."""
    a, b = "".join(one.pieces), "".join(other.pieces)
    if a == b or (Counter(a) == Counter(b) and NUMBER.search(a)):
        return None
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    start = max(0, at - 15)
    return f"one goes on {quote(a[start : at + 25])}, the other {quote(b[start : at + 25])}"


def _bags(one, other):
    """The same pieces, in whatever order: each cell with its column's heading is a piece of its own."""
    only_one, only_other = Counter(one.pieces) - Counter(other.pieces), Counter(other.pieces) - Counter(one.pieces)
    if not only_one and not only_other:
        return None
    shown = [quote(" / ".join(bag) or "nothing more", 80) for bag in (only_one, only_other)]
    return f"one has {shown[0]}, the other {shown[1]}"


def main():
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    paths = [Path(name) for name in sys.argv[1:]]
    faults = []
    try:
        papers = [Paper(path) for path in paths]
        editions = [paper.edition.name if paper.edition else "?" for paper in papers]
        if editions != list(EDITIONS):
            faults.append(f"wanted the editions {', '.join(EDITIONS)}, in this order; got {', '.join(editions) or 'none'}")
        elif not all(any(s.pieces for s in sections(paper)) for paper in papers):
            faults.append("an edition without words: there is nothing to compare")
        else:
            faults += differences(papers)
    except Exception as trouble:  # a file that cannot be read says nothing, which is not the same as saying the same
        faults.append(f"could not be compared: {trouble}")
    for fault in faults:
        print(f"  {fault}")
    passed = 0 if faults else 1
    print(f"{passed} passed, {1 - passed} failed")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
