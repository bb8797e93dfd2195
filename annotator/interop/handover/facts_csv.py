"""The facts as a table for spreadsheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from annotator.interop.handover.content import HandedFact, HandOver
from annotator.interop.handover.words import figure_words
from annotator.language.table_cells import csv_bytes

SEPARATOR = "; "
COLUMNS = (
    *("article", "number", "label", "start", "end", "words", "in_full", "said_by", "voice", "figures", "state"),
    *("verdict", "checked_on", "old_wording", "new_wording", "answer", "why", "evidence", "links", "confidential"),
    *("queries", "open_because", "exception", "note"),
)


def file_of(handed: HandOver) -> bytes:
    """Return the facts as CSV with a byte-order mark, by which Excel knows UTF-8; offsets are in code points."""
    asked: dict[int, list[str]] = defaultdict(list)
    for query in handed.queries:
        asked[query.number].append(query.text)
    queries = (SEPARATOR.join(asked.get(fact.number, ())) for fact in handed.facts)
    rows = (_row(fact, handed.article.name, text) for fact, text in zip(handed.facts, queries, strict=True))
    return csv_bytes(COLUMNS, rows)


def _row(fact: HandedFact, article: str, queries: str) -> Iterator[str]:
    wording, place = fact.wording, (str(fact.span.start), str(fact.span.end)) if fact.placed else ("", "")
    yield from (article, str(fact.number), fact.label, *place, fact.words, fact.in_full)
    yield SEPARATOR.join(speaker.name for speaker in fact.speakers)
    yield from (fact.voice, SEPARATOR.join(map(figure_words, fact.figures)), fact.state, fact.verdict, fact.checked_on)
    yield from (wording.old, wording.new, wording.answer, wording.why) if wording else ("", "", "", "")
    yield from (SEPARATOR.join(fact.evidence), SEPARATOR.join(fact.links), str(fact.confidential or ""))
    yield from (queries, SEPARATOR.join(reason.value for reason in fact.reasons), fact.exception, fact.note)
