"""Pointing at lines: every height belongs to a line, the space between two lines to the one above."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot

from annotator.ui.theme.fonts import article_font
from tests.support.program import send_mouse
from tests.support.reading import Reader

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
ROUNDED, EDGE = 2, 4
"""The caret's rectangle has whole pixels, the lines have fractions."""
TEXTS = {
    "latin": "Thousands of people left the town on Thursday, said the mayor, who had stayed. " * 8,
    "arabic": "غادر آلاف الأشخاص المدينة يوم الخميس، كما قال رئيس البلدية الذي بقي فيها. " * 8,
    "mixed": "人们离开了城市 Thousands ไทย left देवनागरी the town 😀 on Thursday. " * 8,
}


@pytest.mark.parametrize("script", TEXTS)
@pytest.mark.parametrize("pixels", [11, 17, 34])
def test_a_click_goes_to_the_last_line_that_begins_above_it(
    make_reader: Callable[..., Reader], qtbot: QtBot, script: str, pixels: int
) -> None:
    reader = make_reader()
    reader.view.set_type(article_font("", pixels), 74)
    reader.open(f"{TEXTS[script]}\n\n{TEXTS[script]}")
    viewport, text = reader.view.viewport(), reader.session.document.article.text
    tops = sorted({(reader.caret_rect(place).top(), reader.baseline(place)) for place in seen(reader, len(text))})
    assert len({baseline for _, baseline in tops}) > 3
    for y in range(int(tops[0][0]) + 1, viewport.height() - 1):
        if y % 5 and all(abs(y - top) > EDGE for top, _ in tops):
            continue  # in the middle of a line one height is as the next
        qtbot.mouseClick(viewport, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(viewport.width() // 2, y))
        found = reader.baseline(reader.session.caret.position)
        near = (y - ROUNDED, y + ROUNDED + round(reader.view.measure.lead))
        assert found in [max(baseline for top, baseline in tops if top <= max(at, tops[0][0])) for at in near], y


def seen(reader: Reader, length: int) -> list[int]:
    """The positions in sight."""
    height = reader.view.viewport().height()
    return [place for place in range(length) if 0 <= reader.caret_rect(place).top() < height]


def test_a_drag_in_the_space_between_two_lines_stays_on_the_line_above(reader: Reader) -> None:
    reader.open(TEXTS["latin"])
    viewport = reader.view.viewport()
    first, x = reader.caret_rect(0), viewport.width() // 2
    between = int(first.bottom()) + 2
    assert between < reader.caret_rect(len(TEXTS["latin"]) // 2).top()
    send_mouse(viewport, PRESS, QPoint(x, between), LEFT, LEFT)
    send_mouse(viewport, MOVE, QPoint(x + 120, between), NONE, LEFT)
    send_mouse(viewport, RELEASE, QPoint(x + 120, between), LEFT, NONE)
    caret = reader.session.caret
    assert caret.start < caret.end
    assert {reader.baseline(caret.start), reader.baseline(caret.end)} == {reader.baseline(0)}


def test_a_mark_is_met_at_every_height_of_its_line(reader: Reader, qtbot: QtBot) -> None:
    text = TEXTS["latin"]
    reader.open(text, [("claim", 0, len(text) - 1)])
    viewport, first = reader.view.viewport(), reader.caret_rect(0)
    for y in range(int(first.top()) + 1, int(first.top() + 2 * reader.view.measure.pitch)):
        reader.session.select(None)
        qtbot.mouseClick(viewport, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(viewport.width() // 2, y))
        assert reader.selected == "a0", y
