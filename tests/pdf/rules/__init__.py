"""Every rule that a finished paper must keep, in the order in which they are reported.

A rule is a function from a paper to its faults in words. Its name says what is wrong when it fails; its number is the rule's
in the project's clear-print sheet, and stands at the beginning of its first sentence.
"""

from dataclasses import dataclass
from typing import Callable

from . import (
    alignment, book, capitals, colour, contents, decoration, facts, first_page, fitting, headings, numbering, pictures, privacy,
    ringing, sheet, sheets, sizes, spacing, splits, tables, tagging, typeface,
)


@dataclass(frozen=True)
class Rule:
    """One thing to look for."""

    name: str
    faults: Callable
    #: Editions that it does not ask anything of.
    not_for: tuple = ()

    @property
    def about(self):
        """What it asks for, in one line."""
        return (self.faults.__doc__ or "").strip().splitlines()[0]


RULES = [
    Rule("smallest-letter", sizes.smallest),
    Rule("body-size", sizes.body, not_for=("wall",)),
    Rule("furniture-size", sizes.furniture),
    Rule("typeface", typeface.family),
    Rule("weight", typeface.weight),
    Rule("italics", typeface.upright),
    Rule("underlines", decoration.underlined),
    Rule("link-frames", decoration.link_frames),
    Rule("printed-addresses", decoration.addresses),
    Rule("capitals", capitals.capitals),
    Rule("leading", spacing.leading),
    Rule("paragraph-gaps", spacing.paragraphs),
    Rule("line-length", spacing.line_length, not_for=("wall", "easy-read")),
    Rule("justified", alignment.ragged),
    Rule("left-edge", alignment.left_edge),
    Rule("split-words", facts.whole_words),
    Rule("split-facts", facts.whole_facts),
    Rule("split-links", facts.whole_links),
    Rule("split-addresses", facts.whole_addresses),
    # For those who help: what a part is about stands beside it, so that an eye in a hurry finds it.
    Rule("columns", sheet.one_column, not_for=("helpers",)),
    Rule("level-words", sheet.level),
    Rule("a4", sheet.a4),
    Rule("margins", sheet.margins),
    Rule("contrast", colour.contrasts),
    Rule("light-on-dark", colour.reversed_words),
    Rule("colour-alone", colour.never_alone),
    Rule("one-sheet", sheets.one_sheet),
    Rule("at-two-metres", sheets.at_two_metres),
    Rule("about-me", sheets.about_me),
    Rule("two-sides", sheets.two_sides),
    Rule("rings-nobody", ringing.rings_nobody),
    Rule("largest-on-its-card", ringing.largest_on_its_card),
    Rule("one-alarm", ringing.one_alarm),
    Rule("page-numbers", numbering.page_numbers, not_for=("wall",)),
    Rule("same-corner", numbering.same_place),
    Rule("contents-list", contents.listed, not_for=("easy-read",)),
    Rule("contents-on-one-page", fitting.contents_on_one_page),
    Rule("contents-true", contents.true),
    Rule("contents-in-line", contents.in_line),
    Rule("headings-visible", headings.visible),
    Rule("headings-ranked", headings.ranked),
    Rule("headings-unbroken", headings.unbroken),
    Rule("headings-kept", headings.kept),
    Rule("bookmarks", headings.bookmarked),
    Rule("lone-lines", splits.lone_lines),
    Rule("split-steps", splits.steps),
    Rule("split-contacts", splits.contacts),
    Rule("split-rows", splits.rows),
    Rule("near-empty", fitting.near_empty, not_for=("wall",)),
    Rule("last-page", fitting.last_page, not_for=("wall",)),
    Rule("one-thing-half-used", book.half_used, not_for=("wall",)),
    Rule("one-thing-pages", book.pages, not_for=("wall",)),
    Rule("book-pages", book.book, not_for=("wall",)),
    Rule("led-to", fitting.led, not_for=("wall",)),
    Rule("one-line-foot", fitting.one_line, not_for=("wall",)),
    Rule("words-beside-pictures", pictures.out_of_the_way),
    Rule("described-pictures", pictures.described),
    Rule("sharp-pictures", pictures.sharp),
    Rule("cover-picture", pictures.cover),
    Rule("simple-tables", tables.simple),
    Rule("table-scopes", tables.scopes),
    Rule("table-heads-repeated", tables.headed),
    Rule("table-columns", tables.columns),
    Rule("table-size", tables.cell_size),
    Rule("first-page-title", first_page.what_it_is),
    # Whoever helps needs no other print and no other format: the resident, who may, has a copy of their own.
    Rule("first-page-print", first_page.which_print, not_for=("wall", "helpers")),
    Rule("first-page-date", first_page.dated, not_for=("wall",)),
    Rule("first-page-readers", first_page.for_whom, not_for=("wall",)),
    Rule("first-page-formats", first_page.other_formats, not_for=("wall", "helpers")),
    Rule("nothing-behind", sheet.nothing_behind),
    Rule("tagged", tagging.tagged),
    Rule("language", tagging.language),
    Rule("all-tagged", tagging.nothing_left_out),
    Rule("reading-order", tagging.order),
    Rule("described-links", tagging.links),
    Rule("tagged-lists", tagging.lists),
    Rule("no-paths", privacy.places),
    Rule("no-names", privacy.names),
    Rule("nothing-inside", privacy.nothing_inside),
]
