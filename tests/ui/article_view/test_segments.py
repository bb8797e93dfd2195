"""Where spans lie on the lines: every letter is covered, whichever way it is written."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock, QTextLine

from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.ui.article_view.segments import Segment
from annotator.ui.article_view.stretches import Stretches

Make = Callable[..., object]
ENGLISH = "Thousands of civilians and rebels left the town on Thursday under a deal that will hold. " * 3
ARABIC = "غادر آلاف المدنيين والمقاتلين المدينة يوم الخميس بموجب اتفاق قالت البلدية إنه سيصمد. " * 3
MIXED = "قالت Red Cross إن 3,000 شخص غادروا Aleppo يوم 15 December، وقال UN envoy إن 40,000 بقوا. " * 3
HEBREW = 'דובר של האו"ם אמר ש-3,000 בני אדם עזבו את Aleppo ביום חמישי. '
EMOJI = "A 👩‍👩‍👧 left 🇪🇺 with e\u0301migrés\u00a0there, ﷽ and \u2067עברית\u2069 too. " * 2


def of_block(reader: object, block: QTextBlock, start: int, end: int) -> list[Segment]:
    view, session = reader.view, reader.session  # type: ignore[attr-defined]  # conftest's class
    stretches = Stretches(session.index, view.offsets, lambda _label: "line")
    return stretches.segments(block, Annotation("x", "claim", Span(start, end)))


def letters(reader: object, text: str) -> list[tuple[int, float, float]]:
    """For every letter that takes room: its line, and where it begins and ends there."""
    block = reader.view.document().firstBlock()  # type: ignore[attr-defined]  # conftest's class
    found = []
    for position in range(len(text)):
        at = reader.view.offsets.to_utf16(position)  # type: ignore[attr-defined]  # likewise
        line = block.layout().lineForTextPosition(at)
        lead = line.cursorToX(at, QTextLine.Edge.Leading)[0]
        trail = line.cursorToX(at, QTextLine.Edge.Trailing)[0]
        found.append((line.lineNumber(), min(lead, trail), max(lead, trail)))
    return found


@pytest.mark.parametrize("text", [ENGLISH, ARABIC, MIXED, HEBREW, EMOJI], ids=["english", "arabic", "mixed", "hebrew", "emoji"])
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(data=st.data())
def test_every_letter_of_a_span_is_covered_and_no_other(reader: object, text: str, data: st.DataObject) -> None:
    if reader.session.current is None:  # type: ignore[attr-defined]  # conftest's class
        reader.open(text)  # type: ignore[attr-defined]  # likewise
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 80)))
    segments = of_block(reader, reader.view.document().firstBlock(), start, end)  # type: ignore[attr-defined]  # likewise
    for position, (line, left, right) in enumerate(letters(reader, text)):
        middle = (left + right) / 2
        if right - left < 0.02 or text[position].isspace():
            continue
        covered = any(s.line == line and s.left - 0.01 <= middle <= s.right + 0.01 for s in segments)
        assert covered == (start <= position < end), text[position]


@pytest.mark.parametrize("text", [ENGLISH, ARABIC, MIXED, EMOJI], ids=["english", "arabic", "mixed", "emoji"])
def test_begins_and_ends_once(reader: object, text: str) -> None:
    reader.open(text)  # type: ignore[attr-defined]  # conftest's class
    for start, end in ((0, len(text)), (3, 40), (10, 11), (5, 100)):
        segments = of_block(reader, reader.view.document().firstBlock(), start, end)  # type: ignore[attr-defined]  # likewise
        assert [s.opens for s in segments] == [True] + [False] * (len(segments) - 1)
        assert [s.closes for s in segments] == [False] * (len(segments) - 1) + [True]


def test_right_to_left_begins_at_the_right(reader: object) -> None:
    reader.open(ARABIC)  # type: ignore[attr-defined]  # conftest's class
    first, *_, last = of_block(reader, reader.view.document().firstBlock(), 5, len(ARABIC) - 5)  # type: ignore[attr-defined]  # likewise
    assert first.reversed
    assert (first.closed_right, first.closed_left) == (True, False)
    assert (last.closed_right, last.closed_left) == (False, True)


def test_left_to_right_lies_in_order(reader: object) -> None:
    reader.open(ENGLISH)  # type: ignore[attr-defined]  # conftest's class
    segments = of_block(reader, reader.view.document().firstBlock(), 0, len(ENGLISH))  # type: ignore[attr-defined]  # likewise
    assert [s.line for s in segments] == list(range(len(segments)))
    assert len(segments) > 2
    pitch = reader.view.measure.pitch  # type: ignore[attr-defined]  # likewise
    assert all(below.baseline - above.baseline == pytest.approx(pitch, abs=0.02) for above, below in pairwise(segments))


def test_a_mixed_span_has_a_rectangle_for_each_run(reader: object) -> None:
    text = "قال Red Cross إنه"
    reader.open(text)  # type: ignore[attr-defined]  # conftest's class
    segments = of_block(reader, reader.view.document().firstBlock(), 2, 9)  # type: ignore[attr-defined]  # likewise
    assert [s.reversed for s in segments] == [True, False]


def test_only_its_own_paragraph(reader: object) -> None:
    reader.open("First one.\n\nSecond one.")  # type: ignore[attr-defined]  # conftest's class
    document = reader.view.document()  # type: ignore[attr-defined]  # likewise
    assert of_block(reader, document.findBlockByNumber(0), 12, 18) == []
    assert len(of_block(reader, document.findBlockByNumber(2), 12, 18)) == 1
    assert of_block(reader, document.findBlockByNumber(1), 0, 23) == []
