"""P40: what a screen reader meets: a tagged file in British English, all of it, in the order in which it is printed."""

import re

from .saying import few, on, quote


def tagged(paper):
    """P40: the file says that it is tagged, in which language, and shows its title."""
    root = paper.pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked", False) or "/StructTreeRoot" not in root:
        yield "not tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "a reader's window shows the file's name instead of its title"


def language(paper):
    """P40: British English, for the voice that reads aloud; a part in another language says which."""
    spoken = str(paper.pdf.Root.get("/Lang", ""))
    if spoken != "en-GB":
        yield f"the language is {quote(spoken) if spoken else 'not set'}, not en-GB"
    named = paper.properties.get("dc:language")
    if named and "en-GB" not in named:
        yield f"its properties name the language {named}"
    for tag in paper.root.walk():
        if tag.language and not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", tag.language):
            yield f"a part in {quote(tag.language)}, which no voice knows"


def nothing_left_out(paper):
    """P40: every letter is in the tag tree, or is furniture that every page repeats."""
    for page in sorted({glyph.page for glyph in paper.strays}):
        words = "".join(glyph.text for glyph in paper.strays if glyph.page == page)
        yield on(page, f"not in the tag tree: {quote(words)}")
    heads = {word for b in paper.blocks if b.tag.within("TH") for word in b.words.split()}
    for line in paper.furniture:
        if not _passed_over(paper, line, heads):
            yield on(line.page, f"printed, but hidden from a screen reader: {quote(line.text)}")


def _passed_over(paper, line, heads):
    """Leader dots; headers and footers, outside what is read; the headings of a table that goes on."""
    if not any(letter.isalnum() for letter in line.text):
        return True
    read = [other.base for block in paper.blocks for other in block.lines if other.page == line.page]
    if not read or line.base < min(read) - 0.5 * line.size or line.base > max(read) + 1.5 * line.size:
        return True
    return set(line.text.split()) <= heads


def order(paper):
    """P40: read aloud as printed: down the page, and from left to right where things stand side by side."""
    faults = []
    for upper, lower in zip(paper.blocks, paper.blocks[1:]):
        last, first = upper.lines[-1], lower.lines[0]
        if first.page < last.page:
            faults.append(on(first.page, f"{quote(lower.text, 40)} is read after {quote(upper.text, 40)} of page {last.page + 1}"))
        elif first.page == last.page and _above(upper, lower):
            faults.append(on(first.page, f"{quote(lower.text, 40)} is read after {quote(upper.text, 40)}, but stands before it"))
    yield from few(faults)


def _above(upper, lower):
    """Whether the later block begins above the earlier one; side by side, whether it begins to the left."""
    page = lower.lines[0].page
    earlier = [line for line in upper.lines if line.page == page]
    start, begun = lower.lines[0], earlier[0]
    if start.base > begun.base + 0.5 * begun.size:
        return True
    beside = start.base > earlier[-1].base + 0.5 * earlier[-1].size or abs(start.base - begun.base) < 0.5 * begun.size
    return beside and start.x1 < begun.x0


def links(paper):
    """P40: each link belongs to a tag and says in words where it leads."""
    for link in paper.links:
        leads = link.address or (f"page {link.target + 1}" if link.target is not None else "")
        if not leads:
            yield on(link.page, "a link that leads nowhere")
        if not link.says.strip():
            yield on(link.page, f"the link to {leads} says nothing to a screen reader")
        if link.tag is None or not any(up.role == "Link" for up in (link.tag, *link.tag.above())):
            yield on(link.page, f"the link to {leads} is not in the tag tree")


def lists(paper):
    """P40: lists are tagged: no paragraph begins with a bullet or a step's number of its own making."""
    for block in paper.blocks:
        if block.tag.role == "P" and not block.tag.within("L") and re.match(r"^\s*(?:[•◦▪‣–-]|\d{1,2}[.)])\s", block.text):
            yield on(block.pages[0], f"a list made by hand: {quote(block.text)}")
