"""The program is killed at random instants while it saves without a pause: what is on disk afterwards?"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

from annotator.storage.files.file_error import SidecarError
from annotator.storage.saving.leftovers import clear_leftovers
from annotator.storage.sidecars.sidecar_files import read_sidecar
from tests.proofs.kill9_child import ANNOTATIONS, ARTICLE, document_at
from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line

FAILS_IF = (
    "a kill leaves a sidecar that cannot be read or that nobody made, a change that is older than 200 ms missing, or "
    "temporary files that the next start does not clear away"
)
FAULTS = (
    Fault(
        "the sidecar is written in place",
        "annotator/storage/files/atomic_write.py",
        'temporary = temporary_name()\n    file = FileIO(folder.file(temporary, NEW, mode), "w")',
        'temporary = name\n    file = FileIO(folder.file(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w")',
        "unreadable files",
    ),
    Fault(
        "a save waits for half a second",
        "annotator/session/saving/autosave.py",
        "lambda: saver.save(document, expected, at)",
        'lambda: __import__("time").sleep(0.5) or saver.save(document, expected, at)',
        "files in which a change older than 200 ms is missing",
    ),
    Fault(
        "temporary files are not cleared away",
        "annotator/storage/saving/leftovers.py",
        "removed += cleared(opened, now)",
        "pass",
        "temporary files after the next start",
    ),
)
RECENT = 0.2
LONGEST_RUN = 0.6
PATIENCE = 30.0


@dataclass(slots=True)
class Found:
    """What the runs left behind."""

    unreadable: int = 0
    never_made: int = 0
    missing: int = 0
    strays: int = 0
    strays_before: int = 0
    saved: int = 0
    longest_behind: float = 0.0


def prove(full: bool) -> list[Line]:
    """Kill as many children as it takes, each in a folder of its own."""
    runs, found, chance = 200 if full else 8, Found(), random.Random()
    for number in range(runs):
        with tempfile.TemporaryDirectory() as name:
            _run(Path(name), chance.random() * LONGEST_RUN, found, amid_a_save=number % 2 == 1)
    return [
        Line("unreadable files", f"{found.unreadable} of {runs}", "0", found.unreadable == 0),
        Line("files that are no version that was made", f"{found.never_made} of {runs}", "0", found.never_made == 0),
        Line(
            "files in which a change older than 200 ms is missing",
            f"{found.missing} of {runs}, the oldest was {1000 * found.longest_behind:.0f} ms old",
            "0",
            found.missing == 0,
        ),
        Line(
            "temporary files after the next start",
            f"{found.strays}, before it {found.strays_before}",
            "0",
            found.strays == 0,
        ),
        Line("runs in which something had been saved", f"{found.saved} of {runs}", f"{runs}", found.saved == runs),
    ]


def _run(folder: Path, seconds: float, found: Found, *, amid_a_save: bool) -> None:
    (folder / ARTICLE.name).write_text(ARTICLE.text, "utf-8", newline="\n")
    sidecar = folder / "town.annotations.yaml"
    command = [sys.executable, "-m", "tests.proofs.kill9_child", str(folder)]
    told = folder / "told"
    with told.open("wb") as output, subprocess.Popen(command, stdout=output) as child:
        _wait_for(sidecar, child)
        time.sleep(seconds)
        if amid_a_save:
            _wait_for_a_save(folder, sidecar)
        killed = time.time()
        child.send_signal(signal.SIGKILL)
    changes = [line.split() for line in told.read_text().splitlines()]
    times = {int(number): float(moment) for number, moment in changes}
    _look(sidecar, times, killed, found)
    strays = len(list(folder.rglob(".annotator-*.tmp")))
    clear_leftovers(folder)
    found.strays_before += strays
    found.strays += len(list(folder.rglob(".annotator-*.tmp")))


def _wait_for(sidecar: Path, child: subprocess.Popen[bytes]) -> None:
    """Until the first save, so that a run never ends before it has begun."""
    until = time.monotonic() + PATIENCE
    while not sidecar.exists() and child.poll() is None and time.monotonic() < until:
        time.sleep(0.005)


def _wait_for_a_save(folder: Path, sidecar: Path) -> None:
    """Wait until a save has begun: the sidecar itself is shorter than it was, or there is a temporary file.

    The first lasts for some microseconds, so that it is looked for more often than the second.
    """
    until, half = time.monotonic() + 1, sidecar.stat().st_size // 2
    while time.monotonic() < until:
        if any(sidecar.stat().st_size < half for _ in range(20)) or any(folder.glob(".annotator-*.tmp")):
            return


def _look(sidecar: Path, times: dict[int, float], killed: float, found: Found) -> None:
    try:
        document = read_sidecar(sidecar, ARTICLE).document
        plain = yaml.safe_load(sidecar.read_bytes())
    except (SidecarError, OSError, yaml.YAMLError):
        found.unreadable += 1
        return
    found.saved += 1
    version = max((int(annotation.note or 0) for annotation in document.annotations.values()), default=0)
    made = version in times and len(plain["annotations"]) == ANNOTATIONS
    found.never_made += not (made and document == document_at(version))
    behind = max((killed - moment for number, moment in times.items() if number > version), default=0.0)
    found.missing += behind > RECENT
    found.longest_behind = max(found.longest_behind, behind)
