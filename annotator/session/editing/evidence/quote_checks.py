"""Check of the quotes of claims against the file of a piece of evidence, which the importers read in the background."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.facts.quotes.article_quotes import quotes_of
from annotator.facts.quotes.checking import check_quote
from annotator.facts.quotes.quote_check import NOWHERE, QuoteCheck, Verdict
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.evidence import Evidence
from annotator.model.scheme import Scheme
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.session.editing.evidence.evidence_edits import EvidenceEdits
from annotator.storage.articles.unreadable import how_to_convert
from annotator.storage.evidence.states import evidence_bytes
from annotator.storage.files.file_error import EvidenceError
from annotator.translation.messages import N_, _, number

if TYPE_CHECKING:
    from annotator.interop.articles.extracted import Extracted
    from annotator.interop.foreign.errors import ForeignError

UNKNOWN_KIND = N_("Files of this kind cannot be read, so no quotes can be looked for in it.")
NO_QUOTES = N_("There are no quotes in the claims that it serves, and it has no quoted words.")
VERDICT_WORDS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.IDENTICAL: N_("word for word"),
        Verdict.SHORTENED: N_("shortened"),
        Verdict.ALTERED: N_("altered"),
        Verdict.NOT_FOUND: N_("not found"),
    }
)
ORDER = list(Verdict)


@dataclass(frozen=True, slots=True)
class QuoteResult:
    """Result for the words of one quote. ``found`` are the words of the file, ``place`` says where in it they are.

    ``time`` is when they are said, ``page`` the number of the page on which they begin, if the file has such. All are
    empty if the quote is not found.
    """

    words: str
    check: QuoteCheck
    place: str = ""
    time: str = ""
    found: str = ""
    page: str = ""


class QuoteChecks(QObject):
    """Checks, one at a time. ``ended``: the results, a sentence on why there are none, or None after a cancel."""

    ended = Signal(object)
    progressed = Signal(object)

    def __init__(self, edits: EvidenceEdits, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._work = LongWork(jobs, self)
        self._work.progressed.connect(self.progressed)
        self._work.ended.connect(self.ended)

    def check(self, folder: Path, piece: Evidence, document: Document, scheme: Scheme) -> None:
        """Look in the file of the piece for the quotes of the claims that it serves, and for its own quoted words."""
        quotes = [quote.words for quote in quotes_of(document, scheme) if {quote.id, *quote.claims} & {*piece.claims}]
        wanted = list(dict.fromkeys(filter(None, [piece.quote, *quotes])))
        if wanted:
            self._work.start(partial(_checked, folder, piece.file, wanted))
        else:
            self.ended.emit(_(NO_QUOTES))

    def cancel(self) -> None:
        """Stop the check that is under way."""
        self._work.cancel()

    def note(self, piece: Evidence, result: QuoteResult) -> bool:
        """Store the words found, with their time or page, as what the piece quotes. Return False if none were found."""
        if not result.found:
            return False
        noted = altered(piece, quote=result.found, page=result.time or result.page or piece.page)
        return self._edits.put(noted)


def _checked(folder: Path, file: str, quotes: Sequence[str], passing: Passing) -> list[QuoteResult]:
    passing.begin(_("Reading the file"))
    texts = [*_texts(folder, file, passing)]
    passing.begin(_("Looking for the quotes"), len(quotes))
    return [_best(words, texts) for words in passing.through(quotes)]


def _texts(folder: Path, file: str, passing: Passing) -> Iterator[Extracted]:
    """Yield the texts in the file. Raises EvidenceError, ForeignError if it cannot be read."""
    from annotator.interop.article_kinds import extractor_for  # here: the window starts without importers
    from annotator.interop.articles.extracted import Wishes

    path = folder / ".annotator" / file
    kind = extractor_for(path)
    if kind is None:
        raise EvidenceError.at(path, how_to_convert(path) or _(UNKNOWN_KIND))
    failures: list[ForeignError] = []
    wishes = Wishes(page_parts=True, go_on=passing.go_on, failed=failures.append)
    yield from kind.extract(evidence_bytes(folder, file), path.name, wishes)


def _best(words: str, texts: Sequence[Extracted]) -> QuoteResult:
    """Return the result for the text that contains most of the quote."""
    results = [(check_quote(words, text.text), text) for text in texts]
    if not results:
        return QuoteResult(words, NOWHERE)
    check, text = min(results, key=lambda result: ORDER.index(result[0].verdict))
    if check.span is None:
        return QuoteResult(words, check)
    place, page = _place(text, check.span, several=len(texts) > 1), bisect_right(text.pages, check.span.start)
    found = check.span.of(text.text)
    return QuoteResult(words, check, place, _time(text.times, check.span), found, str(page) if page else "")


def _place(text: Extracted, span: Span, *, several: bool) -> str:
    """Return the page or else the line on which the words begin, and in which of ``several`` parts of the file."""
    if text.pages:
        page = bisect_right(text.pages, span.start)
        words = _("page {page} of {pages}").format(page=number(page), pages=number(len(text.pages)))
    else:
        line, lines = text.text.count("\n", 0, span.start) + 1, text.text.count("\n") + 1
        words = _("line {line} of {lines}").format(line=number(line), lines=number(lines))
    return f"{text.name}, {words}" if several else words


def _time(times: Sequence[str], span: Span) -> str:
    """Return the time at which the words begin, if the file has times: “00:00:01.000”."""
    for told in times:
        stretch, _blank, rest = told.partition(" ")
        first, _dash, last = stretch.partition("-")
        if first.isdecimal() and last.isdecimal() and int(first) <= span.start < max(int(last), int(first) + 1):
            return rest.partition(" ")[0]
    return ""
