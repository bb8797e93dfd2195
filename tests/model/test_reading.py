"""What was read of an article: ranges that grow and shrink sentence by sentence, in any order, with undo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.sentences import sentences
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.change import Change
from annotator.model.document import IN_WORK, Document, Read
from annotator.model.reading import altered_reading, covers, mark_read, mark_unread, place_of
from annotator.model.span import Span, merged
from tests.support.document_strategies import documents

TEXT = "The tram stops here. It goes on at noon.\n\nNobody waits."
FIRST, SECOND, THIRD = sentences(TEXT)


def document(*read: Span) -> Document:
    return Document(Article.of("tram.txt", TEXT), read=read)


def after(change: Change, before: Document) -> tuple[Span, ...]:
    return change.apply(before).read


def test_sentences_with_blanks_between_them_become_one_range_and_the_work_has_begun() -> None:
    change = mark_read(document(), [FIRST, SECOND])
    read = change.apply(document())
    assert read.read == (Span(FIRST.start, SECOND.end),)
    assert read.status.value == IN_WORK
    assert after(mark_read(read, [THIRD]), read) == (Span(0, len(TEXT)),)


def test_what_is_read_already_changes_nothing() -> None:
    assert not mark_read(document(Span(0, 30)), [FIRST, Span(2, 5)])
    assert not mark_unread(document(FIRST), [SECOND])


def test_a_sentence_taken_out_leaves_no_blanks_behind() -> None:
    whole = document(Span(0, len(TEXT)))
    assert after(mark_unread(whole, [SECOND]), whole) == (FIRST, THIRD)
    assert after(mark_unread(whole, [FIRST, SECOND, THIRD]), whole) == ()


@pytest.mark.parametrize(
    ("before", "wished", "place"),
    [
        ((), FIRST, FIRST.start),
        ((FIRST,), SECOND, SECOND.start),
        ((THIRD,), FIRST, FIRST.start),
        ((FIRST,), THIRD, THIRD.start),
        ((FIRST, THIRD), SECOND, SECOND.start),
    ],
)
def test_a_step_leads_to_the_sentence_that_it_is_of(before: tuple[Span, ...], wished: Span, place: int) -> None:
    change = mark_read(document(*before), [wished])
    assert place_of(change, TEXT) == place_of(change.inverse(), TEXT) == place


def test_a_step_of_annotations_leads_to_the_first_that_goes() -> None:
    gone = Annotation("a00000", "claim", SECOND)
    assert place_of(Change(removed=(gone,)), TEXT) == SECOND.start
    assert place_of(Change(added=(gone,)), TEXT) is None


spans_of_text = st.integers(0, len(TEXT) - 1).flatmap(
    lambda start: st.integers(start + 1, len(TEXT)).map(lambda end: Span(start, end))
)
readings = st.lists(spans_of_text, max_size=5).map(merged)


@given(documents(), st.data())
def test_all_sentences_marked_in_any_order_cover_all_words_and_undo_gives_back(
    before: Document, data: st.DataObject
) -> None:
    text, now = before.article.text, before
    found = [*sentences(text)]
    changes = []
    for sentence in data.draw(st.permutations(found)):
        changes.append(mark_read(now, [sentence]))
        now = changes[-1].apply(now)
    assert now.read == after(mark_read(before, found), before)
    assert now.read == merged(now.read)
    assert all(covers(now.read, sentence) for sentence in found)
    unread = "".join(letter for place, letter in enumerate(text) if not any(one.contains(place) for one in now.read))
    assert not unread.strip()
    for change in reversed(changes):
        now = change.inverse().apply(now)
    assert (now.read, now.status) == (before.read, before.status)


@given(readings, st.lists(spans_of_text, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_marking_does_not_matter(before: tuple[Span, ...], wished: list[Span], chance: object) -> None:
    mixed = sorted(wished, key=lambda _span: chance.random())  # type: ignore[attr-defined]  # hypothesis' own random
    start = document(*before)
    assert after(mark_read(start, wished), start) == after(mark_read(start, mixed), start)


@given(readings, spans_of_text)
def test_nothing_else_is_touched(before: tuple[Span, ...], wished: Span) -> None:
    start = document(*before)
    marked, unmarked = after(mark_read(start, [wished]), start), after(mark_unread(start, [wished]), start)
    for place, letter in enumerate(TEXT):
        was, inside = _has(before, place), wished.contains(place)
        assert _has(marked, place) == (was or inside) or letter.isspace()
        assert _has(unmarked, place) == (was and not inside) or letter.isspace()


def _has(read: tuple[Span, ...], place: int) -> bool:
    return any(span.contains(place) for span in read)


def test_altered_ranges_are_those_on_one_side_only() -> None:
    change = Change((Read((FIRST, THIRD)),), (Read((FIRST, SECOND)),))
    assert altered_reading(change) == [SECOND, THIRD]
    assert altered_reading(Change()) == []
