"""Rows of the card stand in their places whenever they are painted, in the first picture and as proposals arrive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.card.row_button import RowButton
from annotator.ui.card.slot_frame import SlotFrame
from tests.support.program import ALT, SHIFT, Program
from tests.ui.card.carded import AGAIN, ALL, CUE, OTHER, PART, SOURCE, annotation, card, focused, opened, part

Key = Qt.Key
HEIGHT = 28


class Painted(QObject):
    """Heights in pixels at which rows of cards are painted, and their names; widths at which the text is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.heights: set[int] = set()
        self.names: set[str] = set()
        self.widths: set[int] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, RowButton):
            self.heights.add(watched.height())
            self.names.add(watched.objectName())
        elif event.type() == QEvent.Type.Paint and isinstance(watched.parent(), ArticleView):
            self.widths.add(watched.parent().width())
        return False


@contextmanager
def watched() -> Iterator[Painted]:
    application, painted = QApplication.instance(), Painted()
    assert application
    application.installEventFilter(painted)
    try:
        yield painted
    finally:
        application.removeEventFilter(painted)


@pytest.fixture
def program(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    return opened(start_again, tmp_path, (SOURCE, "s"), (CUE, "u"), (ALL, "f"), (PART, "f"), (OTHER, "c"), (AGAIN, "c"))


def test_no_row_is_painted_lower_than_it_is(program: Program) -> None:
    again = f"proposed-{annotation(program, AGAIN).id}"
    with watched() as painted:
        program.press(Key.Key_K)
        program.wait_for(lambda: again in painted.names)
        assert painted.heights == {HEIGHT}
        program.press(Key.Key_Down, ALT)
        painted.names.clear()
        program.press(Key.Key_Up, ALT)
        program.wait_for(lambda: again in painted.names)
    assert painted.heights == {HEIGHT}


def test_the_text_is_painted_once_as_it_moves_aside(program: Program) -> None:
    before = program.view.width()
    with watched() as painted:
        program.press(Key.Key_K)
        program.wait_for(lambda: bool(painted.widths))
    assert painted.widths == {program.view.width()}
    assert program.view.width() < before


def test_the_text_is_painted_where_the_card_is_closed_before_it_moves_aside(program: Program) -> None:
    picture = program.view.grab().toImage()
    program.press(Key.Key_K)
    program.press(Key.Key_Escape)
    with watched() as painted:
        program.wait_for(lambda: bool(painted.widths))
    assert program.view.grab().toImage() == picture


def test_the_check_comes_below_and_moves_nothing(start_again: Callable[..., Program], tmp_path: Path) -> None:
    program = opened(start_again, tmp_path, (SOURCE, "s"), (ALL, "f"))
    program.press(Key.Key_K)
    shown = card(program)
    assert shown
    assert part(program, "cardNote") is None
    above = [it for it in shown.findChildren(SlotFrame) if it.isVisible()]
    before = [it.geometry().getRect() for it in above]
    program.wait_for(lambda: part(program, "cardNote") is not None)
    assert [it.geometry().getRect() for it in above] == before


def test_the_check_of_the_next_card_opened_is_its_own(program: Program) -> None:
    program.press(Key.Key_K)
    program.wait_for(lambda: part(program, "cardNote") is not None)
    state = part(program, "check-confirmed")
    assert isinstance(state, QAbstractButton)
    state.click()
    program.press(Key.Key_Escape)
    program.session.select(annotation(program, OTHER).id, show=True)
    program.press(Key.Key_K)
    program.wait_for(lambda: part(program, "cardNote") is not None)
    assert not state.isChecked()
    state.click()
    assert [it.state for it in program.document.annotations.values()].count("confirmed") == 2


def test_a_key_reaches_the_check_before_it_is_painted(program: Program) -> None:
    program.press(Key.Key_K)
    program.press(Key.Key_Tab, SHIFT)
    assert focused(program) == "cardNote"


def test_what_fills_the_card_has_its_place_at_once(program: Program) -> None:
    program.press(Key.Key_K)
    slots = part(program, "cardSlots")
    assert slots
    assert slots.height() >= slots.heightForWidth(slots.width())
