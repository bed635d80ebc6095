"""P09, P10, P14: the space between lines and paragraphs, and how long a line is."""

from statistics import mean

from .saying import on, quote

#: Characters on a full line. Giant print on A4 has room for fewer: at 24 point half a line's width is gone at 30.
LENGTHS = {"clear": (35, 70), "large": (35, 70), "giant": (28, 70), "helpers": (35, 75)}


def leading(paper):
    """P09: from line to line 1.2 to 2 times the size, in every paragraph."""
    for block in paper.blocks:
        for upper, lower in zip(block.lines, block.lines[1:]):
            if upper.page != lower.page or upper.base <= lower.base:
                continue
            times = (upper.base - lower.base) / max(upper.size, lower.size)
            # A large heading may sit tighter: its lines are few, and belong together.
            least = 1.05 if block.heading or upper.size > 1.4 * paper.body_size else 1.2
            if not least - 0.005 <= times <= 2.005:
                yield on(upper.page, f"lines {times:.2f} times their size apart in {quote(block.text)}")
                break


def paragraphs(paper):
    """P10: a blank line between one paragraph and the next."""
    for upper, lower in zip(paper.blocks, paper.blocks[1:]):
        if not (_paragraph(upper) and _paragraph(lower)) or upper.tag.parent is not lower.tag.parent:
            continue
        last, first = upper.lines[-1], lower.lines[0]
        if last.page != first.page:
            continue
        times = (last.base - first.base) / max(last.size, first.size)
        if 0 < times < 1.95:  # one line of the same size fits between: nothing tighter reads as a gap
            yield on(first.page, f"only {times:.2f} times the size between {quote(upper.text, 30)} and {quote(lower.text, 30)}")


def _paragraph(block):
    """A paragraph of whole sentences; the lines of an address or of a list's point may stand closer."""
    sentences = len(block.words) > 40 and block.words[-1] in ".?!:”"
    return block.tag.role == "P" and block.running and sentences and not block.tag.within("L")


def line_length(paper):
    """P14: full lines of 35 to 70 characters on average, and hardly any beyond."""
    full = [
        line
        for block in paper.blocks
        if block.running and not block.tag.within("L")
        for line in block.lines[:-1]
        if len(line.text) > 20
    ]
    if len(full) < 5:
        return
    least, most = LENGTHS[paper.edition.name]
    average = mean(len(line.text) for line in full)
    if not least <= average <= most:
        yield f"full lines hold {average:.0f} characters on average, {least} to {most} can be followed"
    long = [line for line in full if len(line.text) > most]
    if len(long) > max(2, 0.1 * len(full)):
        yield on(long[0].page, f"{len(long)} of {len(full)} lines are longer than {most}: {quote(long[0].text, 80)}")
