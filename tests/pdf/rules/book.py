"""A resident's book: short enough to be read; and one thing at a time, where a page holds one thing and a picture of it."""

from . import fitting
from .saying import on

#: A page whose last ink, its picture's included, lies above this share of it is less than half used.
HALF = 1 / 2
#: More pages than this are no book for a reader who takes in one thing at a time; and in giant print.
MOST, MOST_IN_GIANT = 20, 30
#: The most pages of another book, up to 20 point; and in larger print.
BOOK, BOOK_IN_GIANT = 30, 40


def half_used(paper):
    """Where one thing is said at a time, no page is less than half used: what its words leave, its picture fills."""
    if not paper.one_thing:
        return
    for number, share in enumerate(fitting.shares(paper)):
        if share < HALF - 0.01:
            yield on(number, f"only {share:.0%} of the page is used")


def pages(paper):
    """A book that says one thing at a time has at most twenty pages; in giant print, where a page holds less, thirty."""
    most = MOST if paper.edition.body <= 20 else MOST_IN_GIANT
    if paper.one_thing and len(paper.pdf.pages) > most:
        yield f"{len(paper.pdf.pages)} pages, {most} are the most"


def book(paper):
    """A resident's book has at most thirty pages in print of up to 20 point, and forty in larger print."""
    if paper.one_thing or not (paper.of_pack and str(paper.properties.get("dc:title")).endswith(": book")):
        return
    most = BOOK if paper.edition.body <= 20 else BOOK_IN_GIANT
    if len(paper.pdf.pages) > most:
        yield f"{len(paper.pdf.pages)} pages, {most} are the most"
