"""The lists of one document: queries, calls, criticism, proposed changes, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from annotator.facts.desk.lists.calls import calls_of
from annotator.facts.desk.lists.desk_fact import DeskFact, DeskFacts
from annotator.facts.desk.lists.rows import ChangeRow, CriticismRow, DeskLists, OpenRow, QueryRow
from annotator.facts.figures.figure_attributes import text_in
from annotator.model.document import Document
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.model.scheme import Scheme


def desk_lists(document: Document, scheme: Scheme, article: str = "") -> DeskLists:
    """Return the lists of a document, with ``article``, the path of the article in its folder, in each row.

    Queries about the article come first, then those about annotations; everything is in the order of the text.
    """
    facts = DeskFacts(document, scheme)
    return DeskLists(
        tuple(_queries(document, facts, article)),
        tuple(calls_of(document, scheme, facts, article)),
        tuple(_criticism(document, facts, article)),
        tuple(_changes(document, facts, article)),
        tuple(OpenRow(fact, article, document.annotator) for fact in facts.facts if fact.reasons),
    )


def joined(lists: Iterable[DeskLists]) -> DeskLists:
    """Return the lists of several documents one after the other."""
    found = [*lists]
    return DeskLists(
        tuple(chain.from_iterable(one.queries for one in found)),
        tuple(chain.from_iterable(one.calls for one in found)),
        tuple(chain.from_iterable(one.criticism for one in found)),
        tuple(chain.from_iterable(one.changes for one in found)),
        tuple(chain.from_iterable(one.open for one in found)),
    )


def _queries(document: Document, facts: DeskFacts, article: str) -> list[QueryRow]:
    queries = document.of(Query).values()
    rows = [QueryRow(one, facts.of(one.about), article, document.annotator) for one in queries]
    return sorted(rows, key=lambda row: (*_position(row.fact), row.query.asked, row.query.id))


def _criticism(document: Document, facts: DeskFacts, article: str) -> list[CriticismRow]:
    rows = [
        CriticismRow(one, facts.of_all(one.of), facts.of_all(one.answered_in), article, document.annotator)
        for one in document.of(Criticism).values()
    ]
    return sorted(rows, key=lambda row: (*_position(next(iter(row.facts), None)), row.criticism.id))


def _changes(document: Document, facts: DeskFacts, article: str) -> Iterable[ChangeRow]:
    for annotation in document.in_text_order():
        wording = annotation.wording
        new, fact = text_in(wording.get("new")), facts.of(annotation.id) if wording else None
        if fact and new:
            old = text_in(wording.get("old")) or fact.words
            answer, why = text_in(wording.get("answer")), text_in(wording.get("why"))
            yield ChangeRow(fact, old, new, answer, why, article, document.annotator)


def _position(fact: DeskFact | None) -> tuple[int, int]:
    return (fact.span.start, fact.span.end) if fact else (-1, -1)
