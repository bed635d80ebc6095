"""The colours that reach the paper, measured on the rendered page.

A colour named in a file is not yet what is seen: a tint, a picture or a see-through layer may lie under or over it. So each
run of letters is looked at in pixels: the commonest colour around it is its ground, the colour furthest from that its ink.
"""

from functools import lru_cache

import numpy as np
import pypdfium2

#: Pixels a point. At 3 the stem of a 14 point letter is five pixels wide, so some of them are ink through and through.
SCALE = 3


class Ink:
    """The pages of a file as pictures, rendered one at a time and the last one kept."""

    def __init__(self, path):
        self.file = pypdfium2.PdfDocument(str(path))
        self.number, self.pixels, self.known = None, None, {}

    def page(self, number):
        """The page's pixels, rows from the top. Each is one number of three bytes: comparing numbers is quick."""
        if self.number != number:
            shown = self.file[number].render(scale=SCALE, rev_byteorder=True, may_draw_forms=False).to_numpy()
            parts = shown[:, :, :3].astype(np.uint32)
            self.pixels = parts[:, :, 0] << 16 | parts[:, :, 1] << 8 | parts[:, :, 2]
            self.number = number
        return self.pixels

    def around(self, number, x0, y0, x1, y1):
        """The pixels of a box given in points from the page's foot."""
        pixels = self.page(number)
        height = pixels.shape[0]
        top, foot = max(0, int(height - y1 * SCALE)), max(0, int(np.ceil(height - y0 * SCALE)))
        left, right = max(0, int(x0 * SCALE)), max(0, int(np.ceil(x1 * SCALE)))
        return pixels[top:foot, left:right].ravel()

    def colours(self, word):
        """Ground and ink of a word; None where there is nothing to see. Remembered, because several rules ask."""
        key = word[0].order
        if key not in self.known:
            self.known[key] = self._look(word)
        return self.known[key]

    def _look(self, word):
        pad = 0.1 * word[0].size
        box = self.around(
            word[0].page, min(g.x0 for g in word) - pad, min(g.low for g in word) - pad,
            max(g.x1 for g in word) + pad, max(g.high for g in word) + pad,
        )
        if not box.size:
            return None
        # The box's corner is nearly always ground, and most of the box is: sorting what is left is far less work.
        plain = box == box[0]
        if 2 * np.count_nonzero(plain) > box.size:
            ground = rgb(box[0])
            kinds, counts = np.unique(box[~plain], return_counts=True)
        else:
            kinds, counts = np.unique(box, return_counts=True)
            ground = rgb(kinds[counts.argmax()])
        # Pixels at a letter's edge are mixtures; of those seen at least a few times, the furthest from the ground is ink.
        often = kinds[counts >= max(3, 0.002 * box.size)]
        ink = max((rgb(code) for code in often), key=lambda colour: contrast(colour, ground), default=ground)
        return ground, ink


def rgb(code):
    """Red, green and blue of a pixel."""
    return int(code) >> 16, int(code) >> 8 & 255, int(code) & 255


def contrast(one, other):
    """WCAG's contrast between two colours: 1 for none, 21 for black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=4096)
def _luminance(colour):
    parts = [float(part) / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
