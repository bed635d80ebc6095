"""How many labelled sentences each linter finds, and how many it finds that are well as they are."""

import json
from pathlib import Path


def read(labelled: Path) -> list:
    """The sentences. One whose only labels are optional is neither right nor wrong to find, so it is left out."""
    with open(labelled, encoding="utf-8") as lines:
        sentences = [json.loads(line) for line in lines if line.strip()]
    return [sentence for sentence in sentences if not sentence["labels"] or required(sentence)]


def required(sentence: dict) -> bool:
    return any(not label.get("optional") for label in sentence["labels"])


def repeated(labelled: Path, size: int) -> str:
    """At least `size` bytes of the sentences, each a paragraph, over and over: a text with something to find nearly everywhere."""
    once = "".join(sentence["text"] + "\n\n" for sentence in read(labelled))
    return once * -(-size // len(once.encode()))


def compare(linters: list, labelled: Path, folder: Path) -> None:
    """Each sentence is a file of its own, so that none lends another a meaning. Any finding counts, of any rule, anywhere in it."""
    chosen = read(labelled)
    folder = folder / "sentences"
    folder.mkdir()
    names = [f"{number:05}.txt" for number, _ in enumerate(chosen)]
    for name, sentence in zip(names, chosen):
        (folder / name).write_text(sentence["text"] + "\n", encoding="utf-8")
    unwell = {name for name, sentence in zip(names, chosen) if required(sentence)}
    print(f"\n| of {len(unwell)} sentences to find, and {len(names) - len(unwell)} to leave | found | found amiss | precision | recall |")
    print("|---|---|---|---|---|")
    for linter in linters:
        told = linter.run([folder / name for name in names]).told
        found = set(linter.places(told))
        right, wrong = len(found & unwell), len(found - unwell)
        precision = f"{right / (right + wrong):.2f}" if found else "–"
        print(f"| {linter.name} | {right} | {wrong} | {precision} | {right / len(unwell):.2f} |")
