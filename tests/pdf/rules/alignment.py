"""P11, P13: every line begins at the same place and ends where its words end."""

from collections import Counter
from statistics import median

from .saying import on, quote

#: Two starts closer than this are the same edge; a letter's own side space differs that much.
SAME = 1.5


def ragged(paper):
    """P11: never justified. Justified lines end together, and their spaces are wider or narrower than the font's own."""
    usual = _usual_spaces(paper)
    for block in paper.blocks:
        full = block.lines[:-1]
        stretched = [line for line in full if _stretched(line, usual)]
        if len(_end_together(full)) >= 3:
            yield on(block.pages[0], f"{len(full)} lines end together: {quote(block.text)}")
        elif len(_end_together(stretched)) >= 2:
            yield on(block.pages[0], f"spaces stretched to fill the line: {quote(stretched[0].text)}")


def _end_together(lines):
    """Of some lines, those that end where the first of them does, all of them or none."""
    return lines if lines and max(l.x1 for l in lines) - min(l.x1 for l in lines) < 0.7 else []


def _stretched(line, usual):
    spaces = _spaces(line)
    return len(spaces) >= 3 and abs(median(spaces) - usual.get(_font(line), median(spaces))) > 0.025


def _font(line):
    return Counter(glyph.font for glyph in line.glyphs if not glyph.blank).most_common(1)[0][0]


def _spaces(line):
    words = list(line.words())
    return [(right[0].x0 - left[-1].x1) / line.size for left, right in zip(words, words[1:])]


def _usual_spaces(paper):
    """The width of a space in each font, from lines that nothing could have stretched: the last of each block."""
    found = {}
    for block in paper.blocks:
        found.setdefault(_font(block.lines[-1]), []).extend(space for space in _spaces(block.lines[-1]) if space < 1)
    return {font: median(spaces) for font, spaces in found.items() if spaces}


def left_edge(paper):
    """P11, P13: each paragraph's lines begin below one another, and none is centred or pushed to the right."""
    edges = Counter(round(line.x0) for block in paper.blocks for line in block.lines)
    left = min((line.x0 for block in paper.blocks for line in block.lines), default=0)
    right = max((line.x1 for block in paper.blocks for line in block.lines), default=0)
    labels = [(b.pages[-1], b.lines[-1].base) for b in paper.blocks if b.tag.within("Lbl")]

    def behind_a_label(line):
        return any(page == line.page and abs(base - line.base) < 1 for page, base in labels)

    for block in paper.blocks:
        first = block.lines[0]
        # The first line may begin behind a label that stands on it.
        labelled = behind_a_label(first) and len(block.lines) > 1
        starts = [line.x0 for line in block.lines[labelled:]]
        title = block.pages[0] == 0 and block.size > 1.2 * paper.body_size  # a title alone may be centred
        if max(starts) - min(starts) > max(SAME, 0.12 * block.size) and not title:
            yield on(block.pages[0], f"lines begin at different places: {quote(block.text)}")
        elif len(block.lines) == 1 and not title and not block.tag.within("TOC", "Table", "Lbl"):
            line = first
            if behind_a_label(line):
                continue
            known = sum(edges[round(line.x0) + step] for step in (-1, 0, 1)) > 2 or line.x0 < left + SAME
            centred = abs((line.x0 + line.x1) - (left + right)) < 20
            if not known and (centred or right - line.x1 < 2):
                yield on(line.page, f"{'centred' if centred else 'pushed to the right'}: {quote(line.text)}")
