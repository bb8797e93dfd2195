"""Open facts of a document, and why each is: by its state, place, queries, criticism, or as it was not signed so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from msgspec import Struct

from annotator.facts.desk.digests import KnownDigests
from annotator.facts.desk.reopened import reopened_facts
from annotator.facts.desk.which_facts import facts_of
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.model.scheme import Scheme

SETTLED_STATES = frozenset({"confirmed", "opinion", "cannot-verify"})
CHANGE = "change"
"""State that is settled once the author has answered the proposed wording."""
MAY_BE_SETTLED = SETTLED_STATES | {CHANGE}
"""With any other state a fact is open, whatever else there is."""


class Reason(Enum):
    """Reason why a fact is open."""

    STATE = "state"
    """Its state is none of those that settle it."""
    WORDING = "wording"
    """A wording is proposed and the author has not answered."""
    QUERY = "query"
    """A query about it is not answered."""
    CRITICISM = "criticism"
    """Criticism in it is not answered."""
    PLACE = "place"
    """Its words are not at their place any more."""
    REOPENED = "reopened"
    """The article was signed, but not with this fact as it stands now, and it was not signed again."""


class OpenFact(Struct, frozen=True):
    """A fact with the reasons why it is open; without any, it is settled."""

    annotation: Annotation
    reasons: tuple[Reason, ...] = ()


def checked_facts(document: Document, scheme: Scheme) -> list[OpenFact]:
    """Return the facts in the order of the text, each with the reasons why it is open."""
    return checked(facts_of(document, scheme), document)


def checked(facts: Iterable[Annotation], document: Document, known: KnownDigests | None = None) -> list[OpenFact]:
    """Return these facts of the document in their order, each with the reasons why it is open.

    Digests that are ``known`` are not worked out again.
    """
    facts = list(facts)
    asked = set(_open_queries(document.of(Query).values()))
    criticised = set(_unanswered(document.of(Criticism)))
    again = reopened_facts(document, facts, known)
    return [
        OpenFact(item, tuple(_reasons(item, item.id in asked, item.id in criticised, item.id in again)))
        for item in facts
    ]


def settled_among(facts: Iterable[Annotation], document: Document, known: KnownDigests | None = None) -> set[str]:
    """Return the ids of those of these facts of the document that are settled: without any reason by ``checked``."""
    facts = [item for item in facts if item.state in MAY_BE_SETTLED]
    if not facts:
        return set()
    others = {*_open_queries(document.of(Query).values()), *_unanswered(document.of(Criticism))}
    others |= set(reopened_facts(document, facts, known))
    return {item.id for item in facts if item.id not in others and not any(_own_reasons(item))}


def is_answered(item: Query | Criticism) -> bool:
    """Tell whether a query has an answer, or criticism has a reply or the reason why there is none."""
    return bool(item.answer or (item.answered if isinstance(item, Query) else item.answered_in))


def _reasons(item: Annotation, is_asked: bool, is_criticised: bool, is_reopened: bool) -> Iterator[Reason]:
    yield from _own_reasons(item)
    if is_asked:
        yield Reason.QUERY
    if is_criticised:
        yield Reason.CRITICISM
    if is_reopened:
        yield Reason.REOPENED


def _own_reasons(item: Annotation) -> Iterator[Reason]:
    """Yield the reasons that the fact itself gives."""
    if item.displaced:
        yield Reason.PLACE
    answered = bool(item.wording.get("answer"))
    if item.wording.get("new") and not answered:
        yield Reason.WORDING
    if item.state not in SETTLED_STATES and not (item.state == CHANGE and answered):
        yield Reason.STATE


def _open_queries(queries: Iterable[Query]) -> Iterator[str]:
    return (query.about for query in queries if not is_answered(query))


def _unanswered(items: Mapping[str, Criticism]) -> Iterator[str]:
    return (id for item in items.values() if not is_answered(item) for id in item.of)
