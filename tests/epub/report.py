"""Reads Ace's report of a book: every violation in words, and exit code 1 if there is one. No report is a failure."""

import json
import sys

report = json.load(open(sys.argv[1], encoding="utf-8"))
found = 0
for page in report["assertions"]:
    for assertion in page["assertions"]:
        if assertion["earl:result"]["earl:outcome"] != "pass":
            found += 1
            test = assertion["earl:test"]
            print(f'  {page["earl:testSubject"]["url"]}: {test["dct:title"]}: {assertion["earl:result"].get("dct:description", "")}')
sys.exit(1 if found else 0)
