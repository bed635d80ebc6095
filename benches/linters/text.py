"""A long text of plain prose, out of the Markdown that the sample homes and the theme are written in; the same on every machine."""

import random
import re
from pathlib import Path

# A list item, a definition, or nothing: what stands before the words of a line.
MARKER = re.compile(r"^\s*(?:[-*+]|\d+[.)]|:)\s+")


def plain(root: Path, size: int) -> str:
    """At least `size` bytes of whole paragraphs. All come once, then all again in another order, and so on."""
    kept = paragraphs_of(root)
    parts, long, copy = [], 0, 0
    while long < size:
        order = list(kept)
        random.Random(copy).shuffle(order)
        for paragraph in order:
            if long >= size:
                break
            parts.append(paragraph + "\n\n")
            long += len(parts[-1].encode())
        copy += 1
    return "".join(parts)


def paragraphs_of(root: Path) -> list:
    """Every paragraph once, in the order of the files' names."""
    files = sorted([*root.glob("content/**/*.md"), *root.glob("themes/plain/words/**/*.md")], key=lambda path: path.as_posix())
    found = [paragraph for path in files for paragraph in paragraphs(path.read_text(encoding="utf-8"))]
    return list(dict.fromkeys(found))


def paragraphs(markdown: str) -> list:
    """The paragraphs and list items of one file that are sentences as they stand: no headings, tables, code or blanks to be filled in."""
    markdown = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    markdown = re.sub(r"^```.*?^```", "", markdown, flags=re.DOTALL | re.MULTILINE)
    blocks, lines = [], []
    for line in [*markdown.splitlines(), ""]:
        if not line.strip() or MARKER.match(line):
            blocks.append(" ".join(lines))
            lines = []
        lines.append(MARKER.sub("", line).strip())
    return [words(block) for block in blocks if is_prose(block)]


def is_prose(block: str) -> bool:
    unfit = block.lstrip().startswith(("#", "|", "<", ">", ":::")) or "{" in block
    return not unfit and block.rstrip().endswith((".", "?", "!")) and len(block.split()) > 3


def words(block: str) -> str:
    """Without the signs of Markdown."""
    block = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", block)
    return re.sub(r"\s+", " ", re.sub(r"[*_`\\]", "", block)).strip()
