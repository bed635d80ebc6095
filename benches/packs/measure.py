"""Prints how long packs take: the whole command, the engine alone, WeasyPrint with the same text. Called by benches/against-weasyprint."""

import argparse
import html
import os
import re
import subprocess
import time
from pathlib import Path

FACES = {"atkinson": "Atkinson Hyperlegible Next", "arimo": "Arimo", "lexend": "Lexend"}
# WeasyPrint is slow enough that a few packs say what there is to say.
SAMPLE = 12


def run(command):
    """Runs a command: its output, seconds on the clock, seconds of the processor, megabytes at the most."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    if status:
        raise SystemExit(f"{command[0]} ended with {status}")
    return output, clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def page(text, points, face):
    """A paper's plain text as a page for WeasyPrint: headings, lists and paragraphs, in the same print."""
    out = []
    for block in re.split(r"\n{2,}", text.strip()):
        lines = block.strip().split("\n")
        if all(line.startswith("- ") for line in lines):
            out.append("<ul>" + "".join(f"<li>{html.escape(line[2:])}</li>" for line in lines) + "</ul>")
        elif len(lines) == 1 and not lines[0].endswith((".", ":")):
            out.append(f"<h2>{html.escape(lines[0])}</h2>")
        else:
            out.append("".join(f"<p>{html.escape(line)}</p>" for line in lines))
    style = f"@page {{ size: A4; margin: 25mm 20mm 25mm 28mm; @bottom-left {{ content: 'Page ' counter(page) ' of ' counter(pages) }} }}"
    style += f" body {{ font: {points}pt/1.4 '{face}', sans-serif }}"
    return f"<html lang=en><head><title>Pack</title><style>{style}</style></head><body><h1>Pack</h1>{''.join(out)}</body></html>"


def weasyprint_alone(private):
    """Pages and seconds of WeasyPrint for the books of a few packs, accessible as ours are."""
    import weasyprint

    pages, seconds = 0, 0.0
    packs = sorted((private / "packs").glob("*/*/*-book.txt"))[:: max(1, len(list((private / "packs").glob("*/*"))) // SAMPLE)][:SAMPLE]
    for text in packs:
        record = private / "residents" / text.parts[-3] / f"{text.parts[-2]}.yaml"
        own = record.read_text(encoding="utf-8")
        points = int(re.search(r"points: (\d+)", own).group(1))
        face = FACES[re.search(r"typeface: (\w+)", own).group(1)]
        source = page(text.read_text(encoding="utf-8"), points, face)
        start = time.process_time()
        document = weasyprint.HTML(string=source).render(pdf_variant="pdf/ua-1")
        document.write_pdf(pdf_variant="pdf/ua-1")
        seconds += time.process_time() - start
        pages += len(document.pages)
    return pages, seconds


def main():
    arguments = argparse.ArgumentParser()
    for name in ("homepack", "engine", "content", "private", "residents"):
        arguments.add_argument(f"--{name}", required=True)
    at = arguments.parse_args()
    output, clock, processor, memory = run([at.homepack, "packs", at.content, "--private", at.private, "--today", "2026-11-22"])
    pages = sum(int(number) for number in re.findall(r"(\d+) pages", output))
    print(f"homepack packs: {at.residents} residents, {pages} pages, {clock:.1f} s, {pages / clock:.0f} pages a second, {processor:.1f} s of the processor, {memory:.0f} MB")
    alone, seconds = run([at.engine, at.content, at.private])[0].split()
    print(f"the engine alone: {alone} pages, {float(seconds):.1f} s; the command takes {clock / float(seconds):.2f} times as long")
    count, used = weasyprint_alone(Path(at.private))
    ours, theirs = processor / pages, used / count
    print(f"WeasyPrint: {count} pages of {SAMPLE} books, {used / count * 1000:.1f} ms of the processor a page; homepack {ours * 1000:.1f} ms: {theirs / ours:.1f} times less")


main()
