"""Everything that is printed on a page: letters, lines and boxes, pictures, each with the tag that its content carries.

Comes from: the PDF's content streams, after every scaling, because only the printed size counts. Coordinates are points from
the foot of the page, as PDF has them, so `base` is where a letter stands and a higher one is nearer the top.
"""

from dataclasses import dataclass
from math import hypot

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTCurve, LTImage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psparser import PSLiteral


@dataclass(slots=True, eq=False)
class Glyph:
    """One letter on the page."""

    text: str
    page: int
    x0: float
    x1: float
    base: float
    low: float
    high: float
    size: float
    font: str
    matrix: tuple
    mcid: int | None
    artifact: bool
    order: int

    @property
    def blank(self):
        """Whether nothing is to be seen: a space of any kind."""
        return not self.text.strip()

    @property
    def level(self):
        """Whether the letter stands upright on a level line, neither turned, mirrored nor leaning."""
        a, b, c, d = self.matrix[:4]
        return a > 0 and d > 0 and abs(b) < 0.001 * a and abs(c) < 0.001 * d


@dataclass(slots=True, eq=False)
class Shape:
    """A line, a box, a curve or a picture."""

    kind: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    filled: bool
    stroked: bool
    pattern: bool
    mcid: int | None
    artifact: bool
    pixels: tuple | None = None

    @property
    def width(self):
        return self.x1 - self.x0

    @property
    def height(self):
        return self.y1 - self.y0

    def overlaps(self, other):
        """Whether two boxes share some paper."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1


class _Pages(PDFLayoutAnalyzer):
    """Notes every mark with the marked content around it. A stack, because marked content may stand inside marked content."""

    def __init__(self, resources):
        super().__init__(resources, laparams=None)
        self.around, self.glyphs, self.shapes, self.number = [], [], [], 0

    def begin_tag(self, tag, props=None):
        name = tag.name if isinstance(tag, PSLiteral) else str(tag)
        self.around.append((name, props.get("MCID") if isinstance(props, dict) else None))

    def end_tag(self):
        if self.around:
            self.around.pop()

    def _tag(self):
        numbers = [number for _, number in self.around if number is not None]
        return (numbers[-1] if numbers else None), any(name == "Artifact" for name, _ in self.around)

    def _last(self):
        return self.cur_item._objs[-1]

    def render_char(self, matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate):
        advance = super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate)
        mark = self._last()
        assert isinstance(mark, LTChar)
        mcid, artifact = self._tag()
        across = tuple(part * scaling for part in matrix[:2]) + tuple(matrix[2:])
        self.glyphs.append(
            Glyph(
                text=mark.get_text(), page=self.number, x0=mark.x0, x1=mark.x1, base=matrix[5] + rise * matrix[3],
                low=mark.y0, high=mark.y1, size=fontsize * hypot(matrix[2], matrix[3]), font=font.fontname,
                matrix=across, mcid=mcid, artifact=artifact, order=len(self.glyphs),
            )
        )
        return advance

    def paint_path(self, gstate, stroke, fill, evenodd, path):
        before = len(self.cur_item._objs)
        super().paint_path(gstate, stroke, fill, evenodd, path)
        for mark in self.cur_item._objs[before:]:
            if isinstance(mark, LTCurve):
                # pdfminer says 0 where the page never set a width; PDF's own default is 1.
                half = (gstate.linewidth or 1.0) / 2 if stroke else 0.0
                self._shape("path", mark, half, fill, stroke, pattern=fill and _is_pattern(gstate.ncolor))

    def render_image(self, name, stream):
        super().render_image(name, stream)
        mark = self._last()
        assert isinstance(mark, LTImage)
        self._shape("image", mark, 0.0, True, False, pixels=mark.srcsize)

    def _shape(self, kind, mark, half, filled, stroked, pattern=False, pixels=None):
        mcid, artifact = self._tag()
        # A level rule has no height of its own: half its ink lies on either side.
        self.shapes.append(
            Shape(
                kind, self.number, mark.x0 - half, mark.y0 - half, mark.x1 + half, mark.y1 + half,
                bool(filled), bool(stroked), bool(pattern), mcid, artifact, pixels,
            )
        )


def _is_pattern(colour):
    """A tiling or a gradient: pdfminer gives its name where a colour gives numbers."""
    parts = colour if isinstance(colour, (list, tuple)) else [colour]
    return any(isinstance(part, (PSLiteral, str)) for part in parts)


def read(path):
    """All letters and all shapes of a file, in the order in which they are painted."""
    resources = PDFResourceManager()
    device = _Pages(resources)
    interpreter = PDFPageInterpreter(resources, device)
    with open(path, "rb") as file:
        for number, page in enumerate(PDFPage.get_pages(file)):
            device.number, device.around = number, []
            interpreter.process_page(page)
    return device.glyphs, device.shapes


