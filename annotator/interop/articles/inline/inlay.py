"""Corrections and places of comments, which were taken out of the paragraphs of a text and belong to places of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that were deleted; from ``start`` to ``end`` stands what replaces them, which may be nothing."""

    start: int
    end: int
    old: str


@dataclass(frozen=True, slots=True)
class CommentPlace:
    """Place at which the words begin or end that the comment of this number is about.

    ``is_beside`` says that the paragraph of the comment is empty, so that the place is in the next one or the one
    before.
    """

    comment: int
    at: int
    is_start: bool
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class Inlay:
    """Corrections, places of comments and counts that belong to a text; places count in code points.

    ``levels`` counts the raised and lowered numbers, ``set_apart`` the marks of footnotes that got a blank before them.
    """

    corrections: tuple[Correction, ...] = ()
    comment_places: tuple[CommentPlace, ...] = ()
    levels: int = 0
    set_apart: int = 0

    def __bool__(self) -> bool:
        return bool(self.corrections or self.comment_places or self.levels or self.set_apart)

    def shifted(self, by: int) -> Inlay:
        """Return the inlay with all places moved by that many code points."""
        if not self.corrections and not self.comment_places:
            return self
        return replace(
            self,
            corrections=tuple(Correction(one.start + by, one.end + by, one.old) for one in self.corrections),
            comment_places=tuple(replace(one, at=one.at + by) for one in self.comment_places),
        )

    def within(self, length: int) -> Inlay:
        """Return the inlay with no place after the end of a text of that length."""
        if not self.corrections and not self.comment_places:
            return self
        return replace(
            self,
            corrections=tuple(
                Correction(min(one.start, length), min(one.end, length), one.old) for one in self.corrections
            ),
            comment_places=tuple(replace(one, at=min(one.at, length)) for one in self.comment_places),
        )


NO_INLAY = Inlay()


def united(inlays: Iterable[Inlay]) -> Inlay:
    """Return one inlay with all that these have; their places count in the same text already."""
    found = [inlay for inlay in inlays if inlay]
    return Inlay(
        tuple(one for inlay in found for one in inlay.corrections),
        tuple(one for inlay in found for one in inlay.comment_places),
        sum(inlay.levels for inlay in found),
        sum(inlay.set_apart for inlay in found),
    )
