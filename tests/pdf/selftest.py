"""Shows each check to fail: good papers must pass all of them, and each planted fault must be found by the check it names."""

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import check
import same_facts
from faults import inside, pages, print as prints
from faults.planting import FONTS, Press
from paper.paper import EDITIONS, Paper
from rules import RULES, standards

MISSING_TOOLS = Path("no-such-folder")


def good_papers(press):
    """Nothing is found in a good paper, in any edition; else a fault found elsewhere would prove nothing."""
    papers = [press.paper(edition) for edition in EDITIONS]
    for path, found in check.check(papers).items():
        wrong = {name: faults for name, faults in found.items() if faults}
        yield f"the good paper {path.name} passes {len(found)} checks", not wrong, wrong


def planted(press):
    """Each fault is found by the check it names."""
    faults, made = [*prints.FAULTS, *pages.FAULTS, *inside.FAULTS], {}
    for fault in faults:
        try:
            made[press.paper(fault.edition, fault.source, fault.after, fault.called)] = fault
        except Exception as trouble:  # a fault that could not be planted shows nothing
            yield f"{fault.rule}: {fault.name}", False, trouble
    for fault, said in zip(made.values(), _said(made)):
        yield f"{fault.rule}: {fault.name}", bool(said) and any(fault.says in words for words in said) and not _broke(said), said
    shown = {fault.rule for fault in faults}
    missing = [rule.name for rule in RULES if rule.name not in shown]
    yield "every check has a fault planted for it", not missing, missing


def _said(made):
    """What each fault's own check says of the paper that it was planted in."""
    with ProcessPoolExecutor() as workers:
        found = list(workers.map(check.measure, made, [{fault.rule} for fault in made.values()]))
    return [faults.get(fault.rule, ["this check did not run"]) for fault, faults in zip(made.values(), found)]


def _broke(said):
    """A check that broke down found nothing."""
    return any("broke down" in words or "did not run" in words for words in said)


def damaged(press):
    """A file that cannot be read, and a validator that cannot run, are failures."""
    whole = press.paper()
    cut = press.folder / "cut-large-print.pdf"
    cut.write_bytes(whole.read_bytes()[:2000])
    empty = press.folder / "empty-large-print.pdf"
    empty.write_bytes(b"")
    for path, found in check.check([cut, empty]).items():
        for name in ("readable", *standards.STANDARDS):
            yield f"{name}: {path.name}", bool(found[name]), found
    unable = standards.judge([whole], MISSING_TOOLS)
    yield "a validator that is not there", len(unable) == 2 and all("not checked" in f[0] for f in unable.values() if f), unable
    yield "a validator that is not there fails both standards", all(unable.values()), unable


def refused(press):
    """veraPDF refuses what it should."""
    made = {press.paper(f.edition, f.source, f.after): f for f in inside.STANDARDS}
    judged = standards.judge(list(made))
    for path, fault in made.items():
        said = judged[str(path), fault.rule]
        yield f"{fault.rule}: {fault.name}", bool(said) and "not checked" not in said[0], said


def same(press):
    """Editions that say the same are found the same; one word, one number, one heading or one cell less is noticed."""
    good = [Paper(press.paper(edition)) for edition in EDITIONS]
    listed = Paper(press.paper("giant", [(_table(press.good), "Meals\n\nIn the fee\n\nHairdresser\n\nYou pay")]))
    yield "three good editions say the same", not list(same_facts.differences(good)), None
    said = list(same_facts.differences([*good[:2], listed]))
    yield "a table and the list made of it say the same", not said, said
    for name, old, new in (
        ("a word less", "a garden with a level path", "a garden with a path"),
        ("another price", "£1,080", "£1,800"),
        ("a cell less", "[Hairdresser], [You pay]", "[Hairdresser], []"),
        ("another cell", "[In the fee]", "[Extra]"),
        ("a heading less", "== What it costs", ""),
        ("a step less", "+ Within 3 working days you hear from us who looks into it, and how long it will take.", ""),
        ("two points in another order", "Somewhere quiet to sit, with a view of the pond.", "A bath."),
    ):
        said = list(same_facts.differences([good[0], Paper(press.paper("large", [(old, new)]))]))
        yield f"same-facts: {name}", bool(said), said


def _table(source):
    start = source.index("#table(")
    return source[start : source.index("\n)\n", start) + 2]


def main():
    reader = argparse.ArgumentParser(prog="tests/pdf/selftest", description=__doc__)
    reader.add_argument("--fonts", type=Path, default=FONTS, help="where Atkinson Hyperlegible Next is, if not in the theme")
    wanted = reader.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        press = Press(folder, wanted.fonts)
        for part in (good_papers, planted, refused, damaged, same):
            for name, fine, said in part(press):
                passed, failed = passed + fine, failed + (not fine)
                if not fine:
                    print(f"  not shown: {name}\n    {said}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
