"""Excerpts of an article around a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.session.fact_tables.excerpt import MOST, excerpt

TEXT = "A headline\n\nTwo people died and 412 homes were flooded.\nAnother paragraph.\n"


def test_it_is_the_paragraph_with_its_annotations_moved() -> None:
    start = TEXT.index("412")
    annotations = [Annotation("f", "figure", Span(start, start + 3)), Annotation("h", "part", Span(0, 10))]
    found = excerpt(TEXT, Span(start, start + 3), annotations)
    assert found is not None
    assert found.text == "Two people died and 412 homes were flooded."
    assert [(one.id, one.span.of(found.text)) for one in found.annotations] == [("f", "412")]


def test_an_annotation_over_several_paragraphs_is_cut_off() -> None:
    start = TEXT.index("412")
    found = excerpt(TEXT, Span(start, start + 3), [Annotation("w", "part", Span(0, len(TEXT)))])
    assert found is not None
    assert found.annotations[0].span == Span(0, len(found.text))


def test_there_is_none_for_a_place_beyond_the_text() -> None:
    assert excerpt("short", Span(3, 9), []) is None


@given(st.text("ab \n", min_size=1, max_size=3000), st.data())
def test_the_words_of_the_place_are_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = excerpt(text, span, [Annotation("a", "claim", span)])
    assert found is not None
    assert found.span.of(found.text) == span.of(text)
    assert found.annotations[0].span == found.span
    assert len(found.text) <= MOST + len(span) or "\n" in span.of(text) or " " not in found.text.strip()
