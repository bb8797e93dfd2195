"""What a proof found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One number that was found, beside the bar that it has to keep to."""

    what: str
    found: str
    bar: str
    holds: bool

    def __str__(self) -> str:
        return f"{'holds' if self.holds else 'FAILS'}  {self.what}: {self.found} (bar: {self.bar})"
