"""Two programs save into one sidecar, in turn and at once: is all that both have made there in the end?"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from annotator.model.kinds.evidence import Evidence
from annotator.storage.sidecars.sidecar_files import SidecarWriter, new_document, read_sidecar
from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line
from tests.proofs.two_processes_child import ARTICLE
from tests.support.paths import ROOT

FAILS_IF = "an annotation or a piece of evidence of either program is missing in the end"
SAVER = "annotator/storage/saving/saver.py"
FAULTS = (
    Fault(
        "the folder is not locked",
        SAVER,
        "with folder_lock(Path(os.path.realpath(self._sidecar)).parent):",
        "if True:",
        "saves each at the same time",
    ),
    Fault(
        "the sidecar is not compared before it is replaced",
        SAVER,
        'raise OvertakenError.at(self._sidecar, _("Somebody else has changed it since it was read here."))',
        "pass",
        "alternating saves",
    ),
)


def prove(full: bool) -> Iterator[Line]:
    """Saves that alternate, then saves at whatever moment they come."""
    saves = 100 if full else 25
    yield _line(f"annotations and evidence lost in {saves} alternating saves each", *_run(saves, in_turn=True))
    yield _line(f"annotations and evidence lost in {saves} saves each at the same time", *_run(saves, in_turn=False))


def _line(what: str, lost: int, made: int) -> Line:
    return Line(what, f"{lost} of {made}", "0", lost == 0)


def _run(saves: int, *, in_turn: bool) -> tuple[int, int]:
    with tempfile.TemporaryDirectory() as name:
        sidecar = Path(name) / "town.annotations.yaml"
        sidecar.with_name(ARTICLE.name).write_text(ARTICLE.text, "utf-8")
        sidecar.write_bytes(SidecarWriter().data(new_document(ARTICLE, "", "")))
        children = [_child(sidecar, prefix) for prefix in "ab"]
        for number in range(saves):
            for child in children:
                _tell(child, f"{number} wait")
                if in_turn:
                    _hear(child)
            if not in_turn:
                for child in children:
                    _hear(child)
        for child in children:
            child.communicate(timeout=60)
        found = read_sidecar(sidecar, ARTICLE).document
        made = {f"{prefix}{number}" for prefix in "ab" for number in range(saves)}
        pieces = {id for one in found.of(Evidence).values() for id in one.claims if one.id == f"e{id}"}
        return len(made - found.annotations.keys()) + len(made - pieces), 2 * len(made)


def _child(sidecar: Path, prefix: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.proofs.two_processes_child", str(sidecar), prefix]
    child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert _hear(child) == "ready"
    return child


def _tell(child: subprocess.Popen[str], line: str) -> None:
    assert child.stdin
    child.stdin.write(line + "\n")
    child.stdin.flush()


def _hear(child: subprocess.Popen[str]) -> str:
    assert child.stdout
    return child.stdout.readline().strip()
