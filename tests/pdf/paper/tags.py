"""The tag tree: what a screen reader reads, in the order in which it reads it.

Roles are given twice: `role` is PDF's own name after the file's role map, `named` is the word that the file uses.
"""

from dataclasses import dataclass, field

import pikepdf

#: Tags that run along inside a line. Everything else begins on a line of its own.
ALONG_A_LINE = {"Span", "Link", "Reference", "Em", "Strong", "Quote", "Annot", "NonStruct", "Private", "Ruby", "Warichu"}


@dataclass(eq=False)
class Element:
    """One tag. Its children are tags, marked content `(page, number)` and annotations, in reading order."""

    role: str
    named: str
    parent: "Element | None"
    attributes: dict
    alt: str | None
    language: str | None
    children: list = field(default_factory=list)

    @property
    def stands_alone(self):
        """Whether it begins on a line of its own."""
        return self.role not in ALONG_A_LINE or self.attributes.get("Placement") == "/Block"

    def walk(self):
        """This tag and all below it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def above(self):
        """The tags it stands in, nearest first."""
        tag = self.parent
        while tag is not None:
            yield tag
            tag = tag.parent

    def within(self, *roles):
        """Whether it is, or stands in, a tag of one of these roles."""
        return self.role in roles or any(tag.role in roles for tag in self.above())

    def marked(self):
        """The marked content under it, in reading order."""
        for child in self.children:
            if isinstance(child, Element):
                yield from child.marked()
            elif isinstance(child, tuple):
                yield child

    def annotations(self):
        """The annotations that belong to it, by object number."""
        for child in self.children:
            if isinstance(child, Element):
                yield from child.annotations()
            elif isinstance(child, int):
                yield child


def read(pdf):
    """The root of the tag tree; a root without children where there is none."""
    root = Element("Root", "Root", None, {}, None, None)
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is not None:
        roles = {str(key)[1:]: str(value)[1:] for key, value in tree.get("/RoleMap", {}).items()}
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        _children(tree.get("/K"), root, None, roles, pages)
    return root


def _children(kids, parent, page, roles, pages):
    """Adds what hangs under a tag. A child without a page of its own is on its parent's."""
    if kids is None:
        return
    if isinstance(kids, pikepdf.Array):
        for kid in kids:
            _children(kid, parent, page, roles, pages)
    elif isinstance(kids, int):
        parent.children.append((page, kids))
    elif isinstance(kids, pikepdf.Dictionary):
        here = pages.get(kids["/Pg"].objgen, page) if "/Pg" in kids else page
        if kids.get("/Type") == "/MCR":
            parent.children.append((here, int(kids["/MCID"])))
        elif kids.get("/Type") == "/OBJR":
            parent.children.append(int(kids["/Obj"].objgen[0]))
        elif "/S" in kids:
            tag = _element(kids, parent, roles)
            parent.children.append(tag)
            _children(kids.get("/K"), tag, here, roles, pages)


def _element(node, parent, roles):
    named = str(node["/S"])[1:]
    role, seen = named, set()
    while role in roles and role not in seen:  # a role map may lead on, and a broken one in a circle
        seen.add(role)
        role = roles[role]
    words = {key: str(node[key]) for key in ("/Alt", "/Lang") if key in node}
    return Element(role, named, parent, _attributes(node.get("/A")), words.get("/Alt"), words.get("/Lang"))


def _attributes(owners):
    """Attribute dictionaries, whoever owns them, as one."""
    found = {}
    for owner in [owners] if isinstance(owners, pikepdf.Dictionary) else (owners or []):
        if isinstance(owner, pikepdf.Dictionary):
            found.update({str(key)[1:]: _plain(value) for key, value in owner.items()})
    return found


def _plain(value):
    """A number, a list or the letters of a name: nothing that needs the file to stay open."""
    if isinstance(value, pikepdf.Array):
        return [_plain(part) for part in value]
    if isinstance(value, (int, float)):
        return value
    try:
        return float(value)
    except (TypeError, ValueError):
        return str(value)
