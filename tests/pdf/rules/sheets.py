"""Sheets that are sheets: what is for one glance is one sheet, the most needed first, in a print for those who read it.

A paper is told by its name: in a pack by its title, “Pack q7k2m9: about-me”; a sheet for the wall by its file’s name.
"""

import re

from .saying import on, quote

#: For those who help, who see as well as most: not in the resident’s own print, who has a copy of their own.
ABOUT_ME = "about-me"
ABOUT_ME_PRINT = (12, 14)
ABOUT_ME_SIDES = 3
#: What stands on its first side, whole, by how the headings begin.
FIRST_THINGS = (
    "Allergies:", "How I eat and drink", "How to talk with me", "How I show yes, no or pain", "Who decides", "Who to ring for me",
)

#: Sheets of two sides, each with the parts that stand on the first side in any print.
TWO_SIDES = {
    "who-to-call": ("Is somebody in danger", "I want help here"),
    "my-week": (),
    "what-it-costs-me": ("What is there to pay each week",),
    "if-i-am-unhappy": ("Is somebody in danger", "Who do I tell"),
}
#: From this print on two sides may be too few: then the most needed is on the first.
TOO_LARGE = 24

#: What is read at two metres, in points, by how the file’s name ends: capitals of 8 mm are 34 point.
ON_A_WALL = {"week-wall-a3": 34, "-a3": 48, "-a4": 36}
#: A sheet for the wall that may go on: over as many sheets as its days take, and no day in two.
OF_DAYS = "week-wall"


def name(paper):
    """What a paper of a pack is: “about-me”; none for any other."""
    found = re.fullmatch(r"Pack [a-z][a-z0-9-]+: ([a-z-]+)", str(paper.properties.get("dc:title") or ""))
    return found[1] if found else None


def about_me(paper):
    """A sheet for those who help: three sides at most, 12 to 14 point, and whole on side one what must be known first."""
    if name(paper) != ABOUT_ME:
        return
    least, most = ABOUT_ME_PRINT
    if not least <= paper.edition.body <= most:
        yield f"{paper.edition.body:g} point, not {least} to {most}"
    if len(paper.pdf.pages) > ABOUT_ME_SIDES:
        yield f"{len(paper.pdf.pages)} sides"
    yield from _not_on_side_one(paper, FIRST_THINGS)


def two_sides(paper):
    """A sheet for one thing has two sides at most, where the reader’s print allows, and the most needed on the first in any."""
    needed = TWO_SIDES.get(name(paper))
    if needed is None:
        return
    if len(paper.pdf.pages) > 2 and paper.edition.body < TOO_LARGE:
        yield f"{len(paper.pdf.pages)} sides at {paper.edition.body:g} point"
    yield from _not_on_side_one(paper, needed)


def at_two_metres(paper):
    """On a wall no letter is smaller than what is read at two metres: 48 point on A3 and 36 on A4; a week has at least 34."""
    if paper.edition.name != "wall":
        return
    least = next(points for ending, points in ON_A_WALL.items() if paper.path.stem.endswith(ending))
    for line in paper.lines:
        if line.size < least - 0.05:
            yield on(line.page, f"{line.size:.0f} point in {quote(line.text)}, at least {least}")


def one_sheet(paper):
    """A paper for the wall is one page, for whatever stands on a second one nobody sees; a week has each day whole on one."""
    if paper.edition.name != "wall":
        return
    if not paper.path.stem.startswith(OF_DAYS):
        if len(paper.pdf.pages) > 1:
            yield f"it has {len(paper.pdf.pages)} pages"
        return
    for heading, blocks in _parts(paper):
        if heading.pages[0] != max(block.pages[-1] for block in blocks):
            yield on(heading.pages[0], f"goes on over the page: {quote(heading.text)}")


def _not_on_side_one(paper, beginnings):
    for heading, blocks in _parts(paper):
        if heading.words.startswith(tuple(beginnings)) and max(block.pages[-1] for block in blocks) > 0:
            yield on(heading.pages[0], f"not whole on the first side: {quote(heading.text)}")


def _parts(paper):
    """Each heading below the title with all that stands under it, itself first."""
    found = []
    for block in paper.blocks:
        if block.heading == 2:
            found.append((block, [block]))
        elif found:
            found[-1][1].append(block)
    return found
