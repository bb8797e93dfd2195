"""A document with where it lies and its scheme."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme

LATER, EARLIER = Annotation("a", "claim", Span(6, 9)), Annotation("b", "source", Span(0, 5))
LINK = Relation("r", "attributed_to", "a", "b")
DOCUMENT = Document(
    Article.of("town.txt", "Some words."), MappingProxyType({"a": LATER, "b": EARLIER}), MappingProxyType({"r": LINK})
)


def entry(path: str = "news/town.txt", document: Document = DOCUMENT) -> Entry:
    return Entry(path, document, built_in_scheme())


def test_its_annotations_are_in_text_order_and_its_relations_by_their_ids() -> None:
    links = {id: altered(LINK, id=id) for id in ("z", "r", "k")}
    found = entry(document=replace(DOCUMENT, relations=MappingProxyType(links)))
    assert found.annotations == [EARLIER, LATER]
    assert [link.id for link in found.relations] == ["k", "r", "z"]
    assert found.text == "Some words."


@pytest.mark.parametrize(
    ("path", "annotator", "name"),
    [
        ("news/town.txt", "", "news/town"),
        ("news/town.txt", "sam", "news/town.sam"),
        ("a.b.md", "", "a.b"),
        ("town", "sam", "town.sam"),
    ],
)
def test_its_name_has_the_annotator_and_no_suffix(path: str, annotator: str, name: str) -> None:
    assert entry(path, replace(DOCUMENT, annotator=annotator)).name == name
