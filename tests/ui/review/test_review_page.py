"""The page of the review with the mouse: queue, what is under review, reasons, the name, and narrow windows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from annotator.ui.review.queue_panel import QueuePanel
from annotator.ui.review.under_panel import UnderPanel
from annotator.ui.review.verdict_button import VerdictButton
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.widgets.words.elided_label import ElidedLabel
from tests.support.program import Key, Program
from tests.support.reviewed.marked import decided, write_reviewed

Start = Callable[..., Program]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write_reviewed(tmp_path, "ines", "omar")


@pytest.fixture
def program(start: Start, article: Path) -> Program:
    """Sam reviews what Ines has marked; Omar has marked the same."""
    program = start(article, annotator="sam")
    program.window.resize(1400, 900)
    program.press(Key.Key_F9)
    program.wait_for(lambda: program.window.findChild(QWidget, "reviewPage") is not None and len(rows(program)) > 0)
    return program


def rows(program: Program) -> list[str]:
    model = program.part(RowsView, "reviewRows").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def click(program: Program, widget: QWidget) -> None:
    program.click_at(widget, widget.rect().center())


def choose(program: Program, pill: str, times: int) -> None:
    """Click a pill that opens a menu, and choose the entry of that number."""
    click(program, program.part(Pill, pill))
    program.press(Key.Key_Down, times=times)
    program.press(Key.Key_Return)


def test_buttons_decide_and_chips_say_why(program: Program, article: Path) -> None:
    click(program, program.part(VerdictButton, "reviewReject"))
    assert program.part(QLabel, "reviewedWords").text() == "12 million"
    program.type("r")
    assert program.part(QLabel, "reasonAbout").text() == "Why “The footbridge cost 12 million” was decided so"
    click(program, program.part(Pill, "reason-guideline"))
    assert not program.part(QLineEdit, "reasonField").isVisible()
    click(program, program.part(VerdictButton, "reviewAccept"))
    wanted = [("m00000", "none", "guideline"), ("m00001", "ines", "")]
    program.wait_for(lambda: decided(article, "sam") == wanted)
    assert program.part(QLabel, "reviewCounts").text() == "1 accepted · 1 rejected"


def test_escape_asks_for_no_reason_any_more(program: Program, article: Path) -> None:
    program.type("ar")
    program.press(Key.Key_Escape)
    assert not program.part(QLineEdit, "reasonField").isVisible()
    program.type("a")
    program.wait_for(lambda: [why for _id, _took, why in decided(article, "sam")] == ["", ""])


def test_a_row_of_the_queue_is_put_under_review_with_the_mouse(program: Program) -> None:
    view = program.part(RowsView, "reviewRows")
    program.click_at(view.viewport(), view.visualRect(view.model().index(2, 0)).center())
    assert program.part(QLabel, "reviewedWords").text() == "the mayor, Ada Lund"
    assert "attributed to" in program.part(QLabel, "reviewFacts").text()


def test_filters_narrow_the_queue(program: Program) -> None:
    program.type("a")
    click(program, program.part(Pill, "reviewOpen"))
    assert len(rows(program)) == 3
    assert program.part(Pill, "reviewOpen").text() == "Not yet decided 3"
    click(program, program.part(Pill, "reviewAll"))
    assert len(rows(program)) == 4
    choose(program, "reviewLabel", 2)
    assert {row.split(", ")[0] for row in rows(program)} <= {"claim", "figure"}
    assert program.part(Pill, "reviewLabel").text() == "claim"
    choose(program, "reviewLabel", 1)
    assert program.part(Pill, "reviewLabel").text() == "All labels"


def test_somebody_else_is_reviewed(program: Program, article: Path) -> None:
    choose(program, "reviewWhose", 2)
    assert program.part(Pill, "reviewWhose").text() == "omar"
    program.type("a")
    program.wait_for(lambda: decided(article, "sam") == [("m00000", "omar", "")])


def test_both_statuses_stand_in_the_header(program: Program) -> None:
    assert program.part(ElidedLabel, "theirStatus").text() == "Done (by ines)"
    assert program.part(ElidedLabel, "ownStatus").text() == "your review: not started"
    program.type("a")
    assert program.part(ElidedLabel, "ownStatus").text() == "your review: in work"


def test_a_narrow_window_has_the_queue_below_what_is_under_review(program: Program) -> None:
    queue, under = program.part(QueuePanel), program.part(UnderPanel)

    def below() -> int:
        return queue.mapTo(program.window, QPoint()).y() - under.mapTo(program.window, QPoint()).y()

    program.wait_for(lambda: below() == 0)
    assert (queue.width(), under.width()) == (320, 344)
    program.window.resize(900, 600)
    program.wait_for(lambda: below() > 0)
    assert queue.width() == under.width() == 280
    program.window.resize(1400, 900)
    program.wait_for(lambda: queue.width() == 320)


def test_the_question_for_a_name_has_parts_of_one_width_and_no_room_for_nothing(start: Start, article: Path) -> None:
    program = start(article)
    program.press(Key.Key_F9)
    program.wait_for(lambda: program.window.findChild(QLineEdit, "reviewerName") is not None)
    field = program.part(QLineEdit, "reviewerName")
    program.wait_for(field.isVisible)
    button, cancel = program.part(QPushButton, "beginReview"), program.part(QPushButton, "cancelName")
    assert field.width() == 420
    assert button.width() + cancel.width() < field.width()
    ends = [part.mapTo(program.window, QPoint(part.width(), 0)).x() for part in (button, cancel)]
    room = field.mapTo(program.window, QPoint(field.width(), 0)).x() - max(ends)
    assert 0 <= room <= 8  # what the style leaves beside buttons
    before = button.mapTo(program.window, QPoint()).y() - field.mapTo(program.window, QPoint()).y()
    field.clear()
    click(program, button)
    problem = program.part(QLabel, "nameProblem")
    assert problem.isVisible()
    program.wait_for(
        lambda: button.mapTo(program.window, QPoint()).y() - field.mapTo(program.window, QPoint()).y() > before
    )
