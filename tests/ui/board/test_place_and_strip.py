"""The board opens on the claim that is selected in the text, and its strip says what is current and what keys do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from tests.e2e.desk.board_steps import lines, open_board, rows_of
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.ui.board.conftest import Desk
from tests.ui.directions import arabic
from tests.ui.pixels import pixels


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


def test_the_place_in_the_strip_has_the_digits_of_the_language(desk: Desk) -> None:
    with arabic():
        desk.program.press(Key.Key_Down)
        desk.program.wait_for(lambda: "عند" in strip(desk.program)[1])
        assert any(sign in "٠١٢٣٤٥٦٧٨٩" for sign in strip(desk.program)[1])
        assert not any(sign in "0123456789" for sign in strip(desk.program)[1])


def test_the_sentence_of_an_article_that_is_not_open_is_read(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_End)
    program.press(Key.Key_Up)
    program.wait_for(lambda: strip(program)[0] == "Traders agreed, the mayor said.")


def test_the_strip_tells_of_a_group_of_several_rows_and_of_none(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_Home)
    program.wait_for(lambda: strip(program) == ("bridge · Bridge stays shut", "3 rows, 3 open"))
    program.press(Key.Key_Down)
    program.press(Key.Key_Down, SHIFT)
    program.wait_for(
        lambda: strip(program) == ("2 rows are selected", "A value that is set now is set for all of them.")
    )
    program.press(Key.Key_F, CTRL)
    program.type("nowhere")
    program.press(Key.Key_Down)
    program.wait_for(lambda: not lines(program))
    program.wait_for(lambda: strip(program) == ("", "There is no row to choose."))


def test_the_strip_has_the_claim_itself_however_long_the_sentence_before_it_is(
    start_again: Callable[..., Program], tmp_path: Path
) -> None:
    before = "On the eve of the feast, long after the ferries had gone and the last lamp on the quay was out, "
    (tmp_path / "quay.txt").write_text(f"{before}a crane fell.\n", "utf-8")
    program = start_again(tmp_path / "quay.txt")
    program.select("a crane fell")
    program.press(Key.Key_C)
    program.window.resize(900, 600)
    open_board(program, 2)
    program.wait_for(lambda: strip(program)[0] == f"{before}a crane fell.")
    look, scheme = program.view.look, program.session.scheme
    tint = look.theme.label(scheme.label("claim"), "claim").tint.rgb()
    part = program.part(QWidget, "boardStrip")
    part.resize(500, part.height())
    assert list(pixels(part.grab(QRect(60, 0, 440, part.height())).toImage())).count(tint) > 200
