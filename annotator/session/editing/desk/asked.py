"""Queries and criticism of one annotation or of the article, in the order in which they are listed."""

from __future__ import annotations

from annotator.model.document import Document
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query


def asked_of(document: Document, id: str) -> list[Query | Criticism]:
    """Return the queries and criticism of the annotation with this id; of the article if the id is empty."""
    queries = [query for query in document.of(Query).values() if query.about == id]
    criticism = [item for item in document.of(Criticism).values() if id in item.of]
    return [*sorted(queries, key=lambda it: (it.asked, it.id)), *sorted(criticism, key=lambda it: it.id)]
