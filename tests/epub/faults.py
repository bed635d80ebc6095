"""Plants faults in a good book: writes one book for each into a folder, named by who finds it and what it is."""

import pathlib
import re
import sys
import zipfile

WORDS, PACKAGE, CONTENTS = "book/words.xhtml", "book/package.opf", "book/contents.xhtml"

# Who finds it, what it is; the file, what is looked for in it, what stands there instead.
FAULTS = [
    ("EPUBCheck", "the contents lead nowhere", CONTENTS, r"words\.xhtml#[^\"]+", "words.xhtml#nowhere"),
    ("EPUBCheck", "a file that no list names", PACKAGE, r"<item id=\"style\"[^>]*>", ""),
    ("EPUBCheck", "an id that stands twice", WORDS, r"<body>", '<body><p id="twice">One</p><p id="twice">Two</p>'),
    ("EPUBCheck", "no day on which it was changed", PACKAGE, r"<meta property=\"dcterms:modified\">[^<]*</meta>", ""),
    ("EPUBCheck", "a script of somebody", WORDS, r"</head>", "<script>1</script></head>"),
    ("Ace", "a picture without words", WORDS, r"<body>", '<body><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="/>'),
    ("Ace", "a table heading that is empty", WORDS, r"<body>", "<body><table><tr><th></th><td>Tea</td></tr></table>"),
    ("Ace", "words too pale to read", WORDS, r"<body>", '<body style="background:#fff"><p style="color:#ccc">Pale</p>'),
    ("Ace", "nothing said of who can use it", PACKAGE, r"<meta property=\"schema:[^<]*</meta>", ""),
]

book, folder = sys.argv[1], pathlib.Path(sys.argv[2])
with zipfile.ZipFile(book) as good:
    parts = [(entry, good.read(entry)) for entry in good.infolist()]
for finder, name, file, looked_for, instead in FAULTS:
    planted = 0
    with zipfile.ZipFile(folder / f"{finder} {name}.epub", "w") as made:
        for entry, held in parts:
            if entry.filename == file:
                words, planted = re.subn(looked_for, lambda _: instead, held.decode(), count=0 if instead == "" else 1)
                held = words.encode()
            made.writestr(entry, held)
    if planted == 0:
        sys.exit(f"{name}: there was nothing to plant it in")
