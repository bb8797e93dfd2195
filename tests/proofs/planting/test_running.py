"""Planted faults that a proof notices, does not notice, or breaks on."""

from __future__ import annotations

import sys

import pytest

from tests.proofs.full_disk import ATOMIC_WRITE, FAULTS
from tests.proofs.planting.fault import Fault
from tests.proofs.planting.running import planted

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="full_disk needs a small disk, or a limit on files")


def test_a_fault_is_noticed_by_its_line() -> None:
    outcome = planted("full_disk", FAULTS[0])
    assert outcome.noticed
    assert FAULTS[0].line in outcome.said


@pytest.mark.parametrize(
    ("new", "why"), [("HARMLESS = ", "no line “old files lost” failed"), ("NO_ROOM = 1 / 0, ", "ZeroDivisionError")]
)
def test_what_is_not_noticed_is_said_with_why(new: str, why: str) -> None:
    old = "NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)"
    outcome = planted("full_disk", Fault("a fault", ATOMIC_WRITE, old, f"{old}\n{new}0", "old files lost"))
    assert not outcome.noticed
    assert why in outcome.said
    assert "UNNOTICED" in str(outcome)
