"""Makes residents who are not there: make_residents.py N HOMES PRIVATE.

Each is one of the sample records with another id, another name and another print. The n-th is the same on every machine.
"""

import re
import sys
from itertools import cycle
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "private" / "residents"
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
FIRST = "Ada Bert Clara Dev Edie Fergus Gwen Harold Ines Jack Kitty Lemuel Mina Ned Olive Percy Queenie Ravi Stella Tom".split()
LAST = "Applegarth Brindle Cobbold Dunmore Eastlake Fairlop Garland Hobday Inskip Jessop Kettle Lovelock Marchbank".split()
PRINTS = cycle([(14, "white"), (16, "cream"), (18, "yellow"), (20, "white"), (24, "cream"), (28, "yellow")])
FACES = cycle(["atkinson", "arimo", "lexend"])


def drawn(number: int) -> str:
    """An id: a letter, then five signs of the alphabet."""
    number = (number * 2_654_435_761 + 97) % (23 * 31**5)
    number, first = divmod(number, 23)
    rest = ""
    for _ in range(5):
        number, sign = divmod(number, 31)
        rest += ALPHABET[sign]
    return ALPHABET[first] + rest


def printed(record: str) -> str:
    """The record in another print."""
    points, ground = next(PRINTS)
    start = record.find("\nformat:")
    if start < 0:
        return record.rstrip() + f"\nformat:\n  points: {points}\n  paper: {ground}\n  typeface: {next(FACES)}\n"
    end = re.search(r"\n(?=\S)", record[start + 1 :])
    end = len(record) if end is None else start + 1 + end.start()
    lines = [line for line in record[start + 1 : end].split("\n")[1:] if not re.match(r"  (points|paper|typeface):", line)]
    own = ["format:", f"  points: {points}", f"  paper: {ground}", f"  typeface: {next(FACES)}", *lines]
    return record[: start + 1] + "\n".join(own) + record[end:]


def main() -> None:
    number, homes, private = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    folders = sorted(path.parent.name for path in homes.glob("*/home.yaml"))
    samples = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*/*.yaml"))]
    for n in range(number):
        record = samples[n % len(samples)]
        resident = drawn(n)
        record = re.sub(r"(?m)^id: .*$", f"id: {resident}", record)
        record = re.sub(r"(?m)^  preferred: .*$", f"  preferred: {FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]}", record, count=1)
        place = private / "residents" / folders[n % len(folders)]
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{resident}.yaml").write_text(printed(record), encoding="utf-8")


main()
