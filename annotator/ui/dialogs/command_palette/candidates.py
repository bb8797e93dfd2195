"""Candidates that the palette offers, and the interface of their sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that the palette can run or go to.

    ``reason`` says why it is not possible just now, empty where it is; ``badge`` is a label's id; so is ``label``, of
    the label that is tagged with, which has no badge.
    """

    text: str
    run: Callable[[], None]
    detail: str = ""
    keys: tuple[str, ...] = ()
    badge: str = ""
    status: str = ""
    reason: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate that matches the query; ``places`` are the offsets of the matched letters in its text."""

    candidate: Candidate
    places: tuple[int, ...] = ()


class Source(Protocol):
    """Provider of candidates, shown under ``heading``; an empty heading is not shown."""

    heading: str

    def find(self, query: str, most: int) -> list[Found]:
        """Return at most ``most`` candidates for the query, best first."""

    def forget(self) -> None:
        """Drop whatever is cached between queries; called when the palette closes."""
