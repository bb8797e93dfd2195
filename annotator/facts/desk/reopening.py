"""Reopening of signed facts whose place is not certain after their article has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from annotator.facts.desk.rounds import latest_round
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.sign_offs import SignOff


def with_reopened(document: Document, ids: Collection[str]) -> Document:
    """Return the document with those of the annotations ``ids`` that were signed put into ``reopened``.

    Only sign-offs of the latest round are altered, and only those of another text than the present one.
    """
    reopened = {item.id: item for item in _reopened(document, ids)}
    return document.with_items(SignOff, {**document.of(SignOff), **reopened}) if reopened else document


def _reopened(document: Document, ids: Collection[str]) -> Iterator[SignOff]:
    for item in latest_round(document):
        more = item.facts.keys() & set(ids) - set(item.reopened)
        if more and item.sha256 != document.article.sha256:
            yield altered(item, reopened=tuple(sorted({*item.reopened, *more})))
