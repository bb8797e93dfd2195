"""A change of a scheme whose process ends in the middle of it, as in a power cut."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.paths import ROOT

NOW = "2026-11-28T08:00:00Z"
AT_ONCE = 100
"""Sidecars that are changed before the process ends."""
SCRIPT = f"""
import os, sys
from pathlib import Path
from annotator.corpus.scheme_sweeps.plan import plan_of
from annotator.corpus.scheme_sweeps.sweeping import Sweep
from annotator.model.scheme_changes.changes import Rename
from annotator.model.scheme_changes.parts import LABEL, Part
change = Rename(Part(LABEL, sys.argv[2]), sys.argv[3])
Sweep(plan_of(Path(sys.argv[1]), change), passed=lambda _seen: os._exit(9)).run({NOW!r})
"""


def end_in_the_middle(folder: Path, label: str, name: str) -> None:
    """Rename the label in a folder of more than AT_ONCE sidecars, in a process that ends after the first of them."""
    command = [sys.executable, "-c", SCRIPT, str(folder), label, name]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9
