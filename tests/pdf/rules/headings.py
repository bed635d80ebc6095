"""P26 and the outline: headings that can be seen, heard and jumped to."""

from . import contents
from .saying import on, quote
from .typeface import is_bold


def visible(paper):
    """P26: bold, larger than the running words, more space above than below, three levels at most."""
    for block in paper.headings:
        if not all(is_bold(glyph) for glyph in block.glyphs if not glyph.blank):
            yield on(block.pages[0], f"a heading that is not bold: {quote(block.text)}")
        # The deepest level names one thing on a card; bold alone sets it apart there.
        least = 1.1 if block.heading < 4 else 1.0
        if block.size < least * paper.body_size:
            yield on(block.pages[0], f"a heading no larger than the running words: {quote(block.text)}")
        if block.heading > 3 + (title(paper) is not None):
            yield on(block.pages[0], f"a heading of level {block.heading}: {quote(block.text)}")
    for above, heading, below in zip(paper.blocks, paper.blocks[1:], paper.blocks[2:]):
        alone = heading.heading and not above.heading and not below.heading and heading is not title(paper)
        if alone and len({above.lines[-1].page, heading.pages[0], heading.pages[-1], below.pages[0]}) == 1:
            if _white(above, heading) < _white(heading, below, _frames(paper, heading)):
                yield on(heading.pages[0], f"nearer to what stands above than to what it heads: {quote(heading.text)}")


def _white(upper, lower, frames=()):
    """White between two blocks, from the line that the upper stands on to the lower's letters, or to a frame around them."""
    last, top = upper.lines[-1].base, lower.lines[0].base + 0.7 * lower.lines[0].size
    return last - max([top, *(edge for edge in frames if top < edge < last)])


def _frames(paper, heading):
    """The upper edges of what is drawn on a heading's page."""
    return [shape.y1 for shape in paper.shapes if shape.page == heading.pages[-1]]


def title(paper):
    """The paper's own title, where it is the one heading of level 1 and stands on the first page."""
    highest = [block for block in paper.headings if block.heading == 1]
    return highest[0] if len(highest) == 1 and highest[0] is paper.headings[0] and highest[0].pages == [0] else None


def ranked(paper):
    """P26: a deeper heading is never larger than a higher one."""
    sizes = {}
    for block in paper.headings:
        sizes.setdefault(block.heading, []).append(block.size)
    for level in sorted(sizes):
        if level + 1 in sizes and max(sizes[level + 1]) > min(sizes[level]) + 0.1:
            yield f"headings of level {level + 1} are larger than some of level {level}"


def unbroken(paper):
    """P40: there are headings, the first is of level 1, and none skips a level."""
    if not paper.headings:
        yield "no heading is tagged"
    before = 0
    for block in paper.headings:
        if block.heading > before + 1:
            yield on(block.pages[0], f"from level {before} to level {block.heading}: {quote(block.text)}")
        before = block.heading


def kept(paper):
    """P26, P27: a heading is never the last thing on a page, and never heads nothing."""
    for number, block in enumerate(paper.blocks):
        if not block.heading:
            continue
        follows = paper.blocks[number + 1] if number + 1 < len(paper.blocks) else None
        if follows is None:
            yield on(block.pages[-1], f"nothing under the heading {quote(block.text)}")
        elif follows.lines[0].page != block.pages[-1]:
            yield on(block.pages[-1], f"the heading {quote(block.text)} stands alone at the foot of its page")
        elif len(block.pages) > 1:
            yield on(block.pages[0], f"the heading {quote(block.text)} is split over pages")


def bookmarked(paper):
    """P40: the side panel lists the headings: the same words, in the same order, each leading to its page."""
    # The title and the contents list's heading may have bookmarks or not: both stand where anybody begins.
    spare = [block for block in (title(paper), contents.own_heading(paper)) if block is not None]
    wanted = [block for block in paper.headings if block not in spare]
    marks = [mark for mark in paper.bookmarks if not any(contents.same(mark.title, block.words) for block in spare)]
    for block, mark in zip(wanted, marks):
        if not contents.same(block.words, mark.title):
            yield on(block.pages[0], f"the heading {quote(block.words)} has the bookmark {quote(mark.title)}")
            return
        if mark.page != block.pages[0]:
            leads = "nowhere" if mark.page is None else f"to page {mark.page + 1}"
            yield on(block.pages[0], f"the bookmark {quote(mark.title)} leads {leads}")
    if len(wanted) != len(marks):
        yield f"{len(wanted)} headings but {len(marks)} bookmarks"
