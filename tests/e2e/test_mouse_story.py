"""The same day's work with the mouse: drag, click the label bar, drag a grip, click badges."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QMenuBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.support.program import CTRL, LEFT, NONE, Key, Program, saved_marks, send_mouse, sidecar_of
from tests.support.stories import MARKS, TOWN, alike, write_folder

Start = Callable[..., Program]
AT_REST = Qt.MouseButton.NoButton


def click_label(program: Program, qtbot: QtBot, label: str) -> None:
    qtbot.mouseClick(program.part(QAbstractButton, f"label-{label}"), LEFT)


def tag_all(program: Program, qtbot: QtBot) -> None:
    for label, words in MARKS:
        program.drag_over(words)
        click_label(program, qtbot, label)
        assert (label, words) in program.marks


def trigger(program: Program, menu: str, text: str) -> None:
    """Click an entry of a menu."""
    bar = program.part(QMenuBar)
    found: QMenu = next(m for m in bar.findChildren(QMenu) if m.title().replace("&", "") == menu)
    found.aboutToShow.emit()
    action = next(a for a in found.actions() if a.text().replace("&", "").startswith(text))
    assert action.isEnabled()
    action.trigger()


def test_tagging_undoing_closing_and_reopening(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    article = write_folder(tmp_path)
    program = start(tmp_path)
    empty = program.document
    tag_all(program, qtbot)
    assert alike(program.marks, MARKS)
    drag_a_grip(program)
    changed = program.document
    for _ in range(len(MARKS) + 1):
        trigger(program, "Edit", "Undo")
    assert program.document == empty
    for _ in range(len(MARKS) + 1):
        trigger(program, "Edit", "Redo")
    assert program.document == changed
    program.session.select(None)
    program.click(program.edge_at(TOWN.index("elsewhere")))
    program.wait_saved()
    saved, picture = sidecar_of(article).read_bytes(), program.picture()
    assert saved_marks(article) == program.marks
    program.close()
    again = start(tmp_path)
    assert again.document == changed
    assert again.picture() == picture
    again.close()
    assert sidecar_of(article).read_bytes() == saved


def drag_a_grip(program: Program) -> None:
    """The end of the claim, to before “said”."""
    words = "Thousands of people left the town on Thursday"
    program.click(program.point_at(TOWN.index("people")))
    chosen = program.session.selected_annotation
    assert chosen is not None
    assert program.session.words(chosen) == words
    port, unit = program.view.viewport(), program.view.measure.unit
    end = program.edge_at(chosen.span.end)
    line = program.view.cursorRect().top() + program.view.measure.ascent
    grip = QPoint(round(end.x() + 3.5 * unit), round(line + 8.5 * unit))
    target = program.edge_at(TOWN.index(", said"))
    send_mouse(port, QEvent.Type.MouseButtonPress, grip, LEFT, LEFT)
    assert program.view.edge.hold is not None
    send_mouse(port, QEvent.Type.MouseMove, program.edge_at(TOWN.index("town on")), AT_REST, LEFT)
    send_mouse(port, QEvent.Type.MouseMove, target, AT_REST, LEFT)
    send_mouse(port, QEvent.Type.MouseMove, program.edge_at(TOWN.index(" on Thursday")), AT_REST, LEFT)
    send_mouse(port, QEvent.Type.MouseButtonRelease, target, LEFT, AT_REST)
    assert ("claim", "Thousands of people left the town") in program.marks


def test_locking_a_label_with_a_double_click(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    chip = program.part(QAbstractButton, "label-figure")
    qtbot.mouseClick(chip, LEFT)
    qtbot.mouseDClick(chip, LEFT)
    assert program.session.locked_label == "figure"
    before = len(program.marks)
    for words in ("Thursday", "1,204", "3.2 %"):
        program.drag_over(words)
    assert len(program.marks) == before + 3
    qtbot.mouseClick(chip, LEFT)
    assert program.session.locked_label == ""


def test_going_by_badges_and_lists(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    tag_all(program, qtbot)
    beside = program.part(QWidget, "statementMargin")
    program.session.select(None)
    height = program.point_at(TOWN.index("Red Cross")).y()
    found = set()
    for x in range(0, beside.width(), 3):
        qtbot.mouseClick(beside, LEFT, NONE, QPoint(x, height))
        chosen = program.session.selected_annotation
        if chosen:
            found.add((chosen.label, program.session.words(chosen)))
    assert {("source", "The Red Cross"), ("figure", "1,204")} <= found


def test_clicking_through_overlaps(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    tag_all(program, qtbot)
    program.session.select(None)
    at, seen = program.point_at(TOWN.index("not wait")), []
    for _ in range(3):
        program.click(at)
        chosen = program.session.selected_annotation
        assert chosen is not None
        seen.append(chosen.label)
    assert seen == ["claim", "quote", "claim"]


@pytest.fixture
def claimed(start: Start, tmp_path: Path) -> Program:
    """A claim of several words, and nothing selected."""
    program = start(write_folder(tmp_path))
    program.select("Thousands of people left the town")
    program.type("c")
    program.session.select(None)
    program.session.move_caret(len(TOWN))
    return program


def test_after_a_click_in_the_text_a_key_tags_the_word_there(claimed: Program) -> None:
    claimed.click_at(claimed.view.viewport(), claimed.point_at(TOWN.index("people") + 1))
    assert claimed.session.selected_annotation is not None
    assert claimed.session.chosen_annotation is None
    claimed.type("f")
    assert sorted(claimed.marks) == [("claim", "Thousands of people left the town"), ("figure", "people")]


def test_an_annotation_that_is_near_is_drawn_otherwise_than_one_that_is_chosen(claimed: Program) -> None:
    plain = claimed.picture()
    claimed.click_at(claimed.view.viewport(), claimed.point_at(TOWN.index("people") + 1))
    near = claimed.picture()
    claimed.press(Key.Key_O)
    assert len({bytes(picture.constBits()) for picture in (plain, near, claimed.picture())}) == 3


@pytest.mark.parametrize("way", ["edge", "tab", "cycle", "list"])
def test_a_chosen_annotation_is_relabelled(claimed: Program, way: str) -> None:
    match way:
        case "edge":
            claimed.click_at(claimed.view.viewport(), claimed.edge_at(TOWN.index("Thousands")) + QPoint(2, 0))
        case "tab":
            claimed.press(Key.Key_Home, CTRL)
            claimed.press(Key.Key_Tab)
        case "cycle":
            claimed.click_at(claimed.view.viewport(), claimed.point_at(TOWN.index("people") + 1))
            claimed.press(Key.Key_O)
        case _:
            view = claimed.part(QTableView, "annotationsList")
            claimed.click_at(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
            claimed.press(Key.Key_Escape)
    claimed.type("f")
    assert claimed.marks == [("figure", "Thousands of people left the town")]


def test_a_caret_that_moves_within_a_chosen_annotation_tags_the_word(claimed: Program) -> None:
    claimed.press(Key.Key_Home, CTRL)
    claimed.press(Key.Key_Tab)
    claimed.press(Key.Key_Right, CTRL)
    claimed.type("f")
    assert len(claimed.marks) == 2
