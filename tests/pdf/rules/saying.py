"""How a fault is put into words: the page first, then what stands there."""

import re

from paper.lines import ENDS


def on(page, words):
    """A fault on one page, counted as the reader counts."""
    return f"page {page + 1}: {words}"


def quote(text, most=60):
    """Some printed words, on one line and not too many; a bar shows where the printed line ended."""
    flat = " | ".join(part.strip() for part in re.split(f"[{ENDS}]", text) if part.strip())
    return f"“{flat}”" if len(flat) <= most else f"“{flat[:most].rstrip()} …”"


def few(faults, most=12):
    """The first of many faults, and how many more there are: one mistake in a theme can be on every page."""
    faults = list(faults)
    return faults if len(faults) <= most else faults[:most] + [f"and {len(faults) - most} more"]
