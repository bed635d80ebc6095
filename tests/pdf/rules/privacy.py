"""Nothing of the machine that made the file is in it: no account, no host, no path. And nothing is hidden inside."""

import getpass
import re
import socket
from pathlib import Path

import pikepdf

from .saying import few, quote

#: The beginning of a path on any common system, where it is not the middle of a web address.
PATHS = re.compile(
    rb"(?<![\w.:/-])/(?:home|root|work|tmp|var|opt|usr|mnt|srv|build|builds|private|Users|workspace|github)/[\w.-]{2,}"
    rb"|\b[A-Za-z]:\\{1,2}[\w .-]+\\|file://"
)


def places(paper):
    """No path of a machine in any byte of the file, packed or not."""
    seen = {found[0] for raw in _all_bytes(paper) for found in PATHS.finditer(raw)}
    own = str(Path(__file__).resolve().parents[3]).encode()
    seen |= {own for raw in _all_bytes(paper) if len(own) > 5 and own in raw}
    yield from few(f"a path of a machine: {path.decode('latin-1')!r}" for path in sorted(seen))


def names(paper):
    """No account's or machine's name, least of all in the properties; the author is the home, never an address."""
    about = _properties(paper)
    for name in {getpass.getuser(), socket.gethostname(), Path.home().name}:
        if len(name) > 2 and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", about, re.IGNORECASE):
            yield f"the properties name {name!r}"
        # A short name may be a word of PDF's own (“root”); a long one is looked for everywhere.
        elif len(name) > 5 and any(name.encode() in raw for raw in _all_bytes(paper)):
            yield f"the name {name!r} is inside the file"
    for address in re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*", about):
        yield f"the properties hold the address {quote(address)}"


def _properties(paper):
    """What any viewer shows about the file."""
    info = " ".join(str(value) for value in paper.pdf.docinfo.values())
    about = paper.pdf.Root.get("/Metadata")
    return info + " " + (about.read_bytes().decode("utf-8", "replace") if about is not None else "")


def nothing_inside(paper):
    """No files, scripts or actions travel inside the paper."""
    root = paper.pdf.Root
    held = root.get("/Names", {})
    if "/EmbeddedFiles" in held or "/AF" in root:
        yield "another file is packed inside"
    if "/JavaScript" in held or "/AA" in root or root.get("/OpenAction", {}) and isinstance(root.OpenAction, pikepdf.Dictionary):
        yield "something happens by itself when the file is opened"
    if "/AcroForm" in root:
        yield "a form, which these papers never have"


def _all_bytes(paper):
    """The file as it lies on the disk, and every stream and text in it unpacked."""
    yield paper.bytes
    for thing in paper.pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            try:
                yield thing.read_bytes()
            except pikepdf.PdfError:
                yield thing.read_raw_bytes()
        elif isinstance(thing, pikepdf.Dictionary):
            yield b"\n".join(bytes(value) for value in thing.values() if isinstance(value, pikepdf.String))
