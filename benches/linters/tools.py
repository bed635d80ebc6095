"""The linters: how each is started on some files, how its findings are read, and what a run of it cost."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Run:
    """What one run cost: seconds of processor time (user and system) and on the clock; and what it wrote."""

    cpu: float
    wall: float
    told: bytes


@dataclass
class Linter:
    """A program that reads prose."""

    name: str
    command: list
    # How it ends when all went well.
    ends: tuple = (0,)
    # How many bytes it is given. The slow ones get less, or a run would take most of a minute.
    size: int = 2_000_000

    def run(self, files: list) -> Run:
        """Runs it once. It writes to a file and not to us, so that we do not use the core it runs on."""
        out = Path(files[0]).parent / "told"
        with open(out, "wb") as told, open(out.with_suffix(".wrong"), "wb+") as wrong:
            command = [str(part) for part in (*self.command, *files)]
            started = time.monotonic()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=told, stderr=wrong, cwd=out.parent)
            _, status, used = os.wait4(process.pid, 0)
            wall = time.monotonic() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in self.ends:
                wrong.seek(0)
                sys.exit(f"{self.name} ended with {process.returncode}:\n{wrong.read().decode()}")
        return Run(used.ru_utime + used.ru_stime, wall, out.read_bytes())

    def places(self, told: bytes) -> list:
        """For each finding, the name of the file it is in."""
        if not self.name.startswith("proselint"):
            return [Path(json.loads(line)["path"]).name for line in told.splitlines()]
        results = json.loads(told)["result"]
        return [uri.rsplit("/", 1)[-1] for uri, result in results.items() for _ in result["diagnostics"]]


def homepack(program: Path) -> Linter:
    """Ours, with the findings that it shows when nothing else is asked: errors and warnings."""
    return Linter("homepack", [program.resolve(), "lint", "--format", "json"], ends=(0, 1))


def others(cache: Path) -> list:
    """The others, each with all it finds when nothing else is asked."""
    cache = cache.resolve()
    proselint = [cache / "python/bin/proselint", "check", "--config", cache / "proselint.json", "--output-format", "json"]
    return [
        Linter("write-good 1.0.8", ["node", cache / "write-good.mjs"]),
        # Without the file it stops after a thousand findings; it ends with 1 where there are any.
        Linter("proselint 0.16.0", proselint, ends=(0, 1)),
        Linter("alex 11.0.1", ["node", cache / "alex.mjs"], size=200_000),
        Linter("retext 9.0.0", ["node", cache / "retext.mjs"], size=200_000),
    ]
