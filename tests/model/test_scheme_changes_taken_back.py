"""A change of the scheme taken back where an annotation was changed since: each value is looked at by itself."""

from __future__ import annotations

from types import MappingProxyType

from annotator.model.annotation import Annotation, Value
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.scheme_changes.taken_back import without_change
from annotator.model.span import Span


def document(label: str, **attributes: Value) -> Document:
    claim = Annotation("a1", label, Span(0, 4), MappingProxyType(attributes))
    return Document(Article.of("quay.txt", "Nine boats left."), {"a1": claim})


def test_empty_values_are_values() -> None:
    before = document("claim", checked=None, verdict="false")
    changed = document("rumour", checked=None)
    now = document("rumour", checked=None, sure=True)
    (again,) = without_change(changed, before, now).annotations.values()
    assert again.label == "claim"
    assert again.attributes == {"checked": None, "verdict": "false", "sure": True}


def test_a_value_that_the_change_gave_goes() -> None:
    before, changed = document("claim"), document("rumour", checked=None)
    (again,) = without_change(changed, before, document("rumour", checked=None, sure=True)).annotations.values()
    assert again.attributes == {"sure": True}
