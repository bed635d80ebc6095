"""Hands that spoil a finished file: each is given the open file and changes one thing in it."""

import re

from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Stream, String


def _plain(value):
    """A Python value as the file writes it."""
    if isinstance(value, str) and value.startswith("/"):
        return Name(value)
    return Array(value) if isinstance(value, list) else value


def _put(thing, key, value):
    if value is not None:
        thing[key] = _plain(value)
    elif key in thing:
        del thing[key]


def _all(pdf):
    return [thing for thing in pdf.objects if isinstance(thing, Dictionary)]


def entry(key, value):
    """Changes or takes away an entry of the catalogue."""
    return lambda pdf: _put(pdf.Root, key, value)


def of_pack(paper, points):
    """Makes it a paper of a resident's pack, in a print of so many points."""

    def change(pdf):
        with pdf.open_metadata() as about:
            about["dc:title"] = f"Pack q7k2m9: {paper}"
            about["pdf:Keywords"] = f"Millpond House, {points} point"

    return change


def page_entry(key, value):
    """Changes the second page."""
    return lambda pdf: _put(pdf.pages[1].obj, key, value)


def every_link(key, value):
    """Changes every link."""

    def change(pdf):
        for note in _all(pdf):
            if note.get("/Subtype") == "/Link":
                _put(note, key, value)
                if key == "/A":
                    _put(note, "/Dest", None)

    return change


def every_tag(role, key, value):
    """Changes every tag of a role."""

    def change(pdf):
        found = [tag for tag in _all(pdf) if tag.get("/S") == f"/{role}" and "/P" in tag]
        assert found, f"the good paper has no {role}"
        for tag in found:
            _put(tag, key, value)

    return change


def forget_tags(pdf):
    """Takes the first paragraph's tags out of the tree."""
    for tag in _all(pdf):
        if tag.get("/S") == "/P" and "/K" in tag and "/P" in tag:
            del tag["/K"]
            return


def rename_fonts(old, new):
    """Gives fonts another name, as another weight or slant would have."""

    def change(pdf):
        for thing in _all(pdf):
            for key in ("/BaseFont", "/FontName"):
                if key in thing:
                    thing[key] = Name(re.sub(f"{old}$", new, str(thing[key])))

    return change


def unembed_fonts(pdf):
    """Leaves every font's shapes behind."""
    for thing in _all(pdf):
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            _put(thing, key, None)


def rename_bookmark(pdf):
    """Gives the first bookmark after the contents' own another name."""
    pdf.Root.Outlines.First.Title = String("Something else")


def send_entries_to_first_page(pdf):
    """Sends the contents list's links to the first page, whatever they print."""
    for note in pdf.pages[1].obj.get("/Annots", []):
        _put(note, "/A", None)
        note["/Dest"] = Array([pdf.pages[0].obj, Name("/XYZ"), 0, 800, 0])


def watermark(pdf):
    """Lays a watermark over the second page."""
    note = Dictionary(Type=Name("/Annot"), Subtype=Name("/Watermark"), Rect=Array([0, 0, 500, 500]))
    notes = list(pdf.pages[1].obj.get("/Annots", []))
    pdf.pages[1].obj["/Annots"] = Array([*notes, pdf.make_indirect(note)])


def layer(pdf):
    """Adds a layer that a viewer can switch off."""
    group = pdf.make_indirect(Dictionary(Type=Name("/OCG"), Name=String("Draft")))
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))


def about(key, words):
    """Writes something into the file's properties."""

    def change(pdf):
        pdf.docinfo[key] = words

    return change


def in_a_stream(words):
    """Adds bytes to the first page's packed content."""

    def change(pdf):
        pdf.pages[0].contents_coalesce()
        page = pdf.pages[0].obj
        page["/Contents"] = Stream(pdf, page.Contents.read_bytes() + b"\n" + words)

    return change


def attach(pdf):
    """Packs another file inside."""
    pdf.attachments["notes.txt"] = AttachedFileSpec(pdf, b"notes", filename="notes.txt")


def open_by_itself(pdf):
    """Lets a script run when the file is opened."""
    pdf.Root["/OpenAction"] = Dictionary(S=Name("/JavaScript"), JS=String("app.alert(1)"))
