"""The board opens on the claim that is selected in the text, and its strip says what is current and what keys do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.e2e.desk.board_steps import lines, rows_of
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.ui.board.conftest import Desk


def strip(program: Program) -> tuple[str, str]:
    part = program.part(QWidget, "boardStrip")
    return part.accessibleName(), part.accessibleDescription()


def test_it_opens_on_the_claim_that_is_selected_in_the_text(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_B, CTRL)
    program.session.select("c3", show=True)
    program.press(Key.Key_B, CTRL)
    assert rows_of(program).currentIndex().row() == 3
    assert lines(program)[3] == "It opened in 1911"


def test_a_closed_group_is_opened_for_it(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_Left)
    program.press(Key.Key_B, CTRL)
    program.session.select("c2", show=True)
    program.press(Key.Key_B, CTRL)
    assert lines(program)[rows_of(program).currentIndex().row()] == "Some 3,000 people cross it"


def test_an_annotation_of_another_label_leaves_the_row_as_it_was(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_End)
    before = rows_of(program).currentIndex().row()
    program.press(Key.Key_B, CTRL)
    program.session.select("s1", show=True)
    program.press(Key.Key_B, CTRL)
    assert rows_of(program).currentIndex().row() == before


def test_the_strip_quotes_the_sentence_of_the_row(desk: Desk) -> None:
    program = desk.program
    assert strip(program) == (
        "The bridge is unsafe, the engineer said.",
        "bridge.txt, at 19–39 · Said by: the engineer",
    )


def test_the_sentence_of_an_article_that_is_not_open_is_read(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_End)
    program.press(Key.Key_Up)
    program.wait_for(lambda: strip(program)[0] == "Traders agreed, the mayor said.")


def test_the_strip_tells_of_a_group_of_several_rows_and_of_none(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_Home)
    assert strip(program) == ("bridge · Bridge stays shut", "3 rows, 3 open")
    program.press(Key.Key_Down)
    program.press(Key.Key_Down, SHIFT)
    assert strip(program) == ("2 rows are selected", "A value that is set now is set for all of them.")
    program.press(Key.Key_F, CTRL)
    program.type("nowhere")
    program.press(Key.Key_Down)
    program.wait_for(lambda: not lines(program))
    assert strip(program) == ("", "There is no row to choose.")
