"""A text of another program with its offsets in it, which count in that program's unit."""

from __future__ import annotations

from annotator.interop.foreign.newlines import Newlines
from annotator.interop.foreign.offset_units import Offsets
from annotator.model.span import Span


class ForeignText:
    """``text`` is what an article has in memory; offsets are those in the original."""

    def __init__(self, original: str, unit: str) -> None:
        self._offsets = Offsets(original, unit)
        self._newlines = Newlines(original)
        self.text = self._newlines.text

    def span(self, start: int, end: int) -> Span | None:
        """The span with these ends, be they behind the text; None where nothing lies between them."""
        first, last = (self._newlines.moved(self._offsets.back(offset)) for offset in (start, end))
        return Span(first, last) if 0 <= first < last else None
