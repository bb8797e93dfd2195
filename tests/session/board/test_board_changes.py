"""Changes in the board: of whom they may be, what is said of those left out, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from annotator.storage.sidecars.sidecar_files import sidecar_path
from tests.e2e.desk.board_steps import cells, column_of, lines, open_board, rows_of
from tests.support.desk.desk_folder import saved_values, write_desk
from tests.support.program import CTRL, SHIFT, Key, Program

Start = Callable[..., Program]
SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def of_two(start: Start, tmp_path: Path) -> tuple[Program, Path, Path]:
    """The board of a folder that two annotators have worked in; the program is the first one's."""
    bridge, market = write_desk(tmp_path, "ana")
    write_desk(tmp_path, "ben")
    program = start(bridge, annotator="ana")
    open_board(program, 16)
    return program, bridge, market


def test_rows_of_another_annotator_are_left_as_they_are(of_two: tuple[Program, Path, Path]) -> None:
    program, bridge, market = of_two
    program.press(Key.Key_A, CTRL)
    program.type("2")
    program.wait_for(lambda: cells(program, "Verdict").count("refuted") == 6)
    program.wait_saved()
    for article in (bridge, market):
        assert set(saved_values(article, "verdict", "ana").values()) == {"refuted"}
    assert list(saved_values(bridge, "verdict", "ben").values()) == ["supported", None, None]


def test_rows_of_another_annotator_alone_cannot_be_changed(of_two: tuple[Program, Path, Path]) -> None:
    program, bridge, _market = of_two
    program.press(Key.Key_F, CTRL)
    program.type("annotator:ben ")
    program.press(Key.Key_Down)
    program.wait_for(lambda: len(lines(program)) == 8)
    program.press(Key.Key_A, CTRL)
    program.type("2")
    assert program.said == "These annotations are of another annotator"
    assert list(saved_values(bridge, "verdict", "ben").values()) == ["supported", None, None]


def test_what_somebody_has_set_since_is_not_taken_back(start: Start, tmp_path: Path) -> None:
    bridge, market = write_desk(tmp_path)
    program = start(bridge)
    open_board(program, 8)
    program.press(Key.Key_End)
    program.type("2")
    program.wait_for(lambda: saved_values(market, "verdict")["Rents fall by a third"] == "refuted")
    program.wait_for(lambda: "refuted" in cells(program, "Verdict"))
    sidecar = sidecar_path(market)
    sidecar.write_text(sidecar.read_text("utf-8").replace("refuted", "conflicting"), "utf-8")
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: program.said.endswith("1 has been changed since"))
    assert saved_values(market, "verdict")["Rents fall by a third"] == "conflicting"
    program.press(Key.Key_Z, CTRL)
    assert program.said == "There is nothing to undo in the board"


def test_a_file_that_cannot_be_changed_is_told(start: Start, tmp_path: Path) -> None:
    bridge, market = write_desk(tmp_path)
    program = start(bridge)
    open_board(program, 8)
    sidecar_path(market).write_text("annotations: [\n", "utf-8")
    program.press(Key.Key_A, CTRL)
    program.type("2")
    program.wait_for(lambda: bool(program.messages.told))
    assert program.messages.told[0][:2] == ("Board", "These files are left as they are.")
    assert "market.annotations.yaml" in program.messages.told[0][2]
    program.wait_saved()
    assert set(saved_values(bridge, "verdict").values()) == {"refuted"}
    assert program.said.endswith("3 are left as they are")


def test_two_changes_are_taken_back_one_after_the_other(start: Start, tmp_path: Path) -> None:
    bridge, _market = write_desk(tmp_path)
    program = start(bridge)
    open_board(program, 8)
    program.press(Key.Key_A, CTRL)
    for keys, state in (("ta", "asked"), ("tc", "confirmed")):
        program.type(keys)
        program.wait_for(lambda state=state: cells(program, "State").count(state) == 6)  # type: ignore[misc]
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: cells(program, "State").count("asked") == 6)
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: cells(program, "State").count("") == 6)


def test_another_step_that_is_called_the_same_is_not_taken_back_instead(start: Start, tmp_path: Path) -> None:
    bridge, market = write_desk(tmp_path)
    program = start(bridge)
    open_board(program, 8)
    for words in (("The bridge is unsafe", "Rents there fall by a third."), ("It opened in 1911", "Traders agreed")):
        select(program, *words)
        program.type("2")
        program.wait_for(lambda last=words[-1]: verdict(program, last) == "refuted")  # type: ignore[misc]
    in_text(program, Key.Key_Z, CTRL)
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: verdict(program, "Traders agreed") == "")
    in_text(program, Key.Key_Z, CTRL | SHIFT)
    assert verdict(program, "It opened in 1911") == "refuted"
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: verdict(program, "Rents there fall by a third.") == "")
    program.wait_saved()
    assert list(saved_values(bridge, "verdict").values()) == ["supported", None, "refuted"]
    assert set(saved_values(market, "verdict").values()) == {None}


def select(program: Program, *words: str) -> None:
    """Select the rows of the board with these first cells."""
    rows = rows_of(program)
    rows.clearSelection()
    for at in map(lines(program).index, words):
        rows.selectionModel().setCurrentIndex(rows.model().index(at, 0), SELECT)


def verdict(program: Program, words: str) -> str:
    """What the board has for the row with this first cell."""
    index = rows_of(program).model().index(lines(program).index(words), column_of(program, "Verdict"))
    return str(index.data())


def in_text(program: Program, key: Key, modifier: Qt.KeyboardModifier) -> None:
    """Press a key in the text, and come back to the board."""
    program.press(Key.Key_B, CTRL)
    program.press(key, modifier)
    program.press(Key.Key_B, CTRL)


def test_an_open_article_in_a_folder_of_the_folder_is_changed_as_a_step_of_its_own(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "north").mkdir()
    bridge, _market = write_desk(tmp_path / "north")
    program = start()
    program.window.open(tmp_path)
    program.wait_opened("bridge.txt")
    open_board(program, 8)
    program.press(Key.Key_A, CTRL)
    program.type("2")
    program.wait_for(lambda: cells(program, "Verdict").count("refuted") == 6)
    program.wait_saved()
    assert set(saved_values(bridge, "verdict").values()) == {"refuted"}
    program.press(Key.Key_B, CTRL)
    program.press(Key.Key_Z, CTRL)
    program.wait_saved()
    assert list(saved_values(bridge, "verdict").values()) == ["supported", None, None]
