"""Clicking and pointing: which annotation is meant, and when a selection is complete."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.article_view.margins.margin import Margin
from tests.support.program import send_mouse
from tests.support.reading import Reader

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
TEXT = "Thousands of people left the town on Thursday, said the mayor.\n\nThe Red Cross counted 1,204 buses."
NESTED = (("claim", "Thousands of people left the town"), ("source", "people left"), ("figure", "left"))


def click(qtbot: QtBot, reader: Reader, at: QPoint) -> None:
    qtbot.mouseClick(reader.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    QApplication.processEvents()


def margin(reader: Reader, name: str = "statementMargin") -> Margin:
    found = reader.view.findChild(Margin, name)
    assert isinstance(found, Margin)
    return found


def test_a_click_takes_the_smallest_and_the_next_the_next_larger(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, NESTED)
    at, seen = reader.place("left"), []
    for _ in range(4):
        click(qtbot, reader, at)
        seen.append(reader.selected)
    assert seen == ["a2", "a1", "a0", "a2"]


def test_a_click_beside_all_selects_none(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, NESTED)
    reader.session.select("a0")
    click(qtbot, reader, reader.place("mayor"))
    assert reader.selected == ""
    far_right = QPoint(reader.view.viewport().width() - 3, reader.place("left").y())
    reader.open("Short.", [("claim", "Short")])
    click(qtbot, reader, far_right)
    assert reader.selected == ""


def test_a_click_on_a_badge_selects(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, NESTED)
    beside = margin(reader)
    found: list[str] = []
    for x in range(beside.width()):
        qtbot.mouseClick(beside, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, reader.place("left").y() - 2))
        found.append(reader.selected)
    assert set(found) - {""} == {"a0", "a1", "a2"}


def test_a_click_on_a_shared_badge_goes_through_those_that_share_it(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("figure", "people"), ("figure", "town"), ("figure", "mayor")])
    beside, seen = margin(reader), []
    for _ in range(4):
        qtbot.mouseClick(beside, LEFT, Qt.KeyboardModifier.NoModifier, badge_place(reader))
        seen.append(reader.selected)
    assert seen == ["a0", "a1", "a2", "a0"]


def badge_place(reader: Reader) -> QPoint:
    return QPoint(round(18 - reader.view.measure.side + 7), reader.place("people").y() - 2)


def test_what_has_no_lane_is_counted_and_can_be_clicked(reader: Reader, qtbot: QtBot) -> None:
    words = ("Thousands", "people", "left", "town", "Thursday", "mayor")
    labels = ("claim", "source", "figure", "cue", "quote", "unknown")
    reader.open(TEXT, list(zip(labels, words, strict=True)))
    beside, seen = margin(reader), set()
    for x in range(beside.width()):
        qtbot.mouseClick(beside, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, reader.place("left").y() - 2))
        seen.add(reader.selected)
    assert seen >= {f"a{number}" for number in range(6)}


def test_a_bar_in_the_other_margin_selects_its_part(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("part", 0, len(TEXT)), *NESTED])
    beside = margin(reader, "structureMargin")
    x = round(beside.width() - (35 - reader.view.measure.side)) + 1
    qtbot.mouseClick(beside, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, reader.place("left").y()))
    assert reader.selected == "a0"


def test_pointing_names_all_that_is_there(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, NESTED)
    with qtbot.waitSignal(reader.view.pointed_at) as pointed:
        send_mouse(reader.view.viewport(), MOVE, reader.place("left"), NONE, NONE)
    assert pointed.args is not None
    assert [annotation.id for annotation in pointed.args[0]] == ["a2", "a1", "a0"]
    with qtbot.waitSignal(reader.view.pointed_at) as pointed:
        send_mouse(reader.view.viewport(), MOVE, reader.place("mayor"), NONE, NONE)
    assert pointed.args is not None
    assert pointed.args[0] == ()


def test_a_double_click_takes_the_word(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT)
    at = reader.place("1,204")
    qtbot.mouseClick(reader.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    qtbot.mouseDClick(reader.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    selection = reader.session.selection
    assert selection is not None
    assert selection.of(TEXT) == "1,204"


def test_a_selection_is_told_when_it_is_complete(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT)
    with qtbot.waitSignal(reader.view.selection_made):
        start, end = reader.caret_rect(13).center().toPoint(), reader.caret_rect(19).center().toPoint()
        port = reader.view.viewport()
        send_mouse(port, PRESS, start, LEFT, LEFT)
        send_mouse(port, MOVE, end, NONE, LEFT)
        send_mouse(port, RELEASE, end, LEFT, NONE)
    assert reader.session.selection is not None
    assert reader.session.selection.of(TEXT) == "people"
    with qtbot.waitSignal(reader.view.selection_made):
        qtbot.keyPress(reader.view, Key.Key_Right, SHIFT)
        qtbot.keyRelease(reader.view, Key.Key_Shift)
