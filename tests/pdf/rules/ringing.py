"""Numbers: what rings, what does not, and how large the ones to ring are; and the one look of an alarm."""

import re

from . import splits
from .facts import PATTERNS
from .saying import on, quote

#: Words before a number that nobody can ring.
NOT_TO_RING = re.compile(r"(?:NHS|VAT|company|charity|registration|registered|provider|location)(?: \w+)? number\b\W*(?:is)?\W*$", re.IGNORECASE)
#: How the heading of an alarm begins, on every paper.
ALARM = ("Is somebody in danger", "Allergies:")
#: Ink: the darkest and the lightest part of its colour differ by less than this, so it is no colour.
GREY = 12


def rings_nobody(paper):
    """A number that is no telephone number (of the NHS, for VAT, of a company) is no link that rings somebody."""
    for link in paper.links:
        if link.tag is None or not link.address.startswith("tel:"):
            continue
        letters = "".join(glyph.text for glyph in paper.letters(link.tag)).strip()
        before = paper.text[: paper.text.find(letters)] if letters in paper.text else ""
        if NOT_TO_RING.search(before[-60:].replace("\u00a0", " ")):
            yield on(link.page, f"{quote(letters)} rings somebody, and is no telephone number")


def largest_on_its_card(paper):
    """The number to ring is the largest thing on its card."""
    for run in splits.contact_runs(paper):
        numbers = [block for block in run if not block.heading and PATTERNS["a telephone number"].search(block.text)]
        if not run[0].heading or run[0].heading < 3 or not numbers or not splits.framed(paper, numbers[0]):
            continue
        if max(line.size for line in numbers[0].lines) < run[0].size - 0.1:
            yield on(numbers[0].pages[0], f"the number is smaller than the name: {quote(run[0].text)}")


def one_alarm(paper):
    """An alarm is ink on white in a frame: nothing of it is in a colour, least of all the home’s."""
    for number, heading in enumerate(paper.blocks):
        if not heading.heading or not heading.words.startswith(ALARM):
            continue
        if not _in_frame(paper, heading):
            yield on(heading.pages[0], f"no frame around {quote(heading.text)}")
        for block in (heading, *paper.blocks[number + 1 : number + 2]):
            for word in (word for line in block.lines for word in line.words()):
                seen = paper.ink.colours(word)
                if seen and (_coloured(seen[1]) or min(seen[0]) < 250):
                    yield on(block.pages[0], f"not ink on white: {quote(block.text)}")
                    break


def _coloured(colour):
    return max(colour) - min(colour) > GREY


def _in_frame(paper, block):
    line = block.lines[0]
    return any(
        s.kind == "path" and s.page == line.page and s.x0 < line.x0 and s.x1 > line.x1 and s.height < 780
        and s.y0 <= line.base and s.y1 >= line.base + 0.7 * line.size and s.width > 100
        for s in paper.shapes
    )
