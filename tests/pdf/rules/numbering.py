"""P23, P24: every page says which it is of how many, in running size, always in the same place."""

import re

from .saying import on, quote

NUMBER = re.compile(r"\bPage\s(\d+)\sof\s(\d+)\b")


def page_numbers(paper):
    """P24: “Page 3 of 24” on every page, true, as large as the running words."""
    total = len(paper.pdf.pages)
    for number in range(total):
        found = _numbers(paper, number)
        if not found:
            yield on(number, "no “Page n of m”")
            continue
        line, match = found[-1]
        if (int(match[1]), int(match[2])) != (number + 1, total):
            yield on(number, f"says {quote(match[0])}, but is {number + 1} of {total}")
        if min(g.size for g in line.glyphs if not g.blank) < paper.body_size - 0.05:
            yield on(number, f"{quote(line.text)} is smaller than the running words")


def same_place(paper):
    """P23: the number stands in the same corner of every page."""
    places = {}
    for number in range(len(paper.pdf.pages)):
        for line, _ in _numbers(paper, number)[-1:]:
            places[number] = (line.x0, line.x1, line.base)
    if not places:
        return
    first = places[min(places)]
    for number, (x0, x1, base) in places.items():
        if abs(base - first[2]) > 1 or min(abs(x0 - first[0]), abs(x1 - first[1])) > 1:
            yield on(number, "the page number is not where it is on the first page")


def _numbers(paper, page):
    return [(line, match) for line in paper.furniture if line.page == page and (match := NUMBER.search(line.text))]
