"""Sets the good paper, with or without a fault planted in it: in its source, or in the finished file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np
import pikepdf
import typst
from PIL import Image

HERE = Path(__file__).resolve().parent
FONTS = HERE.parents[2] / "themes" / "plain" / "fonts"


@dataclass(frozen=True)
class Fault:
    """Something wrong, and the check that must say so."""

    rule: str
    name: str
    source: list = field(default_factory=list)
    after: Callable | None = None
    edition: str = "large"
    called: str | None = None
    says: str = ""


class Press:
    """Sets papers in a folder of its own, where the good paper's picture lies beside its source."""

    def __init__(self, folder, fonts=FONTS):
        self.folder, self.fonts = Path(folder), Path(fonts)
        self.good = (HERE / "good.typ").read_text(encoding="utf-8")
        _picture(self.folder / "garden.png", 900, 600)
        _picture(self.folder / "coarse.png", 90, 60)

    def paper(self, edition="large", source=(), after=None, called=None):
        """A paper with these changes. A change that finds nothing to change is a mistake in the self-test itself."""
        text = self.good
        for old, new in source:
            if old not in text:
                raise ValueError(f"the good paper has no {old!r}")
            text = text.replace(old, new)
        number = len(list(self.folder.glob("*.typ")))
        written = self.folder / f"{number}.typ"
        written.write_text(text, encoding="utf-8")
        made = self.folder / (called or f"paper-{number}-{edition}-print.pdf")
        standards = [] if source else ["ua-1", "a-3a"]  # typst itself refuses some of the faults
        typst.compile(
            str(written), output=str(made), root=str(self.folder), font_paths=[str(self.fonts)], ignore_system_fonts=True,
            sys_inputs={"edition": edition}, pdf_standards=standards,
        )
        if after:
            with pikepdf.open(made, allow_overwriting_input=True) as pdf:
                after(pdf)
                pdf.save(made)
        return made


def _picture(path, width, height):
    """A picture of nothing in particular, with enough going on not to be one flat colour."""
    across, down = np.meshgrid(np.arange(width), np.arange(height))
    pixels = np.stack([across * 255 // width, down * 255 // height, (across + down) % 256], axis=-1)
    Image.fromarray(pixels.astype("uint8")).save(path)
