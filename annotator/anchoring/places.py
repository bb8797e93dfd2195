"""Result of re-anchoring an annotation: a verdict and proposed spans."""

from __future__ import annotations

from msgspec import Struct

from annotator.model.span import Span
from annotator.translation.messages import N_, _, number

SAME, MOVED, CHANGED, AMBIGUOUS, LOST = "same", "moved", "changed", "ambiguous", "lost"
VERDICTS = (SAME, MOVED, CHANGED, AMBIGUOUS, LOST)
READ_DROPPED = N_("Read ranges left out, as the article has changed and their places are not certain: {count}.")
CORRECTIONS_DROPPED = N_("Corrections left out, as the article has changed and their places are not certain: {count}.")
TIMES_DROPPED = N_("Times left out, as the article has changed and their places are not certain: {count}.")


class Place(Struct, frozen=True):
    """Place of an annotation in the new text; ``span`` is the proposal or None, ``others`` are further candidates."""

    verdict: str
    span: Span | None = None
    others: tuple[Span, ...] = ()


class Quoted(Struct, frozen=True):
    """Old place of an annotation: its span, its text and the text before and after it."""

    span: Span
    text: str
    before: str = ""
    after: str = ""


class Dropped(Struct, frozen=True):
    """Numbers of read ranges, corrections and times that are left out because their places are not certain.

    Read ranges are counted if all are left out; edited sentences alone count as unread.
    """

    read: int = 0
    corrections: int = 0
    times: int = 0

    def sentences(self) -> list[str]:
        """Return a sentence for each kind of which something is left out."""
        counts = ((READ_DROPPED, self.read), (CORRECTIONS_DROPPED, self.corrections), (TIMES_DROPPED, self.times))
        return [_(said).format(count=number(count)) for said, count in counts if count]
