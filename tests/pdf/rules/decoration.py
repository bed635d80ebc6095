"""P06: nothing is underlined, struck out or framed as a link; an address is printed in full instead."""

import re

from .saying import on, quote

#: A rule thicker than this is a bar or a panel, not an underline.
THIN = 3.5


def underlined(paper):
    """P06: no rule under or through words.

    Rules of tables, panels and parts reach past the words above them, or keep their distance; an underline does neither.
    """
    rules = [s for s in paper.shapes if s.kind == "path" and s.height <= THIN and s.width > 4 and s.width > 3 * s.height]
    for line in paper.lines:
        for rule in (rule for rule in rules if rule.page == line.page):
            if _under(rule, line):
                yield on(line.page, f"a rule under or through {quote(line.text)}")
                break


def _under(rule, line):
    middle = (rule.y0 + rule.y1) / 2
    near = line.base - 0.35 * line.size <= middle <= line.base + 0.6 * line.size
    beneath = [g for g in line.glyphs if not g.blank and g.x0 < rule.x1 and g.x1 > rule.x0]
    if not near or not beneath:
        return False
    return rule.x0 >= min(g.x0 for g in beneath) - 2 and rule.x1 <= max(g.x1 for g in beneath) + 2


def link_frames(paper):
    """P06: no viewer draws a frame or a line at a link."""
    for link in paper.links:
        if link.border > 0:
            yield on(link.page, f"the link to {link.address or 'a page'} has a visible border of {link.border:g}")


def addresses(paper):
    """P06: on paper nobody can press a link, so its address or number is printed."""
    pressed = re.sub(r"[\s\u200b\u2060\u00ad]", "", paper.text).lower()
    for link in paper.links:
        shown = _as_printed(link.address)
        if shown and shown not in pressed:
            yield on(link.page, f"the link to {link.address} is printed without its address")


def _as_printed(address):
    """What must be found in print for an address, without spaces; nothing for a link inside the paper."""
    if address.startswith("tel:"):
        return re.sub(r"\D", "", address.removeprefix("tel:").removeprefix("+44"))
    if address.startswith("mailto:"):
        return address.removeprefix("mailto:").split("?")[0].lower()
    found = re.match(r"https?://(?:www\.)?([^/?#]+)", address)
    return found[1].lower() if found else ""
