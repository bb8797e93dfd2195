"""Line numbers: of the article's own lines, in the margin before the text, which they do not move."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.fonts import chrome_font
from tests.support.program import CTRL, Key, Program
from tests.ui.article_view.test_dragging import ARABIC

Start = Callable[..., Program]
RUNNING = "A council of nine people met in the old town hall and put off what it had been asked to decide. "
TEXT = "\n\n".join(("A headline", RUNNING * 3, RUNNING, RUNNING * 5, "The end")) + "\n"


def opened(start: Start, folder: Path, text: str = TEXT, size: tuple[int, int] = (1440, 900)) -> Program:
    (folder / "hall.txt").write_text(text, "utf-8")
    program = start(folder / "hall.txt")
    program.window.resize(*size)
    program.wait_for(lambda: (program.window.width(), program.window.height()) == size)
    return program


def line_numbers(program: Program) -> QAction:
    found = next(a for a in program.window.actions() if a.objectName() == "line_numbers")
    assert found.isEnabled()
    return found


def turn_on(program: Program) -> None:
    line_numbers(program).trigger()


def seen_numbers(program: Program) -> dict[int, float]:
    """The number of each of the file's lines that has words in sight, and the baseline of its first screen line."""
    view, found = program.view, {}
    file_lines = program.document.article.text.split("\n")
    for placement in view.placements(view.viewport().rect()):
        number, first = placement.block.blockNumber(), placement.block.layout().lineAt(0)
        assert placement.block.text() == file_lines[number]
        if file_lines[number]:
            found[number + 1] = placement.top + first.y() + first.ascent()
    return found


def drawn(program: Program, numbers: dict[int, float]) -> QImage:
    """The margin as it should be with these numbers and nothing else."""
    margin, measure = program.part(QWidget, "structureMargin"), program.view.measure
    image = QImage(margin.size(), QImage.Format.Format_RGB32)
    image.fill(program.view.look.theme.base)
    painter, font = QPainter(image), chrome_font(-2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(program.view.look.theme.muted)
    at = 24 * measure.unit - measure.side
    for number, baseline in numbers.items():
        width = QFontMetricsF(font).horizontalAdvance(str(number))
        x = at if program.view.mirrored else margin.width() - at - width
        painter.drawText(QPointF(x, baseline), str(number))
    painter.end()
    return before_the_bar(program, image)


def before_the_bar(program: Program, margin: QImage) -> QImage:
    """The margin without the bar that shows what is read, which lies between the numbers and the text."""
    measure, size = program.view.measure, margin.size()
    width = ceil(24 * measure.unit - measure.side)
    left = width if program.view.mirrored else 0
    return margin.copy(left, 0, size.width() - width, size.height())


def margin_of(program: Program) -> QImage:
    return before_the_bar(program, program.part(QWidget, "structureMargin").grab().toImage())


def test_every_line_of_the_file_has_its_number_beside_its_first_screen_line(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path)
    turn_on(program)
    numbers = seen_numbers(program)
    assert list(numbers) == [1, 3, 5, 7, 9]
    assert margin_of(program) == drawn(program, numbers)


def test_numbers_go_on_below_as_the_text_is_scrolled(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path, "\n\n".join([RUNNING * 3] * 40))
    turn_on(program)
    program.press(Key.Key_End, CTRL)
    numbers = seen_numbers(program)
    assert max(numbers) == 79
    assert margin_of(program) == drawn(program, numbers)


def test_the_choice_is_ticked_and_kept(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path)
    assert not line_numbers(program).isChecked()
    turn_on(program)
    assert line_numbers(program).isChecked()
    before = margin_of(program)
    program.close()
    again = opened(start, tmp_path)
    assert line_numbers(again).isChecked()
    assert margin_of(again) == before


@pytest.mark.parametrize("size", [(1440, 900), (1700, 800), (900, 600)])
def test_they_do_not_move_the_text_where_there_is_room(
    start_again: Start, tmp_path: Path, size: tuple[int, int]
) -> None:
    program = opened(start_again, tmp_path, size=size)
    before = program.view.viewport().geometry()
    turn_on(program)
    assert program.view.viewport().geometry() == before


@pytest.mark.parametrize("times", [0, 3, 7, 14])
def test_they_leave_a_narrow_text_its_characters(start_again: Start, tmp_path: Path, times: int) -> None:
    program = opened(start_again, tmp_path, RUNNING * 20)
    program.press(Key.Key_Equal, CTRL, times=times)
    program.window.resize(10, 600)  # as narrow as it allows
    before, width = most_characters(program), program.window.width()
    turn_on(program)
    assert program.window.width() == width
    assert before >= 45
    assert most_characters(program) >= 45
    measure = program.view.measure
    assert program.view.viewport().width() >= 45 * measure.character + 2 * measure.side


def most_characters(program: Program) -> int:
    layout = program.view.document().firstBlock().layout()
    return max(layout.lineAt(number).textLength() for number in range(layout.lineCount()))


def test_they_are_the_same_at_every_zoom_and_width(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path)
    turn_on(program)
    before = list(seen_numbers(program))
    for key, size in ((Key.Key_Equal, (1440, 900)), (Key.Key_0, (1000, 900)), (Key.Key_Minus, (700, 900))):
        program.press(key, CTRL)
        program.window.resize(*size)
        program.wait_for(lambda size=size: program.window.width() == size[0])
        numbers = seen_numbers(program)
        assert list(numbers) == before
        assert margin_of(program) == drawn(program, numbers)


def test_they_stand_at_the_right_of_an_article_that_runs_leftwards(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path, f"{ARABIC * 3}\n\n{ARABIC * 2}")
    turn_on(program)
    assert program.part(QWidget, "structureMargin").x() > program.view.viewport().x()
    assert margin_of(program) == drawn(program, seen_numbers(program))


def test_the_numbers_of_a_long_article_are_there_at_once(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path, "\n".join([RUNNING * 3] * 1500))
    program.press(Key.Key_End, CTRL)
    turn_on(program)
    numbers = seen_numbers(program)
    assert max(numbers) == 1500
    assert margin_of(program) == drawn(program, numbers)
