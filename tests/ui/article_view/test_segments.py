"""Where spans lie on the lines: every letter is covered, whichever way it is written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout

from annotator.language.graphemes import whole_graphemes
from annotator.model.annotation import Annotation
from annotator.model.span import Span, trimmed
from annotator.ui.article_view.segments import Segment
from annotator.ui.article_view.stretches import Stretches
from annotator.ui.article_view.unmarked.direction import RIGHT_TO_LEFT
from tests.support.reading import Reader
from tests.support.running.examples import examples

ENGLISH = "Thousands of civilians and rebels left the town on Thursday under a deal that will hold. " * 3
ARABIC = "غادر آلاف المدنيين والمقاتلين المدينة يوم الخميس بموجب اتفاق قالت البلدية إنه سيصمد. " * 3
MIXED = "قالت Red Cross إن 3,000 شخص غادروا Aleppo يوم 15 December، وقال UN envoy إن 40,000 بقوا. " * 3
HEBREW = 'דובר של האו"ם אמר ש-3,000 בני אדם עזבו את Aleppo ביום חמישי. '
EMOJI = "A 👩‍👩‍👧 left 🇪🇺 with e\u0301migrés\u00a0there, and עברית too. " * 2
TEXTS = {"english": ENGLISH, "arabic": ARABIC, "mixed": MIXED, "hebrew": HEBREW, "emoji": EMOJI}


def of_block(reader: Reader, start: int, end: int, paragraph: int = 0) -> list[Segment]:
    view, session = reader.view, reader.session
    block = view.document().findBlockByNumber(paragraph)
    stretches = Stretches(session.index, view.offsets, lambda _label: "line")
    return stretches.segments(block, Annotation("x", "claim", Span(start, end)))


def shown_as_selected(reader: Reader, start: int, end: int) -> QImage:
    """The first paragraph as Qt itself paints it with these characters selected, in red."""
    block, offsets = reader.view.document().firstBlock(), reader.view.offsets
    selection = QTextLayout.FormatRange()
    selection.start, selection.length = offsets.to_utf16(start), offsets.to_utf16(end) - offsets.to_utf16(start)
    selection.format.setBackground(QColor("red"))
    selection.format.setForeground(QColor("red"))
    image = QImage(900, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    block.layout().draw(painter, QPointF(0, 0), [selection])
    painter.end()
    return image


def red_stretches(image: QImage, rows: tuple[int, ...]) -> list[tuple[int, int]]:
    """Where there is red in these rows; an emoji hides it in some of them."""
    red = QColor("red").rgb()
    row = [any(image.pixel(x, y) == red for y in rows) for x in range(image.width())]
    edges = [x for x, (before, now) in enumerate(pairwise([False, *row, False])) if before != now]
    return list(zip(edges[::2], edges[1::2], strict=True))


def joined(segments: list[Segment], line: int) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for left, right in sorted((s.left, s.right) for s in segments if s.line == line and s.right > s.left):
        if found and left - found[-1][1] < 1.5:
            found[-1] = found[-1][0], max(right, found[-1][1])
        else:
            found.append((left, right))
    return found


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@examples(1, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_span_lies_where_qt_paints_it(reader: Reader, text: str, data: st.DataObject) -> None:
    if reader.session.current is None:
        reader.open(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 90)))
    span = trimmed(text, start, end)
    if span is None:
        return
    span = whole_graphemes(text, span)
    segments = of_block(reader, span.start, span.end)
    image = shown_as_selected(reader, span.start, span.end)
    layout = reader.view.document().firstBlock().layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        baseline = round(line.y() + line.ascent())
        red = red_stretches(image, (baseline - 15, baseline - 5, baseline + 4))
        lies = joined(segments, number)
        if number == segments[-1].line or not red:
            near = 6 if RIGHT_TO_LEFT.search(text) else 1.6  # a blank: Qt lets that of the line before hang over
            assert lies == [pytest.approx(stretch, abs=near) for stretch in red]
        else:  # a line's last blank is painted as selected, and has no mark
            assert len(lies) in (len(red), len(red) - 1)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_begins_and_ends_once(reader: Reader, text: str) -> None:
    reader.open(text)
    for start, end in ((0, len(text)), (13, 40), (10, 11), (12, len(text) - 1)):
        segments = of_block(reader, start, end)
        assert [s.opens for s in segments] == [True] + [False] * (len(segments) - 1)
        assert [s.closes for s in segments] == [False] * (len(segments) - 1) + [True]


def test_right_to_left_begins_at_the_right(reader: Reader) -> None:
    reader.open(ARABIC)
    first, *_, last = of_block(reader, 5, len(ARABIC) - 5)
    assert first.reversed
    assert (first.closed_right, first.closed_left) == (True, False)
    assert (last.closed_right, last.closed_left) == (False, True)


def test_left_to_right_lies_in_order(reader: Reader) -> None:
    reader.open(ENGLISH)
    segments = of_block(reader, 0, len(ENGLISH))
    assert [s.line for s in segments] == list(range(len(segments)))
    assert len(segments) > 2
    pitch = reader.view.measure.pitch
    assert all(below.baseline - above.baseline == pytest.approx(pitch, abs=0.02) for above, below in pairwise(segments))


def test_a_mixed_span_has_a_rectangle_for_each_run(reader: Reader) -> None:
    text = "قال Red Cross إنه"
    reader.open(text)
    segments = of_block(reader, 2, 9)
    assert [(s.closed_left, s.closed_right) for s in segments] == [(False, True), (True, False)]
    assert segments[1].right < segments[0].left


def test_only_its_own_paragraph(reader: Reader) -> None:
    reader.open("First one.\n\nSecond one.")
    assert of_block(reader, 12, 18, paragraph=0) == []
    assert len(of_block(reader, 12, 18, paragraph=2)) == 1
    assert of_block(reader, 0, 23, paragraph=1) == []
