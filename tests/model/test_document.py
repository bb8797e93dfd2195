"""Documents."""

from __future__ import annotations

from types import MappingProxyType

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span


def test_annotations_come_in_text_order_and_say_their_words() -> None:
    made = [Annotation("b", "x", Span(0, 2)), Annotation("a", "x", Span(0, 2)), Annotation("c", "x", Span(0, 1))]
    document = Document(Article.of("a.txt", "abc"), MappingProxyType({item.id: item for item in made}))
    assert [item.id for item in document.in_text_order()] == ["c", "a", "b"]
    assert document.words(made[0]) == "ab"
