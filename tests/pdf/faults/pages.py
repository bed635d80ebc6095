"""Faults of whole pages: the sheet, its number, the contents list, what stays together, the first page."""

from .editing import layer, of_pack, page_entry, send_entries_to_first_page, watermark
from .planting import Fault
from .print import FILL, LINE, WORDS, instead

#: Leaves room for so many lines at the foot of a fresh page.
def almost_full(lines):
    return f"#pagebreak() #block(height: 100% - {lines}em, below: 0pt)[.]\n"


#: Makes the good paper one that says one thing at a time.
ONE_THING = [('author: "Millpond House"', 'author: "Millpond House", keywords: "one thing at a time"')]

#: Makes it a resident's book.
BOOK = [('title: "Statement of Purpose", author: "Millpond House"', 'title: "Pack a2b3c4: book", author: "Millpond House", keywords: "18 point"')]

FAULTS = [
    Fault("columns", "two columns", instead(f"#columns(2)[{FILL} #colbreak() {FILL}]")),
    Fault("level-words", "words turned", instead("#rotate(-20deg)[We are a home.]")),
    Fault("one-sheet", "a sheet for the wall that goes on", called="wall-a4.pdf", says="pages"),
    Fault("one-sheet", "a day of a week over two sheets", [
        ("= Who we are", "= This week\n== Monday\n" + "- A thing to do.\n" * 60 + "= Who we are")], called="week-wall-a3.pdf", says="Monday"),
    Fault("at-two-metres", "a sheet for the wall in large print", called="reception-a3.pdf", says="at least 48"),
    Fault("at-two-metres", "a week for the wall in large print", called="a-week-wall-a3.pdf", says="at least 34"),
    Fault("about-me", "About me in the resident's own print", after=of_pack("about-me", 18), says="18 point"),
    Fault("about-me", "About me on many sides", after=of_pack("about-me", 14), says="sides"),
    Fault("about-me", "whom to ring on a later side", [("== Who can help", "== Who to ring for me, in this order")],
        after=of_pack("about-me", 14), says="not whole on the first side"),
    Fault("two-sides", "a sheet that goes on", after=of_pack("my-week", 18), says="sides at 18 point"),
    Fault("two-sides", "the sum on a later side", [("== What it costs", "== What is there to pay each week?")],
        after=of_pack("what-it-costs-me", 28), says="not whole"),
    Fault("rings-nobody", "an NHS number that rings", instead(
        'My NHS number: #link("tel:+449990002741")[999 000 2741]'), says="no telephone number"),
    Fault("largest-on-its-card", "a number smaller than the name", instead(
        '#show heading.where(level: 3): set text(size: 1.4em)\n#block(stroke: 1.5pt, inset: 12pt, width: 100%)[=== Pat Example\nRing\n\n#link("tel:+441632960199")[01632~960199]]', "== Who can help\n"),
        says="smaller than the name"),
    Fault("one-alarm", "an alarm in the home's colour", instead(
        '#block(stroke: 3pt + black, fill: white, inset: 12pt, width: 100%, text(fill: rgb("#8a0014"))[== Is somebody in danger?\nRing 999.])'),
        says="not ink"),
    Fault("one-alarm", "an alarm without a frame", instead("== Is somebody in danger?\nRing 999."), says="no frame"),
    Fault("a4", "A4 where the name promises A3", called="wall-a3.pdf", says="not A4"),
    Fault("a4", "American paper", [('paper: "a4"', 'paper: "us-letter"')]),
    Fault("a4", "a page on its side", after=page_entry("/Rotate", 90), says="turned"),
    Fault("a4", "a page cropped", after=page_entry("/CropBox", [20, 20, 500, 800]), says="cropped"),
    Fault("margins", "words to the edge", [("else { 21mm }", "else { 12mm }")]),
    Fault("margins", "words to the foot", [("bottom: 30mm", "bottom: 15mm"), ("[Version 7 ", "[#v(1em) Version 7 ")]),
    Fault("page-numbers", "no number", [("Page #counter", "Sheet #counter")], says="no “Page"),
    Fault("page-numbers", "a wrong total", [("#counter(page).final().first()]", "99]")], says="is 1 of"),
    Fault("page-numbers", "small numbers", [("[Version 7 ", "[#set text(16.5pt); Version 7 ")], says="smaller"),
    Fault("same-corner", "numbers left and right by turns", [
        ("[Version 7 #h(1fr) Page", "[#if calc.even(here().page()) { h(3em) } else { h(1fr) } Page")]),
    Fault("contents-list", "no contents list", [
        ("#outline(title: [What is in this paper], depth: 2)", ""), ("= Who we are", "#pagebreak() A page.\n" * 12 + "= Who we are")]),
    Fault("contents-on-one-page", "a contents list that goes on", [("set block(above: 1em)", "set block(above: 9em)")]),
    Fault("contents-true", "another edition's numbers", [("= Who we are", "#counter(page).update(n => n + 3)\n= Who we are")], says="to page"),
    Fault("contents-true", "a part left out", [("= If you are unhappy", "#heading(outlined: false)[If you are unhappy]")], says="leave out"),
    Fault("contents-true", "an entry that is no heading", [
        ("#outline(", "#show outline.entry: it => if it.element.body == [Who can help] { link(it.element.location(), it.indented(it.prefix(), [Who helps #box(width: 1fr, repeat[.]) 4])) } else { it }\n#outline(")], says="no heading"),
    Fault("contents-true", "entries that lead elsewhere", after=send_entries_to_first_page, says="leads to page"),
    Fault("contents-in-line", "numbers here and there", [
        ("#outline(", "#show outline.entry: it => link(it.element.location(), it.indented(it.prefix(), it.body() + h(1em) + it.page()))\n#outline(")]),
    Fault("headings-visible", "headings that are not bold", [("#set enum", '#show heading: set text(weight: "regular")\n#set enum')], says="not bold"),
    Fault("headings-visible", "headings no larger", [("size: 1.2em", "size: body")], says="no larger"),
    Fault("headings-visible", "a heading nearer to what it follows", [("above: 2em, below: 1.1em", "above: 1em, below: 2em")], says="nearer"),
    Fault("headings-visible", "headings too deep", instead("==== A fourth level", "== What it costs"), says="level 4"),
    Fault("headings-ranked", "small parts in large print", [("size: 1.2em", "size: 1.7em")]),
    Fault("headings-kept", "a heading alone at the foot", instead("== What it costs\n#pagebreak()", "== What it costs"), says="alone"),
    Fault("headings-kept", "a heading over nothing", [("= Who we are", "= Who we are"), ("so that you know how old they are.", "so that you know.\n\n= The end")], says="nothing under"),
    Fault("lone-lines", "one line left behind", instead(
        f"#set text(costs: (widow: 0%, orphan: 0%))\n{almost_full(1.2)}{FILL}")),
    Fault("split-steps", "a step over the page", [("+ Tell anybody who works here.", f"{almost_full(2.6)}+ {FILL} {FILL}")]),
    Fault("split-contacts", "a contact over the page", [
        ("block(breakable: false", "block(breakable: true"), ('#contact("Millpond', almost_full(2.5) + '#contact("Millpond')]),
    Fault("split-rows", "a row over the page", [("#table(", almost_full(10) + "#table("), ("[Meals]", f"[{FILL}]")]),
    Fault("near-empty", "pages with one line on them", [("= Who we are", "#pagebreak() A line.\n" * 3 + "#pagebreak()\n= Who we are")]),
    Fault("last-page", "a last page with one line", [("so that you know how old they are.", "so that you know.\n\n#pagebreak()\nA line.")]),
    Fault("one-thing-half-used", "a page of one line", ONE_THING + [("= Who we are", "#pagebreak() A line.\n#pagebreak()\n= Who we are")], says="only"),
    Fault("one-thing-pages", "a book too long", ONE_THING + [("= Who we are", "#pagebreak() A page.\n" * 20 + "= Who we are")], says="most"),
    Fault("book-pages", "a book that nobody reads to the end", BOOK + [("= Who we are", "#pagebreak() A page.\n" * 30 + "= Who we are")], says="most"),
    Fault("led-to", "a list on the page after its first words", [
        ("- Somewhere quiet to sit", "Here you have these:\n#pagebreak()\n- Somewhere quiet to sit")]),
    Fault("one-line-foot", "a foot of two lines", [("[Version 7 ", "[Version 7 \\ ")]),
    Fault("words-beside-pictures", "words beside a picture", instead(
        f'#grid(columns: 2, gutter: 8pt, image("garden.png", width: 40mm, alt: "A bench under a tree."), [{FILL}])')),
    Fault("cover-picture", "an Easy Read paper without its picture", called="easy-read-complaints.pdf", says="cover picture"),
    Fault("cover-picture", "an Easy Read paper with a list", called="easy-read-advocacy.pdf", says="contents list"),
    Fault("first-page-title", "a title that is not the file's", instead("title[What we promise]", "title[Statement of Purpose]")),
    Fault("first-page-print", "the wrong size", [("Large print, 18 point", "Large print, 16 point")]),
    Fault("first-page-date", "no date", [("Written on 1~October~2026.", "Written last year.")]),
    Fault("first-page-readers", "nobody addressed", instead("It is short.", "It is for people who live here, or may come to live here, and for their families.")),
    Fault("first-page-formats", "no other format", instead("Thank you.", "We have it in braille and as audio too.") + [(" for another format", "")]),
    Fault("nothing-behind", "a picture behind the words", instead(f'#place(image("garden.png", width: 100mm, alt: "A bench under a tree."))\n{WORDS}'), says="behind"),
    Fault("nothing-behind", "a pattern behind the words", instead(f"#block(fill: gradient.linear(white, silver))[{WORDS}]"), says="pattern"),
    Fault("nothing-behind", "words over words", instead(f"#place[{LINE}]\n{WORDS}"), says="printed over"),
    Fault("nothing-behind", "a picture as ground", [("#set page(", '#set page(background: image("garden.png", width: 100%, height: 100%), ')]),
    Fault("nothing-behind", "a watermark", after=watermark, says="watermark"),
    Fault("nothing-behind", "a layer", after=layer, says="layers"),
]
