"""One finished paper, read once: its marks, its tags, its headings, links, bookmarks and fonts."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf

from . import lines, marks, tags
from .fonts import fonts
from .ink import Ink


@dataclass(frozen=True)
class Edition:
    """A size of print: the smallest letter allowed anywhere, and the size of running words."""

    name: str
    least: float
    body: float


#: clear-print's profiles: the floor is UKAAF's minimum, the body is what the project promises.
EDITIONS = {e.name: e for e in (Edition("clear", 12, 14), Edition("large", 16, 18), Edition("giant", 24, 24))}
#: Easy Read begins at 16 point. A sheet for the wall is as large as it can be, and never smaller than large print may be.
EASY_READ = Edition("easy-read", 16, 16)
WALL = Edition("wall", 16, 16)
#: A sheet for those who help a resident: UKAAF's floor, in the size between 12 and 14 point that it fits its sides in. It is not in the
#: resident's print, who has a copy of it that is.
HELPERS = Edition("helpers", 12, 14)


@dataclass(eq=False)
class Link:
    """A place to press: where it is, where it leads, what a screen reader says, and the words it lies on."""

    page: int
    rect: tuple
    address: str
    target: int | None
    says: str
    border: float
    tag: tags.Element | None


@dataclass(frozen=True)
class Bookmark:
    """A line of the reader's side panel."""

    level: int
    title: str
    page: int | None


