"""The whole annotated sample done again from the bare text, by keys alone: the sidecar is the one that ships."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line
from tests.support.paths import ROOT

FAILS_IF = "an annotation, a value, a note or a relation of the sample cannot be made by keys, or is saved otherwise"
LIMIT = 1800
"""Seconds that it may take; on a busy machine it takes four minutes, more than a test may."""
BY_KEYS = "the sample made again by keys"
FAULTS = (
    Fault(
        "notes are not taken",
        "annotator/ui/panels/details/note_edits.py",
        "self._set_note(shown.id, note, token)",
        "pass",
        BY_KEYS,
    ),
    Fault(
        "relations lead the other way",
        "annotator/session/editing/relations/link_candidates.py",
        "(inwards or outwards) if self._turned else (outwards or inwards)",
        "(outwards or inwards) if self._turned else (inwards or outwards)",
        BY_KEYS,
    ),
)


def prove(full: bool) -> Iterator[Line]:
    """Run the story of the whole article; short and full form are the same."""
    options = ["-q", "-p", "no:cacheprovider", "--time-limit", str(LIMIT)]
    command = [sys.executable, "-m", "pytest", *options, "tests/proofs/whole_sample_child.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = (done.stdout.strip().splitlines() or ["nothing was printed"])[-1]
    yield Line(BY_KEYS, said, "1 passed", done.returncode == 0)
