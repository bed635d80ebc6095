"""The fonts that a file uses, and whether they travel with it."""

from dataclasses import dataclass

ITALIC = 1 << 6  # bit 7 of a font descriptor's flags


@dataclass(frozen=True)
class Font:
    """A font as the file describes it."""

    name: str
    kind: str
    embedded: bool
    unicode: bool
    slanted: bool

    @property
    def family(self):
        """The family without the subset's letters and without the weight: `AtkinsonHyperlegibleNext`."""
        return self.name.split("+")[-1].split("-")[0]

    @property
    def style(self):
        """The weight and slant: `Bold`. `Regular` where the name says nothing."""
        parts = self.name.split("+")[-1].split("-", 1)
        return parts[1] if len(parts) == 2 else "Regular"


def fonts(pdf):
    """Every font that any page, form or pattern of the file names."""
    found, seen = set(), set()
    for page in pdf.pages:
        _resources(page.obj.get("/Resources", page.get("/Resources")), found, seen)
    return sorted(found, key=lambda font: font.name)


def _resources(resources, found, seen):
    if resources is None:
        return
    for font in resources.get("/Font", {}).values():
        found.add(_font(font))
    for kind in ("/XObject", "/Pattern"):
        for inner in resources.get(kind, {}).values():
            if inner.objgen not in seen:  # a form may name itself
                seen.add(inner.objgen)
                _resources(inner.get("/Resources"), found, seen)


def _font(font):
    inner = font.DescendantFonts[0] if font.get("/Subtype") == "/Type0" else font
    about = inner.get("/FontDescriptor", {})
    return Font(
        name=str(font.get("/BaseFont", font.get("/Name", "/unnamed")))[1:],
        kind=str(font.get("/Subtype"))[1:],
        embedded=any(key in about for key in ("/FontFile", "/FontFile2", "/FontFile3")),
        unicode="/ToUnicode" in font,
        slanted=bool(int(about.get("/Flags", 0)) & ITALIC) or float(about.get("/ItalicAngle", 0)) != 0,
    )