class Paper:
    """A PDF, opened and read. Everything it gives is worked out once."""

    def __init__(self, path):
        self.path = Path(path)
        self.bytes = self.path.read_bytes()
        self.pdf = pikepdf.open(self.path)
        self.glyphs, self.shapes = marks.read(self.path)
        self.root = tags.read(self.pdf)
        self.ink = Ink(self.path)

    @cached_property
    def of_pack(self):
        """Whether it belongs to a resident's pack: then its properties name the record's id, and never the person or the title."""
        return bool(re.fullmatch(r"Pack [a-z][a-z0-9-]+: [a-z-]+", str(self.properties.get("dc:title") or "")))

    @cached_property
    def one_thing(self):
        """Whether it says one thing at a time, as its keywords tell."""
        return "one thing at a time" in str(self.properties.get("pdf:Keywords") or "")

    @cached_property
    def edition(self):
        """Told by the file's name; in a pack by the size of print among its keywords. None where nothing tells it."""
        points = re.search(r"\b(\d+) point\b", str(self.properties.get("pdf:Keywords") or "")) if self.of_pack else None
        if points:
            own = int(points[1])
            if ": easy-read-" in str(self.properties.get("dc:title")):
                return Edition("easy-read", EASY_READ.least, own)
            if str(self.properties.get("dc:title")).endswith(": about-me"):
                return Edition(HELPERS.name, HELPERS.least, own)
            profile = EDITIONS["clear" if own < 16 else "large" if own < 24 else "giant"]
            return Edition(profile.name, profile.least, own)
        if found := re.search(r"-(clear|large|giant)-print\.pdf$", self.path.name):
            return EDITIONS[found[1]]
        if self.path.name.startswith("easy-read-"):
            return EASY_READ
        return WALL if re.search(r"-a[34]\.pdf$", self.path.name) else None

    @cached_property
    def printed(self):
        """Letters that can be seen."""
        return [glyph for glyph in self.glyphs if not glyph.blank]

    @cached_property
    def _by_mark(self):
        found = defaultdict(list)
        for glyph in self.glyphs:
            if glyph.mcid is not None and not glyph.artifact:
                found[glyph.page, glyph.mcid].append(glyph)
        return found

    @cached_property
    def blocks(self):
        """What is read aloud, in order."""
        return lines.blocks(self.root, self._by_mark)

    @cached_property
    def furniture(self):
        """Lines that a screen reader is told to pass over: page numbers, leader dots."""
        return lines.lines([glyph for glyph in self.glyphs if glyph.artifact])

    @cached_property
    def strays(self):
        """Letters that are printed, but neither tagged nor marked as furniture."""
        tagged = set(self.root.marked())
        return [glyph for glyph in self.printed if not glyph.artifact and (glyph.page, glyph.mcid) not in tagged]

    @cached_property
    def lines(self):
        """Every line on every page, tagged or not: what is printed is measured."""
        return [line for block in self.blocks for line in block.lines] + self.furniture + lines.lines(self.strays)

    @cached_property
    def headings(self):
        return [block for block in self.blocks if block.heading]

    @cached_property
    def body_size(self):
        """The size of most of the running words; of most letters where there are none."""
        sizes = Counter(round(g.size, 1) for b in self.blocks if b.running for g in b.glyphs if not g.blank)
        sizes = sizes or Counter(round(g.size, 1) for g in self.printed)
        return sizes.most_common(1)[0][0] if sizes else 0.0

    def letters(self, tag):
        """The letters under a tag, in reading order."""
        return [glyph for mark in tag.marked() for glyph in self._by_mark.get(mark, ())]

    def pages_of(self, tag):
        """The pages that a tag's letters stand on."""
        return sorted({glyph.page for glyph in self.letters(tag) if not glyph.blank})

    @cached_property
    def text(self):
        """All that is read aloud, one block a line."""
        return "\n".join(block.words for block in self.blocks)

    @cached_property
    def properties(self):
        """What the file says about itself. Only looked at: pikepdf writes its own changes when a `with` block ends."""
        return self.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)

    @cached_property
    def fonts(self):
        return fonts(self.pdf)

    @cached_property
    def links(self):
        owners = {number: tag for tag in self.root.walk() for number in tag.children if isinstance(number, int)}
        return [
            self._link(page, note, owners.get(note.objgen[0]))
            for page, sheet in enumerate(self.pdf.pages)
            for note in sheet.get("/Annots", [])
            if note.get("/Subtype") == "/Link"
        ]

    def _link(self, page, note, tag):
        action = note.get("/A", {})
        border = [float(part) for part in note.get("/Border", [0, 0, 1])[:3]][2]  # PDF's default is a border of 1
        width = float(note.BS.get("/W", 1)) if "/BS" in note else border
        return Link(
            page=page, rect=tuple(float(part) for part in note.Rect), address=str(action.get("/URI", "")),
            target=self._target(note.get("/Dest", action.get("/D"))), says=str(note.get("/Contents", "")),
            border=width, tag=tag,
        )

    def _target(self, place):
        """The page that a destination leads to."""
        if isinstance(place, (pikepdf.String, pikepdf.Name)):
            place = self._named.get(str(place).removeprefix("/"))
        if isinstance(place, pikepdf.Dictionary):
            place = place.get("/D")
        if not isinstance(place, pikepdf.Array) or not len(place):
            return None
        return self._page_numbers.get(place[0].objgen) if isinstance(place[0], pikepdf.Dictionary) else None

    @cached_property
    def _page_numbers(self):
        return {page.objgen: number for number, page in enumerate(self.pdf.pages)}

    @cached_property
    def _named(self):
        names = self.pdf.Root.get("/Names", {}).get("/Dests")
        found = dict(pikepdf.NameTree(names).items()) if names is not None else {}
        found.update({str(key)[1:]: value for key, value in self.pdf.Root.get("/Dests", {}).items()})
        return found

    @cached_property
    def bookmarks(self):
        """The side panel, from the top."""
        found = []

        def visit(item, level):
            while item is not None:
                place = item.get("/Dest", item.get("/A", {}).get("/D"))
                found.append(Bookmark(level, str(item.get("/Title", "")), self._target(place)))
                visit(item.get("/First"), level + 1)
                item = item.get("/Next")

        visit(self.pdf.Root.get("/Outlines", {}).get("/First"), 1)
        return found
