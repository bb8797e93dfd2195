"""The board where it is wider than the window, from the left and from the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from annotator.ui.board.rows import BoardRows
from tests.e2e.desk.board_steps import open_board
from tests.support.desk.desk_folder import write_desk
from tests.support.program import Program
from tests.ui.pixels import pixels

HEADING = 30
"""Height of the first line, which is a heading."""


@pytest.fixture
def program(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    program = start_again(write_desk(tmp_path)[0])
    program.window.resize(900, 600)
    open_board(program, 8)
    return program


def colours(picture: QImage, part: QRect) -> int:
    """Return how many colours there are in a part of a picture."""
    return len(set(pixels(picture.copy(part))))


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_heading_begins_in_sight_where_the_board_is_wider_than_the_window(
    program: Program, direction: Qt.LayoutDirection
) -> None:
    program.window.setLayoutDirection(direction)
    rows = program.part(BoardRows)
    program.wait_for(lambda: rows.isRightToLeft() == (direction is Qt.LayoutDirection.RightToLeft))
    assert rows.horizontalScrollBar().maximum() > 0
    rows.horizontalScrollBar().setValue(0)
    side, width = 140, rows.viewport().width()
    left = 0 if direction is Qt.LayoutDirection.LeftToRight else width - side
    assert colours(rows.viewport().grab().toImage(), QRect(left, 1, side, HEADING - 2)) > 10


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_heading_stays_whole_while_the_board_is_scrolled_sideways(
    program: Program, direction: Qt.LayoutDirection
) -> None:
    program.window.setLayoutDirection(direction)
    rows = program.part(BoardRows)
    program.wait_for(lambda: rows.isRightToLeft() == (direction is Qt.LayoutDirection.RightToLeft))
    bar, heading = rows.horizontalScrollBar(), QRect(0, 0, rows.viewport().width(), HEADING)
    assert bar.maximum() > 0
    pictures = []
    for place in (0, bar.maximum()):
        bar.setValue(place)
        pictures.append(rows.viewport().grab(heading).toImage())
    assert pictures[0] == pictures[1]
    end = heading.width() - 60 if direction is Qt.LayoutDirection.LeftToRight else 14
    assert colours(pictures[0], QRect(end, 1, 46, HEADING - 2)) > 10, "how many rows are open stands at its end"


def test_where_two_scroll_bars_meet_there_is_ground_and_no_frame(program: Program) -> None:
    rows = program.part(BoardRows)
    program.window.resize(900, 420)
    program.wait_for(lambda: rows.verticalScrollBar().isVisible() and rows.horizontalScrollBar().isVisible())
    bar, picture = rows.verticalScrollBar().width(), rows.grab().toImage()
    corner = QRect(rows.width() - bar, rows.height() - bar, bar, bar).adjusted(0, 0, -1, -1)
    assert colours(picture, corner) == 1
