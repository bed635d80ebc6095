"""Faults that only a screen reader meets, or only somebody who looks inside the file."""

import getpass

from .editing import (
    about, attach, entry, every_link, every_tag, forget_tags, in_a_stream, open_by_itself, rename_bookmark, unembed_fonts,
)
from .planting import Fault
from .print import FILL, WORDS, instead

TABLE = "[Meals], [In the fee],"

FAULTS = [
    Fault("link-frames", "links with a frame", after=every_link("/Border", [0, 0, 1])),
    Fault("described-links", "links that say nothing", after=every_link("/Contents", None), says="says nothing"),
    Fault("described-links", "a link that leads nowhere", after=every_link("/A", None), says="nowhere"),
    Fault("headings-unbroken", "a level skipped", instead("=== What we offer", "== What we offer")),
    Fault("bookmarks", "another name in the side panel", after=rename_bookmark, says="has the bookmark"),
    Fault("bookmarks", "a heading without a bookmark", [("= If you are unhappy", "#heading(bookmarked: false)[If you are unhappy]")]),
    Fault("described-pictures", "a picture without words", after=every_tag("Figure", "/Alt", None), says="without a description"),
    Fault("described-pictures", "a file's name for a description", instead("garden.png", "A bench under an apple tree in the garden."), says="only"),
    Fault("described-pictures", "a picture that is neither", after=every_tag("Figure", "/S", "/P"), says="neither"),
    Fault("sharp-pictures", "a coarse picture", instead('"coarse.png"', '"garden.png"')),
    Fault("simple-tables", "merged cells", instead("table.cell(colspan: 2)[Meals, in the fee],", TABLE), says="merged"),
    Fault("simple-tables", "a table without headings", instead("[*What*], [*Who pays*],", "table.header[*What*][*Who pays*],"), says="head its columns"),
    Fault("table-scopes", "headings without scope", after=every_tag("TH", "/A", None)),
    Fault("table-heads-repeated", "headings on the first page only", [
        ("table.header[*What*]", "table.header(repeat: false)[*What*]"),
        (TABLE, "\n".join(f"[Meal number {n}], [In the fee]," for n in range(30)))]),
    Fault("table-columns", "four columns in giant print", [
        ("columns: (1fr, 1fr)", "columns: (1fr, 1fr, 1fr, 1fr)"), ("table.header[*What*][*Who pays*]", "table.header[*A*][*B*][*C*][*D*]")],
        edition="giant"),
    Fault("table-size", "small cells", [("#table(", "#set text(0.9em)\n#table(")]),
    Fault("tagged", "not tagged", after=entry("/MarkInfo", None), says="not tagged"),
    Fault("tagged", "a window that shows the file's name", after=entry("/ViewerPreferences", None), says="window"),
    Fault("language", "no language", after=entry("/Lang", None), says="not set"),
    Fault("language", "American English", [('region: "GB"', 'region: "US"')], says="en-US"),
    Fault("all-tagged", "words that are not read aloud", instead(f"#pdf.artifact[{WORDS}]"), says="hidden"),
    Fault("all-tagged", "words outside the tag tree", after=forget_tags, says="not in the tag tree"),
    Fault("reading-order", "read in another order", instead(f"{WORDS} #place(top + left, dy: -3em)[Read this first.]")),
    Fault("tagged-lists", "a list made by hand", instead(r"1\) We are a home.")),
    Fault("no-paths", "a path in the properties", after=about("/Subject", "/home/anna/homepack/content"), says="/home/anna"),
    Fault("no-paths", "a path inside a packed stream", after=in_a_stream(b"% C:\\Users\\anna\\homepack\n"), says="Users"),
    Fault("no-names", "the account that made it", after=about("/Keywords", f"made by {getpass.getuser()} today"), says="name"),
    Fault("no-names", "somebody's address", after=about("/Author", "anna@millpond.example"), says="address"),
    Fault("nothing-inside", "another file inside", after=attach, says="packed inside"),
    Fault("nothing-inside", "something that runs by itself", after=open_by_itself, says="by itself"),
    Fault("edition", "a name that tells no edition", called="paper.pdf"),
]

#: The same, for veraPDF: what it must refuse.
STANDARDS = [
    Fault("PDF/UA-1", "a picture without words", after=every_tag("Figure", "/Alt", None)),
    Fault("PDF/UA-1", "no title shown", after=entry("/ViewerPreferences", None)),
    Fault("PDF/UA-1", "not set as UA-1 at all", [(WORDS, FILL)]),
    Fault("PDF/A-3a", "a font that stays behind", after=unembed_fonts),
    Fault("PDF/A-3a", "a script", after=open_by_itself),
]
