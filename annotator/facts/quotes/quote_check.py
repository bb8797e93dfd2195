"""Result of comparing a quote with a text: the verdict, the place, and the difference word by word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.span import Span


class Verdict(StrEnum):
    """Result for a quote: found word for word, with words left out, with other words, or not found."""

    IDENTICAL = "identical"
    SHORTENED = "shortened"
    ALTERED = "altered"
    NOT_FOUND = "not-found"


class Difference(StrEnum):
    """Kind of a run: ``FORM`` is the same words with other marks, blanks or hyphens, which does not count."""

    EQUAL = "equal"
    FORM = "form"
    LEFT_OUT = "left-out"
    ADDED = "added"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow each other: ``quote`` as the quote has them, ``text`` as the other text has them.

    Each goes up to the next word, with the marks and blanks before it. ``quote`` is empty for words that the quote
    leaves out, ``text`` for words that it adds.
    """

    kind: Difference
    quote: str
    text: str


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """Verdict on a quote. ``span`` is its place in the other text in code points, None where it is not found.

    ``runs`` are the words of both in their order, which together are the quote and the text at ``span``; none where it
    is not found.
    """

    verdict: Verdict
    span: Span | None = None
    runs: tuple[Run, ...] = ()

    @property
    def left_out(self) -> tuple[str, ...]:
        """Words of the other text that the quote leaves out, one string for each place."""
        return tuple(run.text.strip() for run in self.runs if run.kind == Difference.LEFT_OUT)


NOWHERE = QuoteCheck(Verdict.NOT_FOUND)
