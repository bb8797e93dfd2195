"""The paragraphs in sight are those that Qt shows, however the text was scrolled, resized or laid out before."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication

from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.article_view.unmarked.strips import APART, strips
from annotator.ui.theme.fonts import article_font
from tests.support.reading import Reader
from tests.support.running.examples import examples
from tests.ui.article_view.test_partial_repaint import TEXT, WORDS, are_alike, on_screen

OUTSIDE = 6
TEXTS = (TEXT, f"{WORDS}\n\n" * 30, "")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("scroll"), st.integers(0, 90)),
        st.tuples(st.just("resize"), st.sampled_from((500, 640, 900))),
        st.tuples(st.just("type"), st.sampled_from((14, 17, 28))),
        st.tuples(st.just("lanes"), st.integers(0, 2)),
        st.tuples(st.just("discard"), st.integers(0, 20)),
        st.tuples(st.just("open"), st.integers(0, len(TEXTS) - 1)),
    ),
    min_size=1,
    max_size=6,
)
PARTS = st.lists(st.tuples(st.integers(0, 700), st.integers(1, 120)), min_size=1, max_size=5)


def walked(view: ArticleView, rect: QRect) -> list[tuple[int, float, float, int]]:
    """Ask Qt for each paragraph from the first in sight on: number, top, height and number of lines."""
    found, block, top = [], view.firstVisibleBlock(), view.contentOffset().y()
    while block.isValid() and top <= rect.bottom() + OUTSIDE:
        height = view.document().documentLayout().blockBoundingRect(block).height()
        if top + height >= rect.top() - OUTSIDE:
            found.append((block.blockNumber(), top, height, block.layout().lineCount()))
        block, top = block.next(), top + height
    return found


def take(reader: Reader, kind: str, size: int) -> None:
    view = reader.view
    match kind:
        case "scroll":
            view.verticalScrollBar().setValue(size)
        case "resize":
            view.resize(size, view.height())
        case "type":
            view.set_type(article_font("serif", size), 72)
        case "lanes":
            view.set_lanes(size)
        case "discard":
            view.document().findBlockByNumber(size).clearLayout()  # as Qt does without telling
        case _:
            reader.open(TEXTS[size], [("claim", 0, 9)] if TEXTS[size] else [])


@examples(0.4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(steps=[("scroll", 0), ("discard", 1)], parts=[(0, 400)])
@given(steps=STEPS, parts=PARTS)
def test_they_are_those_that_qt_shows(
    reader: Reader, steps: list[tuple[str, int]], parts: list[tuple[int, int]]
) -> None:
    reader.open(TEXT, [("claim", 0, 9)])
    for kind, size in steps:
        QApplication.processEvents()
        take(reader, kind, size)
        for top, height in parts:
            rect = QRect(0, top, reader.view.viewport().width(), height)
            found = [
                (at.number, at.top, at.height, at.block.layout().lineCount()) for at in reader.view.placements(rect)
            ]
            assert found == walked(reader.view, rect)


@given(PARTS)
def test_strips_hold_what_is_to_be_painted_and_stand_apart(parts: list[tuple[int, int]]) -> None:
    region = QRegion()
    for top, height in parts:
        region += QRect(0, top, 300, height)
    found = strips(region)
    assert all(any(strip.contains(QRect(0, top, 300, height)) for strip in found) for top, height in parts)
    assert all(below.top() - above.bottom() > APART for above, below in pairwise(found))
    assert all(region.intersects(strip) for strip in found)


@examples(0.4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=PARTS)
def test_parts_far_apart_are_painted_as_the_whole(reader: Reader, parts: list[tuple[int, int]]) -> None:
    reader.open(TEXT, [(label, at, at + 30) for at, label in enumerate(("claim", "quote", "figure", "cue") * 60)][::9])
    reader.session.select("a3")
    reader.view.clearFocus()  # so that no caret blinks
    whole, text = on_screen(reader), reader.view.viewport()
    for top, height in parts:
        text.update(0, top, text.width(), height)
    assert are_alike(on_screen(reader), whole)
