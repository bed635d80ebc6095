"""P20, P21, P22: what the colours do to the words, measured on the rendered page."""

from collections import Counter

from paper.ink import contrast, rgb

from .saying import on, quote
from .typeface import is_bold

#: What UKAAF's readers need. WCAG's easier rule for large text is for people who see well, so it is not used.
LEAST = 7.0


def contrasts(paper):
    """P20: ink against ground at least 7 to 1, for each word wherever it stands."""
    for line in sorted(paper.lines, key=lambda line: line.page):
        for word in line.words():
            seen = paper.ink.colours(word)
            if seen is None or (ratio := contrast(*seen)) < LEAST:
                shown = f"{ratio:.1f} to 1" if seen else "nothing to be seen"
                yield on(line.page, f"{shown} in {quote(line.text)}")
                break


def reversed_words(paper):
    """P21: light words on a dark ground only where they are bold or larger."""
    for line in sorted(paper.lines, key=lambda line: line.page):
        for word in line.words():
            seen = paper.ink.colours(word)
            light_on_dark = seen and sum(seen[0]) < sum(seen[1])
            if light_on_dark and not is_bold(word[0]) and word[0].size < 1.19 * paper.body_size:
                yield on(line.page, f"light on dark, neither bold nor larger: {quote(line.text)}")
                break


def never_alone(paper):
    """P22: colour is never the only difference. Coloured words are bold, larger or a link; coloured marks have words."""
    usual = _usual_ink(paper)
    for block in paper.blocks:
        if not block.running:
            continue
        linked = {id(g) for tag in block.tag.walk() if tag.role == "Link" for g in paper.letters(tag)}
        for line in block.lines:
            plain = [w for w in line.words() if not is_bold(w[0]) and w[0].size < 1.1 * paper.body_size and id(w[0]) not in linked]
            odd = [w for w in plain if (seen := paper.ink.colours(w)) and _differ(seen[1], usual)]
            if odd:
                yield on(line.page, f"told apart by colour alone: “{''.join(g.text for g in odd[0])}” in {quote(line.text)}")
                break
    yield from _marks(paper)


def _usual_ink(paper):
    inks = Counter()
    for block in paper.blocks:
        if block.running:
            for word in (word for line in block.lines for word in line.words()):
                seen = paper.ink.colours(word)
                if seen:
                    inks[seen[1]] += len(word)
    return inks.most_common(1)[0][0] if inks else (0, 0, 0)


def _differ(one, other):
    """Whether a person would call it another colour."""
    return sum((a - b) ** 2 for a, b in zip(one, other)) ** 0.5 > 70


def _marks(paper):
    """Small coloured shapes, of more than one colour, that have no words at their side."""
    small = [s for s in paper.shapes if s.kind == "path" and s.filled and 4 <= s.width <= 40 and 4 <= s.height <= 40]
    coloured = []
    for shape in small:
        middle = paper.ink.around(shape.page, *_middle(shape))
        colour = rgb(middle[0]) if len(middle) else (0, 0, 0)
        if max(colour) - min(colour) > 60:
            coloured.append((shape, tuple(part // 64 for part in colour)))
    if len({colour for _, colour in coloured}) < 2:
        return
    for shape, _ in coloured:
        beside = [l for l in paper.lines if l.page == shape.page and _at_its_side(shape, l)]
        if not beside:
            yield on(shape.page, "a coloured mark without words at its side")


def _middle(shape):
    x, y = (shape.x0 + shape.x1) / 2, (shape.y0 + shape.y1) / 2
    return x - 0.5, y - 0.5, x + 0.5, y + 0.5


def _at_its_side(shape, line):
    level = shape.y0 - line.size < line.base < shape.y1
    return level and -1 <= max(line.x0 - shape.x1, shape.x0 - line.x1) < 4 * line.size
