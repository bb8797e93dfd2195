"""Check of a quote against a text: whether its words stand there word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from annotator.facts.quotes.alignment import Pairs, aligned
from annotator.facts.quotes.quote_check import NOWHERE, Difference, QuoteCheck, Run, Verdict
from annotator.facts.quotes.text_words import TextWords, words_of
from annotator.facts.quotes.windows import MOST_LEFT_OUT, windows
from annotator.language.folding import folded
from annotator.model.span import Span

LEAST = 0.6
"""Share of the words of a quote that a text needs to have in their order."""

WIDEST = 3
"""Words of the text for each word of the quote, at most, where no sign says that some are left out."""

OMISSION = re.compile(r"…|\.\s?\.\s?\.|\[[.…\s]*\]")


def check_quote(quote: str, text: str) -> QuoteCheck:
    """Return whether the words of the quote stand word for word in the text, where, and the difference.

    Dashes, quotation marks and other punctuation, blanks, a capital at the beginning of the quote or behind a sign of
    omission, and hyphens at line ends do not count, and are told as runs of ``Difference.FORM``. A quote whose words
    are there in their order with others between them is shortened; one with other words is altered, as long as three
    words in five are there.
    """
    whole = words_of(text)
    words = TextWords(quote, frozenset(whole.keys) if "\n" in quote else ())
    if not words.keys or not whole.keys:
        return NOWHERE
    found = (_in_window(words, whole, *window) for window in windows(words.keys, whole))
    checks = [check for check in found if check]
    return max(checks, key=lambda check: check[0])[1] if checks else NOWHERE


def _in_window(quote: TextWords, whole: TextWords, first: int, last: int) -> tuple[tuple[int, int], QuoteCheck] | None:
    """Return the check against a stretch of the text, and what makes it better than another; None for nothing."""
    begin, end = whole.starts[first], whole.ends[last - 1]
    part = TextWords(whole.text[begin:end], frozenset(quote.keys))
    pairs = aligned(quote.keys, part.keys)
    if not _is_found(quote, pairs):
        return None
    runs, (low, high) = (*_runs(quote, part, pairs),), _bounds(quote, part, pairs)
    span = Span(begin + part.starts[low], begin + part.ends[high - 1])
    check = QuoteCheck(_verdict(runs), span, runs)
    return (len(pairs), -sum(run.kind not in (Difference.EQUAL, Difference.FORM) for run in runs)), check


def _is_found(quote: TextWords, pairs: Pairs) -> bool:
    if not pairs or len(pairs) < min(2, len(quote)) or len(pairs) < LEAST * len(quote):
        return False
    gaps = [place - before for (_, before), (_, place) in pairwise(pairs)]
    wide = pairs[-1][1] - pairs[0][1] + 1
    return max(gaps, default=0) <= MOST_LEFT_OUT and (
        wide <= WIDEST * len(quote) + WIDEST or OMISSION.search(quote.text) is not None
    )


def _verdict(runs: tuple[Run, ...]) -> Verdict:
    kinds = {run.kind for run in runs}
    if kinds & {Difference.ADDED, Difference.REPLACED}:
        return Verdict.ALTERED
    return Verdict.SHORTENED if Difference.LEFT_OUT in kinds else Verdict.IDENTICAL


def _runs(quote: TextWords, text: TextWords, pairs: Pairs) -> Iterator[Run]:
    """Yield the runs from the first word of the quote to its last, neighbours of one kind together."""
    run: Run | None = None
    for piece in _pieces(quote, text, pairs):
        if run and run.kind == piece.kind:
            run = Run(run.kind, run.quote + piece.quote, run.text + piece.text)
        else:
            if run:
                yield run
            run = piece
    if run:
        yield run


def _pieces(quote: TextWords, text: TextWords, pairs: Pairs) -> Iterator[Run]:
    """Yield a run for each word that both have, and for the words between two of these."""
    at, place = 0, _bounds(quote, text, pairs)[0]
    for word, spot in [*pairs, (len(quote), _bounds(quote, text, pairs)[1])]:
        written, read = quote.raw(at, word), text.raw(place, spot)
        if written or read:
            yield Run(_kind(written, read), written, read)
        if word < len(quote):
            yield _same(quote, text, word, spot)
        at, place = word + 1, spot + 1


def _bounds(quote: TextWords, text: TextWords, pairs: Pairs) -> tuple[int, int]:
    """Return the first word of the text that the quote is compared with, and the one behind the last.

    Words at the ends of the quote that the text has not are compared with as many of the text.
    """
    (before, first), (last, end) = pairs[0], pairs[-1]
    return max(first - before, 0), min(end + len(quote) - last, len(text))


def _kind(written: str, read: str) -> Difference:
    if written and read:
        return Difference.REPLACED
    return Difference.ADDED if written else Difference.LEFT_OUT


def _same(quote: TextWords, text: TextWords, word: int, spot: int) -> Run:
    """Return the run of a word that both have, with what follows it up to the next word."""
    written, read = quote.raw(word, word + 1), text.raw(spot, spot + 1)
    if word + 1 == len(quote):
        written, read = quote.word(word), text.word(spot)
    if written == read:
        return Run(Difference.EQUAL, written, read)
    return Run(Difference.FORM if _is_form(quote, text, word, spot) else Difference.REPLACED, written, read)


def _is_form(quote: TextWords, text: TextWords, word: int, spot: int) -> bool:
    """Return True unless the word has a capital in one text only, but for the first word and those behind “…”."""
    before = quote.text[: quote.starts[word]]
    if word == 0 or OMISSION.search(before[-10:].rstrip()[-6:]):
        return True
    return _cased(quote.word(word)) == _cased(text.word(spot))


def _cased(word: str) -> str:
    return re.sub(r"[-‐‑\s]", "", folded(word, match_case=True))
