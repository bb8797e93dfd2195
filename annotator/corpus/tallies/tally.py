"""Tally of a document: its annotations as far as they are counted, and what is counted of the document itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.corpus.tallies.units import Units, units_of
from annotator.facts.desk.open_facts import Reason, checked_facts
from annotator.facts.figures.claims import ATTRIBUTED_TO
from annotator.facts.last_scheme import once_for_scheme
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.reading import END
from annotator.model.scheme import Scheme
from annotator.model.span import Span

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
SHOWN = 100
"""Code points of an annotation's words that are kept to be listed."""

NO_VALUES: dict[str, tuple[str, ...]] = {}


class Marked(NamedTuple):  # there are very many, and they are sent from other processes
    """An annotation that is counted; a place of a word that was looked for has no ``id`` and no ``label``.

    ``article`` is the path of the article in its folder; ``start`` and ``end`` are code points. ``sentences`` are the
    numbers of the first and the last sentence that it touches, from 0. ``values`` has those of attributes with choices.
    ``made`` and ``changed`` are days, ``2026-11-22``, or empty. ``sourced``: a relation says who is its source.
    """

    article: str
    annotator: str
    id: str
    label: str
    start: int
    end: int
    words: str
    sentences: tuple[int, int] = (0, 0)
    values: Mapping[str, tuple[str, ...]] = NO_VALUES
    state: str = ""
    made: str = ""
    changed: str = ""
    is_fact: bool = False
    settled: bool = False
    sourced: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one document. ``length`` is in code points; ``read`` and ``sentences`` count sentences.

    ``displaced`` annotations have lost their place and are not among ``marked``, which are in the order of the text.
    ``signed`` is the day of the first sign-off, or empty, ``finished`` the one on which it was set to done, where the
    history tells; ``text`` is kept where words are to be looked for. ``read_on`` has days with the number of sentences
    that were read on each, as far as the history tells.
    """

    article: str
    annotator: str
    status: str
    words: int
    length: int
    sentences: int
    read: int
    marked: tuple[Marked, ...]
    displaced: int = 0
    signed: str = ""
    text: str = ""
    finished: str = ""
    read_on: tuple[tuple[str, int], ...] = ()


def tally_of(entry: Entry, *, with_text: bool = False, units: Units | None = None) -> Tally:
    """Return the tally of a document; ``units`` are those of its text, where they are known."""
    document, text, units = entry.document, entry.text, units or units_of(entry)
    found = units.sentences
    starts = [span.start for span in found]
    items = _Items(entry, starts)
    marked = tuple(items.marked(item) for item in document.in_text_order() if not item.displaced)
    signed = min((one.at for one in document.of(SignOff).values() if one.at), default="")
    return Tally(
        entry.path,
        document.annotator,
        document.status.value,
        units.words,
        len(text),
        len(found),
        sum(_within(span, found, starts) for span in document.read),
        marked,
        len(document.annotations) - len(marked),
        _day(signed),
        text if with_text else "",
    )


def _within(span: Span, sentences: Sequence[Span], starts: Sequence[int]) -> int:
    """Return how many of the sentences the span covers, which begin at ``starts``."""
    first, after = bisect_left(starts, span.start), bisect_right(sentences, span.end, key=END)
    return max(0, after - first)


class _Items:
    """The annotations of a document, counted one by one."""

    def __init__(self, entry: Entry, starts: Sequence[int]) -> None:
        self._path, self._text, self._starts = entry.path, entry.text, starts
        self._annotator = entry.document.annotator
        self._choices = _choices(entry.scheme)
        self._facts = _facts(entry.document, entry.scheme)
        related = entry.document.relations.values()
        self._sourced = {relation.source for relation in related if relation.type == ATTRIBUTED_TO}

    def marked(self, item: Annotation) -> Marked:
        start, end = item.span.start, item.span.end
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_right(self._starts, end - 1) - 1, first)
        return Marked(
            self._path,
            self._annotator,
            item.id,
            item.label,
            start,
            end,
            self._text[start : min(end, start + SHOWN)],
            (first, last),
            self._values(item),
            item.state,
            _day(item.created),
            _day(item.modified or item.created),
            item.id in self._facts,
            self._facts.get(item.id, False),
            item.id in self._sourced,
        )

    def _values(self, item: Annotation) -> Mapping[str, tuple[str, ...]]:
        counted = self._choices.get(item.label, ())
        values = {name: _words(item.attributes[name]) for name in counted if name in item.attributes}
        return values or NO_VALUES


def _facts(document: Document, scheme: Scheme) -> dict[str, bool]:
    """Return for each fact whether it is settled: it has a verdict, or nothing about it is open."""
    return {
        fact.annotation.id: not fact.reasons or (_has_verdict(fact.annotation) and fact.reasons == (Reason.STATE,))
        for fact in checked_facts(document, scheme)
    }


def _has_verdict(item: Annotation) -> bool:
    return bool(item.attributes.get("verdict"))


@once_for_scheme
def _choices(scheme: Scheme) -> Mapping[str, tuple[str, ...]]:
    return {label.id: tuple(rule.id for rule in label.attributes if rule.type == "choice") for label in scheme.labels}


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    items = value if isinstance(value, list) else [value]
    return tuple(str(item) for item in items if item not in (None, ""))


def _day(time: str) -> str:
    """Return the day of a time as sidecars write it; empty where it is no such time."""
    return time[:10] if DAY.match(time) else ""
