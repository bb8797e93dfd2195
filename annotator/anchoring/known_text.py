"""Known stretches of an old text, reconstructed from overlapping quotes of annotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.anchoring.places import Quoted
from annotator.language.tokens import Token, tokens
from annotator.model.span import Span

REACH = 64
"""Code points to consider on either side of an annotation; a single quote has half of that."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of an annotation with the known text around it; ``span`` is relative to the start of ``text``."""

    text: str
    span: Span
    tokens: tuple[Token, ...]


class KnownText:
    """The known stretches of the old text; quotes that contradict each other are kept apart."""

    def __init__(self, quotes: Iterable[Quoted], old_length: int | None) -> None:
        self._length = old_length
        self._starts: list[int] = []
        self._texts: list[str] = []
        for start, text in sorted((quote.span.start - len(quote.before), _whole(quote)) for quote in quotes):
            self._add(start, text)

    def passage(self, quote: Quoted) -> Passage:
        start, text = self._around(quote)
        begin = max(0, quote.span.start - start - REACH)
        end = min(len(text), quote.span.start - start + len(quote.text) + REACH)
        first = quote.span.start - start - begin
        cut = start + begin > 0, self._length is None or start + end < self._length
        span = Span(first, first + len(quote.text))
        return Passage(text[begin:end], span, tuple(_whole_tokens(text[begin:end], span, cut)))

    def _around(self, quote: Quoted) -> tuple[int, str]:
        at = bisect_right(self._starts, quote.span.start) - 1
        if at >= 0:
            first = quote.span.start - self._starts[at]
            if self._texts[at][first : first + len(quote.text)] == quote.text:
                return self._starts[at], self._texts[at]
        return quote.span.start - len(quote.before), _whole(quote)

    def _add(self, start: int, text: str) -> None:
        if self._starts:
            shared = self._starts[-1] + len(self._texts[-1]) - start
            if shared >= 0 and self._texts[-1][len(self._texts[-1]) - shared :][: len(text)] == text[:shared]:
                self._texts[-1] += text[shared:]
                return
        self._starts.append(start)
        self._texts.append(text)


def _whole(quote: Quoted) -> str:
    return quote.before + quote.text + quote.after


def _whole_tokens(text: str, span: Span, cut: tuple[bool, bool]) -> list[Token]:
    """Return the tokens, without the first and the last one where the cut may have split them."""
    found = [*tokens(text)]
    if cut[0] and found and found[0].end <= span.start:
        del found[0]
    if cut[1] and found and found[-1].start >= span.end:
        del found[-1]
    return found
