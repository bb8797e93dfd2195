"""The earlier text with which an article is compared: signed, annotated, or that of an older version."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.annotation import Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.session.sync.earlier_text import EarlierText, earlier_text
from annotator.storage.saving.kept_texts import keep_text
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from tests.support.signed.facts import NOON, confirmed, outdated, signed

OLD = "The toll doubled in May. The mayor lied, she said."
NEW = "Late news. The toll tripled in May. The mayor lied, she said."
MADE = confirmed(OLD, {"a1": Span(0, 23), "a2": Span(25, 39)})


@pytest.fixture
def sidecar(tmp_path: Path) -> Path:
    keep_text(tmp_path, MADE.article)
    return tmp_path / "story.annotations.yaml"


def on_new(document: Document) -> Document:
    """Return the document on the new text, the second claim at its place and the first one displaced."""
    made = outdated(document, NEW)
    start = NEW.index("The mayor")
    second = altered(made.annotations["a2"], span=Span(start, start + 14), displaced=None)
    return replace(made, annotations={**made.annotations, "a2": second})


def found(document: Document, sidecar: Path, saved: bytes | None = None) -> EarlierText:
    earlier = earlier_text(document, sidecar, saved)
    assert earlier is not None
    return earlier


def test_the_signed_text_has_its_annotations_and_relations_where_they_were(sidecar: Path) -> None:
    related = replace(MADE, relations={"r1": Relation("r1", "because", "a1", "a2")})
    earlier = found(on_new(signed(related)), sidecar)
    assert earlier.signed
    assert earlier.document.article.text == OLD
    assert {id: earlier.document.words(item) for id, item in earlier.document.annotations.items()} == {
        "a1": "The toll doubled in May",
        "a2": "The mayor lied",
    }
    assert earlier.document.relations.keys() == {"r1"}
    assert all(item.displaced is None for item in earlier.document.annotations.values())
    assert earlier.is_of(on_new(MADE))
    assert not earlier.is_of(MADE)


def test_without_a_sign_off_it_is_the_text_that_was_annotated(sidecar: Path) -> None:
    earlier = found(on_new(MADE), sidecar)
    assert not earlier.signed
    assert earlier.document.article.text == OLD


def test_where_all_places_are_settled_it_is_the_text_of_the_sidecar(sidecar: Path) -> None:
    plain = Document(Article.of("story.txt", NEW))
    assert earlier_text(plain, sidecar, None) is None
    assert earlier_text(plain, sidecar, b"article: [") is None
    assert found(plain, sidecar, SidecarWriter().data(MADE)).document.article.text == OLD


def test_a_text_that_is_not_kept_is_passed_over(sidecar: Path) -> None:
    once = signed(MADE)
    lost = replace(once, article=altered(once.article, sha256="0" * 64))
    twice = replace(signed(lost, "bob", NOON, id="s2"), article=once.article)
    assert found(on_new(twice), sidecar).document.article.text == OLD
