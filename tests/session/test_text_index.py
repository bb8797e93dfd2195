"""The index by place answers as a search through all annotations would."""

from __future__ import annotations

import re
from collections import Counter
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from annotator.model.annotation import Annotation, Excerpt
from annotator.model.change import Change
from annotator.model.items import altered
from annotator.model.offsets import Utf16Map
from annotator.model.span import Span
from annotator.session import text_index
from annotator.session.text_index import TextIndex

PIECES = [
    "a",
    "bc d",
    "\n",
    "\n\n",
    "\u2029",
    "\ufdd0",
    "\ufdd1",
    "\u2028",
    "\u0085",
    "😀",
    "é",
    "\u00a0",
    "\t",
    "\x0b",
    "\x1c",
]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)

FATES = ["stays", "goes", "comes", "is relabelled", "moves", "is elsewhere"]


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Annotation]]:
    text = draw(texts)
    drawn = draw(st.lists(st.tuples(st.integers(0, len(text) + 2), st.integers(1, 8)), max_size=10))
    spans = [Span(start, start + length) for start, length in drawn]
    return text, [Annotation(f"a{number}", "claim", span) for number, span in enumerate(spans)]


def paragraph_of(text: str, position: int) -> int:
    return len(re.findall("[\n\u2029\ufdd0\ufdd1]", text[:position]))


def touches(text: str, annotation: Annotation, paragraph: int) -> bool:
    last = min(annotation.span.end, len(text) + 9) - 1
    within = range(annotation.span.start, last + 1)
    return annotation.span.start < len(text) and paragraph in {paragraph_of(text, position) for position in within}


@given(annotated())
def test_paragraphs(drawn: tuple[str, list[Annotation]]) -> None:
    text, annotations = drawn
    index = TextIndex(text, annotations)
    for position in range(len(text) + 1):
        assert index.paragraph_of(position) == paragraph_of(text, position)
    for paragraph in range(paragraph_of(text, len(text)) + 1):
        here = {a.id for a in index.in_paragraph(paragraph)}
        assert here == {a.id for a in annotations if touches(text, a, paragraph)}
        across = {a.id for a in index.across(paragraph)}
        assert across == {a.id for a in annotations if a.id in here and len(index.paragraphs_of(a)) > 1}


@given(annotated(), st.integers(0, 40))
def test_at_and_near(drawn: tuple[str, list[Annotation]], position: int) -> None:
    text, annotations = drawn
    position = min(position, len(text) - 1)
    index = TextIndex(text, annotations)
    on = [a for a in annotations if a.span.start <= position < a.span.end]
    assert index.at(position) == sorted(on, key=lambda a: (len(a.span), a.position))
    at_its_end = [a for a in index.near(position) if a not in on]
    assert index.near(position)[: len(on)] == index.at(position)
    assert all(a.span.end == position for a in at_its_end)


@given(annotated())
def test_all_with_the_same_span_are_found(drawn: tuple[str, list[Annotation]]) -> None:
    text, annotations = drawn
    elsewhere = [altered(a, id=f"{a.id}-e", displaced=Excerpt("x", sha256="0")) for a in annotations[::2]]
    index = TextIndex(text, [*annotations, *elsewhere])
    for annotation in (*annotations, *elsewhere):
        alike = {a.id for a in (*annotations, *elsewhere) if a.span == annotation.span}
        assert {a.id for a in index.with_span(annotation.span)} == alike


@given(annotated())
def test_numbers_within_a_label(drawn: tuple[str, list[Annotation]]) -> None:
    text, annotations = drawn
    kept = len(annotations) // 2
    index = TextIndex(text, annotations[kept:])
    index.follow(Change((), tuple(annotations[:kept])))
    assert index.counts() == Counter(a.label for a in annotations)
    for annotation in annotations:
        alike = sorted(a.position for a in annotations if a.label == annotation.label)
        assert index.number(annotation) == alike.index(annotation.position) + 1
    index.follow(Change(tuple(annotations), ()))
    assert not index.counts()


