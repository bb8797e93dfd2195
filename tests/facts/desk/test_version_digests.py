"""What a digest of a version depends on, and what it does not."""

from __future__ import annotations

import pytest

from annotator.facts.desk.version_digests import version_digest, version_digests
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.span import Span

ARTICLE = Article.of("bridge.txt", "The bridge cost 12 million, said the council.")
CLAIM = Annotation("aaaaaa", "claim", Span(0, 26), {"kind": "quantity"})
SOURCE = Annotation("bbbbbb", "source", Span(33, 44))
LINK = Relation("cccccc", "attributed-to", "aaaaaa", "bbbbbb")


def document(*items: Annotation | Relation) -> Document:
    annotations = {item.id: item for item in items if isinstance(item, Annotation)}
    return Document(ARTICLE, annotations, {item.id: item for item in items if isinstance(item, Relation)})


BEFORE = document(CLAIM, SOURCE, LINK)


def test_a_digest_has_sixteen_digits_and_none_is_there_for_what_is_not() -> None:
    assert len(version_digest(BEFORE, "aaaaaa")) == 16
    assert version_digest(BEFORE, "zzzzzz") == ""


@pytest.mark.parametrize(
    "after",
    [
        document(altered(CLAIM, label="figure"), SOURCE, LINK),
        document(altered(CLAIM, span=Span(0, 25)), SOURCE, LINK),
        document(altered(CLAIM, attributes={}), SOURCE, LINK),
        document(CLAIM, SOURCE),
        document(CLAIM, altered(SOURCE, span=Span(37, 44)), LINK),
        document(CLAIM, SOURCE, altered(LINK, type="supports")),
    ],
)
def test_what_is_said_is_in_the_digest(after: Document) -> None:
    assert version_digest(after, "aaaaaa") != version_digest(BEFORE, "aaaaaa")


def test_ids_times_notes_and_origin_are_not() -> None:
    renamed = altered(CLAIM, id="dddddd", created="2026-01-01T00:00:00Z", note="sure?", origin="import")
    after = document(renamed, altered(SOURCE, id="eeeeee"), Relation("ffffff", "attributed-to", "dddddd", "eeeeee"))
    assert version_digest(after, "dddddd") == version_digest(BEFORE, "aaaaaa")


def test_all_digests_are_those_of_each() -> None:
    assert version_digests(BEFORE) == {id: version_digest(BEFORE, id) for id in ("aaaaaa", "bbbbbb")}
