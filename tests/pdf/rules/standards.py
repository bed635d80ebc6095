"""P40: PDF/UA-1 and PDF/A-3a, judged by veraPDF. A validator that could not run, or says nothing, is a failure."""

import os
import subprocess
from collections import defaultdict
from pathlib import Path

STANDARDS = ("PDF/UA-1", "PDF/A-3a")

#: Names as veraPDF prints them.
SPELT = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}

#: Debian's Java binding: without it veraPDF cannot read its own rules.
BINDING = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "FastInfoset", "stax-ex", "javax.activation")

#: Only a validator that hangs takes this long, however busy the machine is.
MINUTES = 60


def tools():
    """The folder that install.sh filled."""
    ours = Path(__file__).resolve().parents[3] / "target" / "test-tools"
    return Path(os.environ.get("HOMEPACK_TEST_TOOLS", ours)) / "pdf"


def judge(files, tools_folder=None):
    """For each file and standard the list of faults. Every pair that veraPDF does not pass has at least one."""
    said, trouble = _run([str(file) for file in files], tools_folder or tools())
    faults = {}
    for file in files:
        for standard in STANDARDS:
            verdicts = said.get((str(file), standard), [])
            if [verdict for verdict, _ in verdicts] == ["pass"]:
                faults[str(file), standard] = []
            else:
                words = [f"{'not checked: ' if v == 'error' else ''}{w}" for v, w in verdicts]
                faults[str(file), standard] = words or [f"not checked: veraPDF said nothing. {trouble}".strip()]
    return faults


def _run(files, folder):
    jars = [f"/usr/share/java/{name}.jar" for name in BINDING]
    path = ":".join([*jars, str(folder / "verapdf.jar"), str(folder / "classes")])
    try:
        done = subprocess.run(
            ["java", "-Xmx1g", "-cp", path, "Standards", *files], capture_output=True, text=True, timeout=MINUTES * 60, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as trouble:
        return {}, str(trouble)
    said = defaultdict(list)
    for line in done.stdout.splitlines():
        verdict, standard, file, words = (line.split("\t", 3) + ["", "", ""])[:4]
        said[file, SPELT.get(standard, standard)].append((verdict, words))
    return said, done.stderr.strip()[:300]
