"""Line numbers: of every line that can be seen, in the margin before the text, which they do not move."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.article_view.article_layout import ArticleLayout
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
    program.wait_for(lambda: last_number(program) is not None)


def lines(program: Program) -> ArticleLayout:
    found = program.view.document().documentLayout()
    assert isinstance(found, ArticleLayout)
    return found


def last_number(program: Program) -> int | None:
    return lines(program).first_number(program.view.document().blockCount() - 1)


def seen_numbers(program: Program) -> dict[int, float]:
    """The number of each line in sight, counted from the beginning, and where its baseline is."""
    found, number, block = {}, 1, program.view.document().firstBlock()
    tops = {p.block.blockNumber(): p.top for p in program.view.placements(program.view.viewport().rect())}
    while block.isValid():
        layout = block.layout()
        for line in range(layout.lineCount() if block.length() > 1 else 0):
            at = layout.lineAt(line)
            if block.blockNumber() in tops:
                found[number] = tops[block.blockNumber()] + at.y() + at.ascent()
            number += 1
        block = block.next()
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
    return image


def margin_of(program: Program) -> QImage:
    return program.part(QWidget, "structureMargin").grab().toImage()


def test_every_line_in_sight_has_its_number(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path)
    turn_on(program)
    numbers = seen_numbers(program)
    assert list(numbers)[:3] == [1, 2, 3]
    assert len(numbers) > 10
    assert margin_of(program) == drawn(program, numbers)


def test_numbers_go_on_below_as_the_text_is_scrolled(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path, "\n\n".join([RUNNING * 3] * 40))
    turn_on(program)
    program.press(Key.Key_End, CTRL)
    numbers = seen_numbers(program)
    assert min(numbers) > 60
    assert margin_of(program) == drawn(program, numbers)


def test_the_choice_is_ticked_and_kept(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path)
    assert not line_numbers(program).isChecked()
    turn_on(program)
    assert line_numbers(program).isChecked()
    before = margin_of(program)
    program.close()
    again = opened(start, tmp_path)
    again.wait_for(lambda: last_number(again) is not None)
    assert line_numbers(again).isChecked()
    assert margin_of(again) == before


@pytest.mark.parametrize("size", [(1440, 900), (1700, 800), (900, 600)])
def test_they_do_not_move_the_text_where_there_is_room(start: Start, tmp_path: Path, size: tuple[int, int]) -> None:
    program = opened(start, tmp_path, size=size)
    before = program.view.viewport().geometry()
    turn_on(program)
    assert program.view.viewport().geometry() == before


@pytest.mark.parametrize("times", [0, 3, 7, 14])
def test_they_leave_a_narrow_text_its_characters(start: Start, tmp_path: Path, times: int) -> None:
    program = opened(start, tmp_path, RUNNING * 20)
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


def test_they_follow_zoom_and_width(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path)
    turn_on(program)
    last = last_number(program)
    program.press(Key.Key_Equal, CTRL, times=6)
    program.wait_for(lambda: last_number(program) not in (None, last))
    assert margin_of(program) == drawn(program, seen_numbers(program))
    larger = last_number(program)
    program.window.resize(1000, 700)
    program.wait_for(lambda: last_number(program) not in (None, larger))
    assert margin_of(program) == drawn(program, seen_numbers(program))


def test_they_stand_at_the_right_of_an_article_that_runs_leftwards(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path, f"{ARABIC * 3}\n\n{ARABIC * 2}")
    turn_on(program)
    assert program.part(QWidget, "structureMargin").x() > program.view.viewport().x()
    assert margin_of(program) == drawn(program, seen_numbers(program))


def test_a_long_article_is_counted_in_steps_and_stays_where_it_is(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = opened(start, tmp_path, "\n".join([RUNNING * 3] * 1500))
    program.press(Key.Key_End, CTRL)
    bar = program.view.verticalScrollBar()
    bar.setValue(bar.value() - 30)
    before = [placement.block.blockNumber() for placement in program.view.placements(program.view.viewport().rect())]
    line_numbers(program).trigger()
    assert last_number(program) is None
    assert margin_of(program) == drawn(program, {})
    program.wait_for(lambda: last_number(program) is not None)
    after = [placement.block.blockNumber() for placement in program.view.placements(program.view.viewport().rect())]
    assert after == before
    assert bar.maximum() > program.view.document().lineCount() - 60
    assert margin_of(program) == drawn(program, seen_numbers(program))
