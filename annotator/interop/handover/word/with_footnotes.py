"""Form of the hand-over: a Word document with numbered footnotes in place of comments."""

from __future__ import annotations

from annotator.interop.handover.content import HandOver
from annotator.interop.handover.word.comments import Footnotes
from annotator.interop.handover.word.document import written


def file_of(handed: HandOver) -> bytes:
    """Return the hand-over as a Word document with footnotes. Raises ForeignError if the library is not installed."""
    return written(Footnotes(handed))
