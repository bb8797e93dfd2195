"""Foreign text together with the conversion of offsets in it to spans of the article."""

from __future__ import annotations

from annotator.interop.foreign.newlines import Newlines
from annotator.interop.foreign.offset_units import Offsets
from annotator.model.span import Span


class ForeignText:
    """Text as an article holds it; offsets are given in ``unit`` and refer to the original."""

    def __init__(self, original: str, unit: str) -> None:
        self._offsets = Offsets(original, unit)
        self._newlines = Newlines(original)
        self.text = self._newlines.text

    def span(self, start: int, end: int) -> Span | None:
        """Return the span between two offsets, which may lie beyond the text's end; None where it would be empty."""
        first, last = (self._newlines.moved(self._offsets.back(offset)) for offset in (start, end))
        return Span(first, last) if 0 <= first < last else None
