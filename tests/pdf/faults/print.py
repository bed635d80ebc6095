"""Faults that an eye would see: letters, spaces, lines, colours. Each names the check that must report it."""

from .editing import rename_fonts, unembed_fonts
from .planting import Fault

WORDS = "We are a home for people who want a hand with the day and a door of their own."
LINE = "A bath or a shower when you would like one."
FILL = " ".join(["We write this so that there is enough to fill a few lines of print, from one side to the other."] * 3)


def instead(new, old=WORDS):
    """A change of one sentence in the good paper."""
    return [(old, new)]


FAULTS = [
    Fault("smallest-letter", "a footer in 9 point", [("[Version 7 ", "[#text(9pt)[Version 7] ")]),
    Fault("smallest-letter", "one raised letter", instead("We are a home#super[a] for you.")),
    Fault("smallest-letter", "a paper made smaller by a photocopier", instead("#scale(80%)[We are a home.]")),
    Fault("body-size", "17 point called 18", [("large: 18pt", "large: 17pt")]),
    Fault("furniture-size", "a footer a little smaller", [("footer: context [", "footer: context [#set text(16.5pt); ")]),
    Fault("typeface", "a serif face", instead('#text(font: "Libertinus Serif")[We are a home.]'), says="is not one of"),
    Fault("typeface", "a font that stays behind", after=unembed_fonts, says="not embedded"),
    Fault("typeface", "squeezed letters", instead("#scale(x: 80%)[We are a home.]"), says="squeezed"),
    Fault("weight", "a light face", after=rename_fonts("-Regular", "-Light"), says="Light"),
    Fault("weight", "everything bold", [("#set text(", '#set text(weight: "bold", ')], says="nothing stands out"),
    Fault("italics", "an italic font", after=rename_fonts("-Regular", "-RegularItalic"), says="slanted"),
    Fault("italics", "letters made to lean", instead("#skew(ax: -12deg)[We are a home.]"), says="lean"),
    Fault("underlines", "words underlined", instead("We are #underline[a home] for you.")),
    Fault("underlines", "words struck out", instead("We are #strike[a home] for you.")),
    Fault("underlines", "every link underlined", [("#set enum", "#show link: underline\n#set enum")]),
    Fault("printed-addresses", "a link without its address", instead("[the rules]", "[www.rules.example]")),
    Fault("capitals", "words in capitals", instead("PLEASE DO NOT RUN in the house.")),
    Fault("capitals", "a heading in capitals", instead("WHAT WE OFFER", "What we offer")),
    Fault("capitals", "headings in Title Case", [
        ("= Who we are", "= People Living Here Together"), ("What we offer", "Things That We Offer"),
        ("What it costs", "Money That You Need"), ("If you are unhappy", "When You Feel Unhappy"),
        ("What the law says", "What Laws Really Mean"),
    ], says="every word a capital"),
    Fault("leading", "lines too close", [("leading: 0.4em", "leading: 0.1em")]),
    Fault("leading", "lines too far apart", [("leading: 0.4em", "leading: 1.2em")]),
    Fault("paragraph-gaps", "paragraphs that run together", [("spacing: 1.3em", "spacing: 0.6em")]),
    Fault("line-length", "lines too long to follow", [("30mm } else", "21mm } else")], edition="clear"),
    Fault("line-length", "lines too short to follow", [("else { 21mm }", "else { 60mm }")]),
    Fault("justified", "both edges straight", [("justify: false", "justify: true")]),
    Fault("left-edge", "a first line drawn in", [("#set par(", "#set par(first-line-indent: (amount: 2em, all: true), ")]),
    Fault("left-edge", "a centred line", instead("#align(center)[We are a home.]"), says="centred"),
    Fault("left-edge", "a line at the right", instead("#align(right)[We are a home.]"), says="pushed"),
    Fault("contrast", "grey words", instead('#text(fill: rgb("#767676"))[We are a home.]')),
    Fault("contrast", "words on a tint", instead('#block(fill: rgb("#5f8088"), inset: 6pt)[We are a home.]')),
    Fault("contrast", "see-through words", instead("#text(fill: rgb(0, 0, 0, 120))[We are a home.]")),
    Fault("light-on-dark", "white on black", instead("#block(fill: black, inset: 6pt, text(fill: white)[We are a home.])")),
    Fault("colour-alone", "a red word", instead('We #text(fill: rgb("#8a0014"))[never] shut the door.'), says="colour alone"),
    Fault("colour-alone", "coloured marks", instead(
        '#square(size: 14pt, fill: rgb("#8a0014")) #square(size: 14pt, fill: rgb("#00643c"))'), says="coloured mark"),
    Fault("split-words", "a word split by the engine", instead(
        "#block(width: 3.2em, text(hyphenate: true)[neighbourhood neighbourhood])")),
    Fault("split-words", "a word's own hyphen at the end of a line", instead("#block(width: 2.6em)[forty-two]")),
    Fault("split-addresses", "an address broken before a dot", instead("Look at www.rules \\ .example for more."), says="broken at a dot"),
    Fault("split-addresses", "an address broken after a dot", instead("Look at www. \\ rules.example for more."), says="broken at a dot"),
    Fault("split-facts", "a telephone number", instead("Ring us: 0117 \\ 496 0123"), says="telephone"),
    Fault("split-facts", "a date", instead("It began on 3 March \\ 2022"), says="a date"),
    Fault("split-facts", "a postcode", instead("Sandlewick ZZ99 \\ 2BB"), says="postcode"),
    Fault("split-facts", "a sum of money", instead("It cost £2.5 \\ million"), says="money"),
    Fault("split-facts", "a name with its title", instead("#block(width: 8.2em)[Please ask for Mrs Areworth of our house]"), says="title"),
    Fault("split-facts", "a time", instead("We open at 10 \\ am"), says="a time"),
    Fault("split-links", "a number that can be pressed", instead(
        '#block(width: 4em, link("tel:+441632960300")[01632-- 960300])')),
]
