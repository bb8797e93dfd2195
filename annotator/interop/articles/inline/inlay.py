"""Corrections and places of comments, links and notes, taken out of the paragraphs of a text to which they belong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that were deleted, inserted or moved; from ``start`` to ``end`` stands what is there now, if anything.

    ``old`` are the words that were deleted, empty where words were only inserted or moved here. ``changes`` are the
    numbers of the tracked changes that it comes from; ``writer`` and ``time`` are theirs, as the file names them.
    """

    start: int
    end: int
    old: str
    changes: tuple[int, ...] = ()
    is_moved: bool = False
    writer: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class HungPlace:
    """Place at which the words begin or end that the comment, link or note of this number is about.

    ``is_beside`` says that its paragraph is empty, so that the place is in the next one or the one before.
    """

    number: int
    at: int
    is_start: bool
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class Inlay:
    """Corrections, places of comments, links and notes, and counts, of a text; places count in code points.

    ``levels`` counts the raised and lowered numbers, ``set_apart`` the marks of footnotes that got a blank before them.
    """

    corrections: tuple[Correction, ...] = ()
    places: tuple[HungPlace, ...] = ()
    levels: int = 0
    set_apart: int = 0

    def __bool__(self) -> bool:
        return bool(self.corrections or self.places or self.levels or self.set_apart)

    def shifted(self, by: int) -> Inlay:
        """Return the inlay with all places moved by that many code points."""
        if not self.corrections and not self.places:
            return self
        return replace(
            self,
            corrections=tuple(replace(one, start=one.start + by, end=one.end + by) for one in self.corrections),
            places=tuple(replace(one, at=one.at + by) for one in self.places),
        )

    def within(self, length: int) -> Inlay:
        """Return the inlay with no place after the end of a text of that length."""
        if not self.corrections and not self.places:
            return self
        return replace(
            self,
            corrections=tuple(
                replace(one, start=min(one.start, length), end=min(one.end, length)) for one in self.corrections
            ),
            places=tuple(replace(one, at=min(one.at, length)) for one in self.places),
        )


NO_INLAY = Inlay()


def united(inlays: Iterable[Inlay]) -> Inlay:
    """Return one inlay with all that these have; their places count in the same text already."""
    found = [inlay for inlay in inlays if inlay]
    return Inlay(
        tuple(one for inlay in found for one in inlay.corrections),
        tuple(one for inlay in found for one in inlay.places),
        sum(inlay.levels for inlay in found),
        sum(inlay.set_apart for inlay in found),
    )
