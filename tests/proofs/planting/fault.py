"""Faults: changes of the program's source, each of which has to turn a line of a proof red."""

from __future__ import annotations

from dataclasses import dataclass

from tests.support.paths import ROOT


class OutdatedFaultError(Exception):
    """The text that a fault replaces does not stand in the source exactly once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A change of the module, given by its path in the checkout: ``old``, which stands in it once, becomes ``new``.

    ``line`` is a part of the name of the line of the proof that has to fail; another red line does not count.
    """

    what: str
    module: str
    old: str
    new: str
    line: str

    def planted(self) -> str:
        """Return the source of the module with the fault. Raises OutdatedFaultError."""
        source = (ROOT / self.module).read_text("utf-8")
        if source.count(self.old) != 1:
            raise OutdatedFaultError(f"{self.what}: found {source.count(self.old)} times in {self.module}: {self.old}")
        return source.replace(self.old, self.new)
