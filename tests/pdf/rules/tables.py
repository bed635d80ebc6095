"""P30, P31: tables that can be read cell by cell, aloud and by eye."""

from .saying import on, quote

#: More columns than this leave no room for giant letters.
GIANT_COLUMNS = 3


def simple(paper):
    """P30: every row has as many cells as the others; none is merged; the table has a row of column headings."""
    for table in _tables(paper):
        rows = [_cells(row) for row in table.walk() if row.role == "TR"]
        where = _page(paper, table)
        if len({len(row) for row in rows}) > 1:
            yield on(where, f"rows of {sorted({len(row) for row in rows})} cells in one table")
        for cell in (cell for row in rows for cell in row):
            if any(float(cell.attributes.get(key, 1)) > 1 for key in ("ColSpan", "RowSpan")):
                yield on(where, f"a merged cell: {quote(_words(paper, cell))}")
        if rows and not all(cell.role == "TH" for cell in rows[0]):
            yield on(where, "a table whose first row does not head its columns")


def scopes(paper):
    """P30: each heading cell says whether it heads a column or a row."""
    for tag in paper.root.walk():
        if tag.role == "TH" and tag.attributes.get("Scope") not in ("/Column", "/Row", "/Both"):
            yield on(_page(paper, tag), f"a heading cell without scope: {quote(_words(paper, tag))}")


def headed(paper):
    """P30: where a table goes over pages, its column headings are printed again on each."""
    for table in _tables(paper):
        heads = [_words(paper, cell) for cell in table.walk() if cell.role == "TH" and cell.within("THead")]
        for page in paper.pages_of(table)[1:]:
            seen = " ".join(line.text for line in paper.lines if line.page == page)
            missing = [head for head in heads if head and not _all_in(head, seen)]
            if missing:
                yield on(page, f"the table goes on without its heading {quote(missing[0])}")


def _all_in(words, seen):
    """Whether all the words are there, though a narrow column may set them on several lines."""
    return all(word in seen for word in words.split())


def columns(paper):
    """P31: in giant print no table of more than three columns."""
    if paper.edition.name == "giant":
        for table in _tables(paper):
            most = max((len(_cells(row)) for row in table.walk() if row.role == "TR"), default=0)
            if most > GIANT_COLUMNS:
                yield on(_page(paper, table), f"a table of {most} columns: in giant print this is a list")


def cell_size(paper):
    """P31: the words in a cell are as large as the running words."""
    for block in paper.blocks:
        if block.tag.within("Table") and block.size < paper.body_size - 0.05:
            yield on(block.pages[0], f"a cell at {block.size:.1f} point: {quote(block.text)}")


def _tables(paper):
    return [tag for tag in paper.root.walk() if tag.role == "Table"]


def _cells(row):
    return [cell for cell in row.children if getattr(cell, "role", "") in ("TH", "TD")]


def _page(paper, tag):
    return next(iter(paper.pages_of(tag)), 0)


def _words(paper, tag):
    """A cell's words, from the blocks in it, so that line ends do not join them."""
    inner = set(map(id, tag.walk()))
    return " ".join(block.words for block in paper.blocks if id(block.tag) in inner)