@given(annotated(), st.data())
def test_it_follows_changes(drawn: tuple[str, list[Annotation]], data: st.DataObject) -> None:
    text, annotations = drawn
    count = data.draw(st.integers(0, len(annotations)))
    index = TextIndex(text, annotations[:count])
    removed, added = tuple(annotations[: count // 2]), tuple(annotations[count:])
    index.follow(Change(removed, added))
    fresh = TextIndex(text, [*annotations[count // 2 : count], *added])
    assert index.order == fresh.order
    for paragraph in range(paragraph_of(text, len(text)) + 1):
        assert {a.id for a in index.in_paragraph(paragraph)} == {a.id for a in fresh.in_paragraph(paragraph)}
    index.follow(Change(removed, added).inverse())
    assert index.order == sorted(a.position for a in annotations[:count])


@given(annotated(), st.data(), st.sampled_from([-1, text_index.ONE_BY_ONE]))
def test_many_or_few_at_once_are_what_a_new_index_has(
    drawn: tuple[str, list[Annotation]], data: st.DataObject, one_by_one: int
) -> None:
    text, annotations = drawn
    fates = data.draw(st.lists(st.sampled_from(FATES), min_size=len(annotations), max_size=len(annotations)))
    before = [a for a, fate in zip(annotations, fates, strict=True) if fate != "comes"]
    pairs = [(a, _after(a, fate)) for a, fate in zip(annotations, fates, strict=True) if fate != "stays"]
    change = Change(tuple(a for a, _ in pairs if a in before), tuple(after for _, after in pairs if after))
    index = TextIndex(text, before)
    with patch.object(text_index, "ONE_BY_ONE", one_by_one):
        index.follow(change)
        now = [a for a in before if a not in change.removed] + [*change.annotations_added]
        _expect_alike(index, TextIndex(text, now), text)
        index.follow(change.inverse())
        _expect_alike(index, TextIndex(text, before), text)


def _after(annotation: Annotation, fate: str) -> Annotation | None:
    span = annotation.span
    match fate:
        case "comes":
            return annotation
        case "is relabelled":
            return altered(annotation, label="source")
        case "moves":
            return altered(annotation, span=Span(span.start + 1, span.end + 2))
        case "is elsewhere":
            return altered(annotation, displaced=Excerpt("old", sha256="of the old text"))
        case _:
            return None


def _expect_alike(index: TextIndex, other: TextIndex, text: str) -> None:
    assert index.order == other.order
    assert index.counts() == other.counts()
    assert index.displaced == other.displaced
    for paragraph in range(paragraph_of(text, len(text)) + 1):
        assert sorted(index.in_paragraph(paragraph), key=by_id) == sorted(other.in_paragraph(paragraph), key=by_id)


def by_id(annotation: Annotation) -> str:
    return annotation.id


@given(annotated())
def test_next_and_previous(drawn: tuple[str, list[Annotation]]) -> None:
    text, annotations = drawn
    index = TextIndex(text, annotations)
    order = sorted(a.position for a in annotations)
    walked, place = [], index.after((-1, 0, ""))
    while place:
        walked.append(place)
        place = index.after(place)
    assert walked == order
    assert [index.before(place) for place in order] == [None, *order[:-1]][: len(order)]


@given(texts)
def test_paragraphs_are_qts_blocks(text: str) -> None:
    document, offsets, index = QTextDocument(), Utf16Map(text), TextIndex(text, ())
    document.setPlainText(text)
    assert document.characterCount() == offsets.to_utf16(len(text)) + 1
    for position in range(len(text) + 1):
        assert document.findBlock(offsets.to_utf16(position)).blockNumber() == index.paragraph_of(position)


def test_ten_thousand() -> None:
    text = "word and more\n" * 2000
    annotations = [Annotation(f"a{n:05}", "claim", Span(at := n * 28 // 10, at + 4)) for n in range(10_000)]
    index = TextIndex(text, annotations)
    change = Change(tuple(annotations[::7]), ())
    index.follow(change)
    left = [a for n, a in enumerate(annotations) if n % 7]
    assert index.order == sorted(a.position for a in left)
    for position in (0, 13, 14, 999, 27_000):
        assert {a.id for a in index.at(position)} == {a.id for a in left if a.span.contains(position)}


@pytest.mark.parametrize("start", [5, 6, 50])
def test_one_past_the_end_is_in_no_paragraph(start: int) -> None:
    index = TextIndex("short", [Annotation("a", "claim", Span(start, start + 2))])
    assert not index.in_paragraph(0)
    assert index.order == [(start, start + 2, "a")]


def test_annotation_whose_offsets_are_of_another_text_is_in_no_paragraph() -> None:
    elsewhere = Annotation("a", "claim", Span(0, 3), displaced=Excerpt("old", sha256="of the old text"))
    index = TextIndex("new text", [elsewhere])
    assert index.at(1) == []
    assert index.in_paragraph(0) == []
    assert index.order == [elsewhere.position]
    index.follow(Change(removed=(elsewhere,)))
    assert index.order == []
