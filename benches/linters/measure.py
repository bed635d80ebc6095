"""Runs homepack and the other linters in turn and prints what came out; started by benches/against-linters."""

import argparse
import platform
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import sentences
import text
import tools

ROOT = Path(__file__).resolve().parent.parent.parent
SENTENCE = "You can sit in the garden at any time.\n"
# The longest that homepack may take on one sentence, in seconds of processor time.
START = 0.020


def main() -> int:
    parser = argparse.ArgumentParser(prog="benches/against-linters", description="Measures homepack lint against other linters of English prose.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each pair runs (5)")
    parser.add_argument("--labelled", type=Path, help="sentences that say what there is to find, one JSON object a line")
    parser.add_argument("--folder", type=Path, help="where to work; what is made there is removed at the end")
    parser.add_argument("--homepack", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--cache", type=Path, required=True, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    ours, theirs = tools.homepack(chosen.homepack), tools.others(chosen.cache)
    with tempfile.TemporaryDirectory(prefix="against-linters-", dir=chosen.folder) as folder:
        folder = Path(folder)
        print(f"{platform.system()}, {platform.machine()}, Python {platform.python_version()}; one core; medians of {chosen.rounds} runs.\n")
        starts = start_up([ours, *theirs], folder, chosen.rounds)
        each = growth(ours, folder, chosen.rounds)
        speed(ours, theirs, Known(starts, each), folder, chosen.rounds)
        if chosen.labelled:
            sentences.compare([ours, *theirs], chosen.labelled, folder)
            crowded(ours, chosen.labelled, folder, chosen.rounds)
    return 0


@dataclass
class Known:
    """What was found before the pairs: what each takes to start, and what homepack takes for a byte more, in seconds."""

    starts: dict
    each: float


def start_up(linters: list, folder: Path, rounds: int) -> dict:
    """What each takes for one sentence, all in turn. One round more comes first and is not counted: it warms the disk's cache."""
    file = write(folder / "sentence.txt", SENTENCE)
    runs = [[linter.run([file]) for linter in linters] for _ in range(rounds + 1)][1:]
    print("| on one sentence | processor time | on the clock |\n|---|---|---|")
    starts = {}
    for number, linter in enumerate(linters):
        cpu, wall = usual([each[number] for each in runs])
        starts[linter.name] = cpu
        print(f"| {linter.name} | {cpu * 1000:.0f} ms | {wall * 1000:.0f} ms |")
    kept = "kept" if starts["homepack"] < START else "NOT kept"
    print(f"\nThe goal for homepack, under {START * 1000:.0f} ms of processor time, is {kept}.\n")
    return starts


def growth(ours, folder: Path, rounds: int) -> float:
    """homepack on texts of 1, 2, 4 and 8 MB, all in turn. Each MB more should take as long as the one before; no start is in that."""
    files = [write(folder / f"grown-{size}.txt", text.plain(ROOT, size * 1_000_000)) for size in (1, 2, 4, 8)]
    sizes = [file.stat().st_size for file in files]
    runs = [[ours.run([file]) for file in files] for _ in range(rounds)]
    print("| homepack alone | processor time | each MB more | findings |\n|---|---|---|---|")
    for number, size in enumerate(sizes):
        mine = [each[number] for each in runs]
        more = f"{slope(runs, sizes, number - 1, number) * 1e9:.0f} ms" if number else ""
        print(f"| {size / 1e6:.0f} MB | {usual(mine)[0]:.2f} s | {more} | {len(ours.places(mine[0].told)):,} |")
    each = slope(runs, sizes, 0, -1)
    print(f"\nFrom 1 to 8 MB, each MB more takes {each * 1e9:.0f} ms: {1e-6 / each:.1f} MB/s.\n")
    return each


def slope(runs: list, sizes: list, small: int, large: int) -> float:
    """Seconds of processor time for each byte more, round by round."""
    return statistics.median((each[large].cpu - each[small].cpu) / (sizes[large] - sizes[small]) for each in runs)


def speed(ours, theirs: list, known: Known, folder: Path, rounds: int) -> None:
    """Pairs: one of the others and homepack, in turn, on the same file."""
    print("| on a long text, with its start | text | processor time | MB/s | on the clock | findings |\n|---|---|---|---|---|---|")
    times = []
    for other in theirs:
        file = write(folder / f"text-{other.size}.txt", text.plain(ROOT, other.size))
        size = file.stat().st_size
        pairs = [(other.run([file]), ours.run([file])) for _ in range(rounds)]
        row(other, size, [a for a, _ in pairs])
        row(ours, size, [b for _, b in pairs])
        whole = [a.cpu / b.cpu for a, b in pairs]
        after = [(a.cpu - known.starts[other.name]) / size / known.each for a, _ in pairs]
        times.append((other.name, whole, after))
    print("\n| times homepack’s processor time | pair by pair | by homepack’s for each MB more, without the start of either |\n|---|---|---|")
    for name, whole, after in times:
        print(f"| {name} | {spread(whole)} | {spread(after)} |")


def row(linter, size: int, runs: list) -> None:
    cpu, wall = usual(runs)
    findings = len(linter.places(runs[0].told))
    print(f"| {linter.name} | {size / 1e6:.1f} MB | {cpu:.2f} s | {size / cpu / 1e6:.2f} | {wall:.2f} s | {findings:,} |")


def crowded(ours, labelled: Path, folder: Path, rounds: int) -> None:
    """homepack where there is something to find in every second sentence: a finding takes time too."""
    small, large = (write(folder / f"crowded-{size}.txt", sentences.repeated(labelled, size * 1_000_000)) for size in (1, 4))
    runs = [[ours.run([file]) for file in (small, large)] for _ in range(rounds)]
    each = slope(runs, [small.stat().st_size, large.stat().st_size], 0, 1)
    print(f"\nOn those sentences over and over, each MB more takes homepack {each * 1e9:.0f} ms: {1e-6 / each:.1f} MB/s.")


def usual(runs: list) -> tuple:
    return tuple(statistics.median(getattr(run, part) for run in runs) for part in ("cpu", "wall"))


def spread(ratios: list) -> str:
    return f"{statistics.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f})"


def write(path: Path, letters: str) -> Path:
    path.write_text(letters, encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main())
