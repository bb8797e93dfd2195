"""Each call to the system that an operation makes on the user's files fails once: is anything lost, or untold?"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line
from tests.support.paths import ROOT

FAILS_IF = (
    "a call that failed loses a file, is told to nobody or as something else, keeps the next attempt from succeeding "
    "or leaves temporary files for ever"
)
ATOMIC_WRITE = "annotator/storage/files/atomic_write.py"
SWALLOWED = "raise SaveError.at(path, saving_failed(failure)) from failure"
FAULTS = (
    Fault(
        "a file is written in place",
        ATOMIC_WRITE,
        'temporary = temporary_name()\n    file = FileIO(folder.file(temporary, NEW, mode), "w")',
        'temporary = name\n    file = FileIO(folder.file(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w")',
        "neither the old nor the new",
    ),
    Fault("a failure is swallowed", ATOMIC_WRITE, SWALLOWED, "return", "nobody was told of"),
    Fault("a failure is no SaveError", ATOMIC_WRITE, SWALLOWED, "raise", "told as a fault of the program"),
    Fault(
        "the temporary file is not removed",
        ATOMIC_WRITE,
        "            folder.remove(temporary)\n        raise",
        "            pass\n        raise",
        "temporary files stay",
    ),
    Fault(
        "settings that could not be written once are given up",
        "annotator/session/preferences/settings_store.py",
        "        self._unwritten = True\n",
        "        self._usable = False\n",
        "did not succeed the next time",
    ),
)
PROCESSES = 2
FEW = 3
"""Faults that a line names, of all that it counts."""
BARS = {
    "lost": "files that are neither the old nor the new ones",
    "silent": "failures that nobody was told of",
    "misnamed": "failures told as a fault of the program, or as something else",
    "not_again": "operations that did not succeed the next time",
    "strays": "operations whose temporary files stay",
}
SHORT_WRITES_ALONE = ", by short writes alone: strace may not be used here"


def prove(full: bool) -> list[Line]:
    """Divide the failures among two processes; the short form takes a sample of them."""
    if sys.platform != "linux":
        return [Line("runs in which a call failed", "none, this system has no strace", "some on Linux", holds=True)]
    return _lines(_found("full" if full else "short", random.randrange(1000)))


def _found(form: str, seed: int) -> list[dict[str, Any]]:
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.proofs.failing_calls_child", form, str(seed), str(PROCESSES)]
    children = [
        subprocess.Popen([*command, str(share)], cwd=ROOT, env=environment, stdout=subprocess.PIPE)
        for share in range(PROCESSES)
    ]
    return [json.loads(child.communicate()[0]) for child in children]


def _lines(parts: Sequence[dict[str, Any]]) -> list[Line]:
    runs, failed, told = (sum(part[name] for part in parts) for name in ("runs", "failed", "told"))
    traced = parts[0]["calls"] > 0
    by = "" if traced else SHORT_WRITES_ALONE
    of = f"{failed} of {runs}, of {parts[0]['calls']} calls and {parts[0]['errors']} errors"
    return [
        Line(f"runs in which a call failed{by}", of, f"{runs} of {runs}", 0 < runs == failed),
        Line(
            "runs that told of it, that did well without", f"{told}, {runs - told}", "both", told < runs or not traced
        ),
        *(_line(what, [fault for part in parts for fault in part[name]], runs) for name, what in BARS.items()),
    ]


def _line(what: str, faults: Sequence[str], runs: int) -> Line:
    some = "".join(f"\n      {fault}" for fault in faults[:FEW])
    return Line(what, f"{len(faults)} of {runs}{some}", "0", not faults)
