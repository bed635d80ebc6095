"""Letters put together again as a person sees them: lines, and the blocks that lines belong to."""

from dataclasses import dataclass, field
from statistics import median

from .tags import Element

#: The end of a printed line: one that happened, one that was meant.
ENDS = "\n\v"

#: Letters further apart than this part of their size have a space between them, printed or not.
GAP = 0.2


@dataclass(eq=False)
class Line:
    """Letters that stand on one line of one page."""

    glyphs: list

    def __post_init__(self):
        seen = [glyph for glyph in self.glyphs if not glyph.blank] or self.glyphs
        self.page = seen[0].page
        self.x0, self.x1 = min(g.x0 for g in seen), max(g.x1 for g in seen)
        self.size, self.base = median(g.size for g in seen), median(g.base for g in seen)
        self.low, self.high = min(g.low for g in seen), max(g.high for g in seen)
        self.text = _letters(self.glyphs).strip()
        # A line that had to end carries the space it ended at. One that was ended on purpose, as in an address, does not.
        self.end = "\n" if self.glyphs[-1].blank else "\v"

    def words(self, gap=GAP):
        """The line's words as runs of letters; with a wider gap, the parts of a line that stand apart."""
        run = []
        for glyph in self.glyphs:
            if run and glyph.x0 - run[-1].x1 > gap * glyph.size or run and glyph.blank and gap == GAP:
                yield run
                run = []
            if not glyph.blank:
                run.append(glyph)
        if run:
            yield run


@dataclass(eq=False)
class Block:
    """The words of one tag that begins on a line of its own: a paragraph, a heading, a cell, a list item's words."""

    tag: Element
    glyphs: list
    lines: list = field(default_factory=list)

    def __post_init__(self):
        self.lines = lines(self.glyphs)
        self.text = "".join(line.text + line.end for line in self.lines).strip()
        self.size = median(line.size for line in self.lines)

    @property
    def words(self):
        """The text as it is read, wherever its lines end."""
        return " ".join(self.text.split())

    @property
    def pages(self):
        return sorted({line.page for line in self.lines})

    @property
    def heading(self):
        """The level of a heading; 0 for anything else."""
        role = self.tag.role
        return int(role[1]) if len(role) == 2 and role[0] == "H" and role[1].isdigit() else 0

    @property
    def running(self):
        """Whether these are running words: not a cell, a label, a contents entry, a caption or a heading."""
        return not self.heading and not self.tag.within("Table", "Lbl", "TOC", "Caption", "Figure")


def _letters(glyphs):
    out, last = [], None
    for glyph in glyphs:
        if last is not None and glyph.x0 - last.x1 > GAP * glyph.size and not (glyph.blank or last.blank):
            out.append(" ")
        out.append(glyph.text)
        last = glyph
    return "".join(out)


def lines(glyphs):
    """Letters in reading order, cut where the next one is lower, higher, further left or on another page."""
    found, run = [], []
    for glyph in glyphs:
        if run and _new_line(run[-1], glyph):
            found.append(run)
            run = []
        run.append(glyph)
    found.append(run)  # empty where there were no letters
    return [Line(run) for run in found if any(not glyph.blank for glyph in run)]


def _new_line(last, glyph):
    return (
        glyph.page != last.page
        or abs(glyph.base - last.base) > 0.6 * max(glyph.size, last.size)
        or glyph.x0 < last.x0 - glyph.size
    )


def blocks(root, by_mark):
    """The tree's blocks in reading order. `by_mark` leads from `(page, number)` to letters."""
    found, run = [], []

    def close(tag):
        if any(not glyph.blank for glyph in run):
            found.append(Block(tag, list(run)))
        run.clear()

    def visit(tag, owner):
        for child in tag.children:
            if isinstance(child, Element) and child.stands_alone:
                close(owner)
                visit(child, child)
                close(child)
            elif isinstance(child, Element):
                visit(child, owner)
            elif isinstance(child, tuple):
                run.extend(by_mark.get(child, ()))

    visit(root, root)
    close(root)
    return found
