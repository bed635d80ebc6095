"""Measures finished papers against every rule of clear print and of tagged files. See README.md in this folder."""

import argparse
import logging
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from paper.paper import Paper
from rules import RULES, standards
from rules.saying import few


def measure(path, only=None):
    """A file's faults by rule. A rule that breaks down, or a file that cannot be read, is a fault and not a pass."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        paper = Paper(path)
    except Exception as trouble:  # whatever a damaged file does to a reader
        return {"readable": [f"cannot be read: {trouble}"]}
    found = {"readable": [] if paper.printed else ["no letters at all"]}
    found["edition"] = [] if paper.edition else ["the name does not say which print it is: -clear-print, -large-print, -giant-print, -a4, -a3 or easy-read-"]
    if paper.edition and paper.printed:
        for rule in (rule for rule in RULES if only is None or rule.name in only):
            if paper.edition.name in rule.not_for:
                continue
            found[rule.name] = _faults(rule, paper)
    return found


def _faults(rule, paper):
    try:
        return few(rule.faults(paper))
    except Exception as trouble:
        return [f"this check broke down: {type(trouble).__name__}: {trouble}"]


def check(paths, standards_too=True):
    """Every file with its faults by rule, in the order given."""
    with ProcessPoolExecutor(max_workers=min(len(paths), os.cpu_count() or 1)) as workers:
        measuring = workers.map(measure, paths)
        # veraPDF works beside ours
        judged = standards.judge(paths) if standards_too else {}
        measured = dict(zip(paths, measuring))
    for (path, standard), faults in judged.items():
        measured[Path(path)][standard] = faults
    return measured


def report(measured, aloud):
    """Prints the faults and counts the checks."""
    passed = failed = 0
    abouts = {rule.name: rule.about for rule in RULES}
    for path, found in measured.items():
        wrong = {name: faults for name, faults in found.items() if faults}
        passed, failed = passed + len(found) - len(wrong), failed + len(wrong)
        print(f"{path}: {len(found) - len(wrong)} of {len(found)} checks passed")
        for name, faults in wrong.items():
            print(f"  {name}: {abouts.get(name, '')}".rstrip(": "))
            for fault in faults:
                print(f"    {fault}")
        for name in sorted(set(found) - set(wrong)) if aloud else []:
            print(f"  ok {name}")
    print(f"{passed} passed, {failed} failed")
    return failed


def main():
    reader = argparse.ArgumentParser(prog="tests/pdf/check", description=__doc__)
    reader.add_argument("--all", action="store_true", help="name the checks that passed, too")
    reader.add_argument("--no-standards", action="store_true", help="leave out veraPDF, for a quick look while designing")
    reader.add_argument("--rules", action="store_true", help="say what is looked for, and measure nothing")
    reader.add_argument("files", nargs="*", type=Path)
    wanted = reader.parse_args()
    if wanted.rules:
        print("\n".join(f"{rule.name:22} {rule.about}" for rule in RULES))
        return
    if not wanted.files:
        reader.error("no file to measure")
    sys.exit(1 if report(check(wanted.files, not wanted.no_standards), wanted.all) else 0)


if __name__ == "__main__":
    main()
