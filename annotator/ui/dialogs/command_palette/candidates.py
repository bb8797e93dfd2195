"""What the palette can offer, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be run or gone to. ``reason`` says why it cannot just now; ``badge`` is a label's id."""

    text: str
    run: Callable[[], None]
    detail: str = ""
    keys: tuple[str, ...] = ()
    badge: str = ""
    status: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate that fits the query; ``places`` are those of the letters found in its text."""

    candidate: Candidate
    places: tuple[int, ...] = ()


class Source(Protocol):
    """Something that offers candidates under a heading; the empty heading is not shown."""

    heading: str

    def find(self, query: str, most: int) -> list[Found]:
        """The best candidates for the query, best first."""

    def forget(self) -> None:
        """The palette was closed: drop what was kept for the next query."""
