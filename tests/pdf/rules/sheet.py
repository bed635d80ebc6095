"""P15, P17, P18, P19, P39: the sheet of paper itself, and what must not lie behind the words."""

from .saying import few, on, quote

POINTS_A_MM = 72 / 25.4
A4 = (210 * POINTS_A_MM, 297 * POINTS_A_MM)
A3 = (297 * POINTS_A_MM, 420 * POINTS_A_MM)
MARGIN = 20 * POINTS_A_MM
#: A footer may stand lower than the words, but never where a desk printer cannot print.
PRINTABLE = 8 * POINTS_A_MM


def a4(paper):
    """P18: every page is A4 (A3 where a sheet for the wall says so), upright, not cropped and not scaled."""
    for number, page in enumerate(paper.pdf.pages):
        box = [float(part) for part in page.mediabox]
        size = box[2] - box[0], box[3] - box[1]
        if any(abs(is_ - wanted) > 1 for is_, wanted in zip(size, _sheet(paper))):
            yield on(number, f"{size[0] / POINTS_A_MM:.0f} by {size[1] / POINTS_A_MM:.0f} mm, not A4")
        if [float(part) for part in page.cropbox] != box:
            yield on(number, "cropped: less is shown than is printed")
        if int(page.obj.get("/Rotate", 0)) % 360 or float(page.obj.get("/UserUnit", 1)) != 1:
            yield on(number, "turned or scaled by the file")


def _sheet(paper):
    """The size of sheet that a paper's name promises."""
    return A3 if paper.path.name.endswith("-a3.pdf") else A4


def margins(paper):
    """P19: 20 mm without words on every side; the footer alone may stand in the lower margin."""
    width, height = _sheet(paper)
    for line in paper.lines:
        furniture = line in paper.furniture
        foot = PRINTABLE if furniture else MARGIN
        if line.x0 < MARGIN - 1 or line.x1 > width - MARGIN + 1:
            yield on(line.page, f"nearer than 20 mm to a side: {quote(line.text)}")
        elif line.base < foot - 1 or line.base + 0.7 * line.size > height - (PRINTABLE if furniture else MARGIN) + 1:
            yield on(line.page, f"too near the top or the foot: {quote(line.text)}")


def level(paper):
    """P17: all words level."""
    for line in paper.lines:
        if any(abs(g.matrix[1]) > 0.001 * abs(g.matrix[0] or 1) or g.matrix[0] <= 0 for g in line.glyphs if not g.blank):
            yield on(line.page, f"turned or mirrored: {quote(line.text)}")


def one_column(paper):
    """P15: one column in large and giant print. Two paragraphs of two lines side by side are two columns."""
    if paper.edition.name == "clear":
        return
    by_page = {}
    for block in paper.blocks:
        if len(block.lines) > 1 and not block.tag.within("Table", "Lbl", "TOC"):
            by_page.setdefault(block.pages[0], []).append(block)
    for page, blocks in by_page.items():
        for one, other in ((a, b) for i, a in enumerate(blocks) for b in blocks[i + 1 :]):
            if _beside(one, other, page):
                yield on(page, f"two columns: {quote(one.text, 30)} beside {quote(other.text, 30)}")


def _beside(one, other, page):
    left, right = [[line for line in block.lines if line.page == page] for block in (one, other)]
    if min(len(left), len(right)) < 2:
        return False
    apart = max(l.x1 for l in left) < min(r.x0 for r in right) or max(r.x1 for r in right) < min(l.x0 for l in left)
    shared = sum(any(abs(l.base - r.base) < 0.7 * l.size for r in right) for l in left)
    return apart and shared >= 2


def nothing_behind(paper):
    """P39: no watermark, no picture, no pattern and no other words behind the words; no layers to switch."""
    if "/OCProperties" in paper.pdf.Root:
        yield "the file has layers that can be switched on and off"
    for number, page in enumerate(paper.pdf.pages):
        if any(note.get("/Subtype") == "/Watermark" for note in page.get("/Annots", [])):
            yield on(number, "a watermark")
    for shape in paper.shapes:
        if shape.kind == "image" or shape.pattern:
            over = [l for l in paper.lines if l.page == shape.page and _covers(shape, l)]
            if over:
                yield on(shape.page, f"a picture or pattern behind {quote(over[0].text)}")
            elif shape.width * shape.height > 0.6 * A4[0] * A4[1]:
                yield on(shape.page, "a picture or pattern as the page's ground")
    yield from few(_words_over_words(paper))


def _covers(shape, line):
    return shape.x0 < line.x1 and line.x0 < shape.x1 and shape.y0 < line.base + 0.5 * line.size and line.base < shape.y1


def _words_over_words(paper):
    """Parts of lines that meet. Parts, because leader dots stand between the two ends of a contents entry."""
    by_page = {}
    for line in paper.lines:
        by_page.setdefault(line.page, []).extend(line.words(gap=1))
    for page, parts in by_page.items():
        boxes = [(p, min(g.x0 for g in p) + 1, max(g.x1 for g in p) - 1, p[0].base, 0.5 * p[0].size) for p in parts]
        for number, (one, left, right, base, core) in enumerate(boxes):
            for other, left_2, right_2, base_2, core_2 in boxes[number + 1 :]:
                # The cores of letters, from the line they stand on to half their size: tails and accents may meet.
                if left < right_2 and left_2 < right and base < base_2 + core_2 and base_2 < base + core:
                    yield on(page, f"{_said(one)} is printed over {_said(other)}")


def _said(part):
    return quote("".join(glyph.text for glyph in part), 30)
