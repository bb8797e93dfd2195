"""Every module of this folder that is a proof, and what it has to offer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line

HERE = Path(__file__).resolve().parent
NOT_PROOFS = ("__main__", "all_proofs", "pace", "result")


class Proof(Protocol):
    """A proof: ``FAILS_IF`` says what turns it red, and each of ``FAULTS`` is such a thing, to be planted."""

    FAILS_IF: str
    FAULTS: Sequence[Fault]

    def prove(self, full: bool) -> Iterable[Line]:
        """Give each line as soon as it is found."""


def proof_names() -> list[str]:
    """Return the names of all proofs, sorted."""
    names = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_PROOFS)
    return [name for name in names if not name.startswith("test_") and not name.endswith("_child")]


def proof_named(name: str) -> Proof:
    """Return the proof of that name."""
    return cast(Proof, import_module(f"tests.proofs.{name}"))
