"""P38: the first page says what this is, for whom, in which print, of what date, and how to get it another way."""

import re

from .facts import MONTH
from .saying import quote

DATE = re.compile(rf"\b\d{{1,2}}\s(?:{MONTH})\s\d{{4}}\b")
FORMATS = re.compile(r"braille|audio|easy read|recording|larger print|another (?:format|way|language|print)|other (?:formats|ways|prints)|read (?:it )?(?:aloud|to you)", re.IGNORECASE)
READERS = re.compile(r"\bfor:? (?:you|people|anyone|anybody|everyone|everybody|residents|family|families|relatives|those|someone)\b|\bwho (?:it|this)[^.]{0,12} for\b", re.IGNORECASE)
REACH = re.compile(r"\d{3,5}\s\d{3,6}|\S+@\S+\.\w+|\bask (?:us|anyone|any|the|a|for|at|your|[A-Z])", re.IGNORECASE)


def what_it_is(paper):
    """P38: the paper's title, as its properties give it, is the largest thing on the first page."""
    title = _title(paper)
    first = [block for block in paper.blocks if block.pages[0] == 0]
    if not title:
        yield "the file has no title"
    if not first:
        yield "nothing to read on the first page"
        return
    largest = max(block.size for block in first)
    shown = [block.words for block in first if block.size > largest - 0.1]
    if paper.of_pack:
        return
    # The properties may add the home's name to the title that is printed, for a list of files.
    if title and not any(words.casefold() in " ".join(title.split()).casefold() for words in shown):
        yield f"the first page shows {quote(shown[0])}, the file calls itself {quote(title)}"


def _title(paper):
    return str(paper.properties.get("dc:title") or "").strip()


def which_print(paper):
    """P38: the first page names the print and its true size: “Large print, 18 point”."""
    text = _first(paper)
    name, points = paper.edition.name, f"{paper.edition.body:g}"
    print_ = "easy read style draft" if name == "easy-read" else f"{name} print"
    if not re.search(rf"\b{print_}\b[^.]{{0,40}}\b{points}[ -]?point", text, re.IGNORECASE):
        yield f"the first page does not say “{print_}, {points} point”"


def dated(paper):
    """P38: the first page carries a whole date."""
    if not DATE.search(_first(paper)):
        yield "no date on the first page"


def for_whom(paper):
    """P38: the first page says who it is for."""
    if not READERS.search(_first(paper)):
        yield "the first page does not say who this is for"


def other_formats(paper):
    """P38: the first page says which other formats there are and how to get one, in words close together."""
    words = _first(paper)
    for found in FORMATS.finditer(words):
        near = words[max(0, found.start() - 250) : found.end() + 250]
        if REACH.search(near):
            return
    yield "the first page does not say how to get another format"


def _first(paper):
    return " ".join(block.words for block in paper.blocks if block.pages[0] == 0)
