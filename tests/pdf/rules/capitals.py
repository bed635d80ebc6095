"""P07: no shouting. Capitals lose the shapes by which words are known."""

import re

from .saying import on, quote

#: Four words in capitals with nothing but spaces between them. Fewer, or a comma between them, may be initials (“CQC, NHS”).
SHOUTED = re.compile(r"(?:\b[A-Z][A-Z’'-]+\s+){3,}[A-Z]{2,}\b")


def capitals(paper):
    """P07: no run of more than three words in capitals; headings in sentence case."""
    for block in paper.blocks:
        words = re.findall(r"[^\W\d_][\w’'-]*", block.words)
        if SHOUTED.search(block.text):
            yield on(block.pages[0], f"a block of capitals in {quote(block.text)}")
        if block.heading and _shouts(words):
            yield on(block.pages[0], f"a heading in capitals: {quote(block.text)}")
    titled = [block for block in paper.headings if _titled(block)]
    if len(titled) > 2 and 2 * len(titled) > sum(_long(block) for block in paper.headings):
        yield on(titled[0].pages[0], f"{len(titled)} headings give every word a capital, as {quote(titled[0].text)} does")
    for line in paper.furniture:
        if SHOUTED.search(line.text):
            yield on(line.page, f"a block of capitals in {quote(line.text)}")


def _shouts(words):
    """Two words or more, or one long one, and all in capitals."""
    return bool(words) and all(word.isupper() for word in words) and (len(words) > 1 or len(words[0]) > 5)


def _long_words(block):
    return [word for word in re.findall(r"[^\W\d_]+", block.words) if len(word) > 3]


def _long(block):
    return len(_long_words(block)) >= 3


def _titled(block):
    """Title Case. One such heading may be somebody's name (“Local Government Ombudsman”), so only most of them count."""
    return _long(block) and all(word[0].isupper() for word in _long_words(block))
