"""Plant a fault in a copy of the checkout and run a proof there, its child processes included."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.mutations.running import LEFT_OUT
from tests.proofs.planting.fault import Fault
from tests.proofs.planting.until_red import RED
from tests.support.paths import ROOT

PATIENCE = 600.0
LONGEST = 200
BROKE = "the proof itself broke"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a planted fault: whether the proof noticed it, by which line or why not, and how long it took."""

    noticed: bool
    said: str
    seconds: float

    def __str__(self) -> str:
        return f"{'noticed  ' if self.noticed else 'UNNOTICED'}  {self.said} ({self.seconds:.0f} s)"


def planted(proof: str, fault: Fault) -> Outcome:
    """Run the short form of the proof with the fault, until it notices. Raises OutdatedFaultError."""
    source, began = fault.planted(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="planted-") as folder:
        root = Path(folder) / "checkout"
        shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*LEFT_OUT))
        (root / fault.module).write_text(source, "utf-8")
        noticed, said = _run(root, proof, fault)
    return Outcome(noticed, f"{fault.what}: {said}", time.monotonic() - began)


def _run(root: Path, proof: str, fault: Fault) -> tuple[bool, str]:
    command = [sys.executable, "-m", "tests.proofs.planting.until_red", proof, fault.line]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    try:
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return False, f"{BROKE}: it did not end within {PATIENCE:.0f} s"
    if done.returncode == RED:
        return True, _last(done.stdout)
    if done.returncode == 0:
        return False, f"no line “{fault.line}” failed"
    return False, f"{BROKE}: {_last(done.stderr)}"


def _last(output: str) -> str:
    line = (output.strip().splitlines() or ["nothing was printed"])[-1].strip()
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} …"
