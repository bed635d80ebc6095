"""P12: no word and no single fact is torn by the end of a line."""

import re

from paper.lines import ENDS

from .saying import on, quote

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"

#: A space, however wide and however firmly it joins, or the end of a printed line that happened to be there.
JOINT = r"[ \u00a0\u202f\u2009\n]"

#: The same, or a line ended on purpose. Nobody means to end one within a number; after a name they may.
GAP = r"[ \u00a0\u202f\u2009\n\v]"

#: British numbers as they are spoken and printed. Each grouping is named, so that two numbers on two lines are not taken for one.
PHONE = "|".join(
    groups.replace(" ", GAP)
    for groups in (
        r"0\d{4} \d{6}", r"0\d{4} \d{5}", r"0\d{4} \d{3} \d{3}", r"0\d{3} \d{3} \d{4}", r"0\d{2} \d{4} \d{4}",
        r"0800 \d{3} \d{3}", r"0800 1111", r"07\d{3} \d{3} \d{3}", r"116 \d{3}", r"0\d{2} \d{3} \d{4}",
        r"\+44 \d{2,4} \d{3,4} \d{3,4}", r"\+44 \d{4} \d{6}",
    )
)

FACTS = {
    "a telephone number": rf"(?<![\d£])(?:18001{GAP})?(?:{PHONE})(?!\d)",
    "a date": rf"\b(?:(?:{DAY}){GAP})?\d{{1,2}}{GAP}(?:{MONTH})(?:{GAP}\d{{4}})?\b|\b(?:{MONTH}){GAP}\d{{4}}\b",
    "a postcode": rf"\b[A-Z]{{1,2}}\d[A-Z\d]?{GAP}\d[A-Z]{{2}}\b",
    "a sum of money": rf"£\n?[\d,]*\n?[\d,]*\d(?:\.\d+)?(?:{GAP}(?:million|billion|thousand))?|\b\d[\d,]*{GAP}(?:pounds|pence)\b",
    "a name with its title": (
        rf"\b(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Canon|Rabbi)\.?"
        rf"{JOINT}(?!(?:{DAY}|{MONTH})\b)[A-Z][\w’'-]+(?:{JOINT}(?!(?:{DAY}|{MONTH})\b)[A-Z][\w’'-]+)?"
    ),
    "a time": rf"\b\d{{1,2}}(?:[.:]\d\d)?{GAP}?(?:am|pm)\b",
}

PATTERNS = {name: re.compile(pattern) for name, pattern in FACTS.items()}


def whole_words(paper):
    """P12: no hyphen at the end of a line, be it the engine's or the word's own."""
    for block in paper.blocks:
        for line, after in zip(block.lines, block.lines[1:]):
            if re.search(r"\w[-\u00ad\u2010\u2011]$", line.text):
                yield on(line.page, f"a word split at the end of a line: {quote(line.text[-25:] + chr(10) + after.text[:25])}")


def whole_facts(paper):
    """P12: telephone numbers, dates, postcodes, sums, times and names with titles each on one line."""
    for block in paper.blocks:
        for name, pattern in PATTERNS.items():
            for found in pattern.finditer(block.text):
                if any(end in found[0] for end in ENDS):
                    yield on(block.pages[0], f"{name} split over two lines: {quote(found[0])}")


def whole_addresses(paper):
    """P12: an address on the web goes on after a slash: no line begins with a dot, or ends in one amid an address."""
    for block in paper.blocks:
        for line, after in zip(block.lines, block.lines[1:]):
            begins = re.match(r"\.[a-z]", after.text)
            ends = re.search(r"\w\.\w+\.$|\bwww\.$", line.text) and re.match("[a-z]", after.text)
            if begins or ends:
                yield on(line.page, f"an address broken at a dot: {quote(line.text[-30:] + chr(10) + after.text[:30])}")


def whole_links(paper):
    """P12: a number or an email address that can be pressed stands on one line, however it is written."""
    # What is longer than nine tenths of a line has to break somewhere.
    room = 0.9 * (max((l.x1 for l in paper.lines), default=0) - min((l.x0 for l in paper.lines), default=0))
    for link in paper.links:
        if link.tag is None or not link.address.startswith(("tel:", "mailto:")):
            continue
        letters = [glyph for glyph in paper.letters(link.tag) if not glyph.blank]
        wide = sum(glyph.x1 - glyph.x0 for glyph in letters)
        if len({(glyph.page, round(glyph.base)) for glyph in letters}) > 1 and wide < room:
            yield on(link.page, f"{link.address} is split over two lines")
