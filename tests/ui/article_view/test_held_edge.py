"""Taking hold of an edge and moving it, by keys and with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.program import send_mouse
from tests.support.reading import Reader

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
TEXT = "Thousands of people left the town on Thursday, said the mayor.\n\nThe Red Cross counted 1,204 buses."


def click(qtbot: QtBot, reader: Reader, at: QPoint) -> None:
    qtbot.mouseClick(reader.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    QApplication.processEvents()


def hold(reader: Reader, edge: str, id: str = "a0") -> None:
    reader.session.select(id, show=True)
    reader.view.edge.take(edge)


@pytest.mark.parametrize(
    ("edge", "keys", "words"),
    [
        ("end", [(Key.Key_Right, None)], "people left "),
        ("end", [(Key.Key_Left, None)] * 2, "people le"),
        ("start", [(Key.Key_Left, None)] * 3, "of people left"),
        ("start", [(Key.Key_Right, None)], "eople left"),
        ("end", [(Key.Key_Right, CTRL)] * 2, "people left the town"),
        ("end", [(Key.Key_Left, CTRL)], "people"),
        ("start", [(Key.Key_Left, CTRL)] * 2, "Thousands of people left"),
        ("start", [(Key.Key_Right, CTRL)], "left"),
        ("end", [(Key.Key_Left, None)] * 40, "p"),
        ("start", [(Key.Key_Right, None)] * 40, "t"),
        ("end", [(Key.Key_End, None)], "people left the town on Thursday, said the mayor."),
        ("start", [(Key.Key_Home, None)], "Thousands of people left"),
    ],
)
def test_a_held_edge_moves_by_keys(
    reader: Reader, qtbot: QtBot, edge: str, keys: list[tuple[Qt.Key, Qt.KeyboardModifier | None]], words: str
) -> None:
    reader.open(TEXT, [("source", "people left")])
    hold(reader, edge)
    for key, modifiers in keys:
        qtbot.keyClick(reader.view, key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert reader.words("a0") == "people left"
    qtbot.keyClick(reader.view, Key.Key_Return)
    assert reader.words("a0") == words.strip()
    assert reader.view.edge.hold is None
    reader.session.undo()
    assert reader.words("a0") == "people left"


def test_escape_puts_the_edge_back(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left")])
    before = reader.picture()
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Right, CTRL)
    qtbot.keyClick(reader.view, Key.Key_Escape)
    assert reader.words("a0") == "people left"
    assert not reader.session.history.canUndo()
    assert reader.selected == "a0"
    reader.session.select(None)
    reader.session.move_caret(0)
    assert reader.picture() == before


def test_a_held_edge_moves_as_it_is_read(reader: Reader, qtbot: QtBot) -> None:
    text = "غادر آلاف المدنيين المدينة يوم الخميس."
    reader.open(text, [("source", "المدنيين")])
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Left, CTRL)
    qtbot.keyClick(reader.view, Key.Key_Return)
    assert reader.words("a0") == "المدنيين المدينة"
    hold(reader, "start")
    qtbot.keyClick(reader.view, Key.Key_Right, CTRL)
    qtbot.keyClick(reader.view, Key.Key_Enter)
    assert reader.words("a0") == "آلاف المدنيين المدينة"
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Right)
    qtbot.keyClick(reader.view, Key.Key_Return)
    assert reader.words("a0") == "آلاف المدنيين المدين"


def test_an_edge_never_splits_a_letter(reader: Reader, qtbot: QtBot) -> None:
    reader.open("She e\u0301crit 👩‍👩‍👧 ok", [("source", "She")])
    for steps, expected in ((2, "She e\u0301"), (1, "She e\u0301c"), (6, "She e\u0301crit 👩‍👩‍👧")):
        hold(reader, "end")
        for _ in range(steps):
            qtbot.keyClick(reader.view, Key.Key_Right)
        qtbot.keyClick(reader.view, Key.Key_Return)
        assert reader.words("a0") == expected


def test_the_very_words_of_another_are_refused(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left"), ("source", "people")])
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Left, CTRL)
    with qtbot.waitSignal(reader.session.said) as said:
        qtbot.keyClick(reader.view, Key.Key_Return)
    assert "already" in (said.args or [""])[0]
    assert reader.words("a0") == "people left"


def test_a_displaced_or_read_only_annotation_cannot_be_held(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left")], read_only="It is newer.")
    with qtbot.waitSignal(reader.session.said) as said:
        hold(reader, "end")
    assert said.args == ["It is newer."]
    assert reader.view.edge.hold is None


@pytest.mark.parametrize(
    ("edge", "to", "words"), [("end", "town", "people left the"), ("start", "of", "of people left")]
)
def test_grips_are_dragged(reader: Reader, edge: str, to: str, words: str) -> None:
    reader.open(TEXT, [("source", "people left")])
    reader.session.select("a0", show=True)
    port, target = reader.view.viewport(), reader.caret_rect(TEXT.index(to)).center().toPoint()
    send_mouse(port, PRESS, grip(reader, edge), LEFT, LEFT)
    assert reader.view.edge.hold is not None
    send_mouse(port, MOVE, target, NONE, LEFT)
    assert reader.words("a0") == "people left"
    send_mouse(port, RELEASE, target, LEFT, NONE)
    assert reader.words("a0") == words
    assert reader.selected == "a0"


LONG = "\n".join(f"Paragraph {number} of the article." for number in range(200))


@pytest.mark.parametrize(("edge", "beyond"), [("end", 30), ("start", -30)])
def test_a_grip_that_is_dragged_beyond_the_view_scrolls_it(
    reader: Reader, qtbot: QtBot, edge: str, beyond: int
) -> None:
    reader.open(LONG, [("source", "Paragraph 100 of")])
    reader.session.select("a0", show=True)
    port, bar, before = reader.view.viewport(), reader.view.verticalScrollBar(), reader.view.verticalScrollBar().value()
    send_mouse(port, PRESS, grip(reader, edge), LEFT, LEFT)
    target = QPoint(200, beyond if beyond < 0 else port.height() + beyond)
    send_mouse(port, MOVE, target, NONE, LEFT)
    qtbot.waitUntil(lambda: abs(bar.value() - before) > 25)
    held = reader.view.edge.hold
    assert held is not None
    assert reader.view.viewport().rect().adjusted(0, -60, 0, 60).contains(reader.caret_rect(held.position).toRect())
    send_mouse(port, RELEASE, target, LEFT, NONE)
    stays, words = bar.value(), reader.words("a0")
    assert len(words) > 500
    QApplication.processEvents()
    assert (bar.value(), reader.words("a0")) == (stays, words)


def test_a_held_edge_that_is_moved_out_of_sight_by_keys_is_scrolled_to(reader: Reader, qtbot: QtBot) -> None:
    reader.open(LONG, [("source", "Paragraph 0 of")])
    hold(reader, "end")
    for _ in range(60):
        qtbot.keyClick(reader.view, Key.Key_Down)
    held = reader.view.edge.hold
    assert held is not None
    assert reader.view.viewport().rect().contains(reader.caret_rect(held.position).toRect())


def grip(reader: Reader, edge: str) -> QPoint:
    """Where look.md puts the discs: at the corners of the frame, 2.5 outside the fill."""
    unit = reader.view.measure.unit
    span = reader.session.document.annotations["a0"].span
    caret = reader.caret_rect(span.start if edge == "start" else span.end)
    baseline = reader.baseline(span.start)
    x = caret.left() + (-3.5 if edge == "start" else 3.5) * unit
    return QPoint(round(x), round(baseline + (-17.5 if edge == "start" else 8.5) * unit))


def test_clicking_elsewhere_keeps_the_edge(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left")])
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Right, CTRL)
    click(qtbot, reader, reader.place("mayor"))
    assert reader.words("a0") == "people left the"


def test_leaving_the_article_lets_go(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left")])
    hold(reader, "end")
    with qtbot.waitSignal(reader.view.edge_held) as held:
        reader.open(TEXT)
    assert held.args == [""]
    assert reader.view.edge.hold is None


def test_undo_lets_go(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left")])
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Right, CTRL)
    qtbot.keyClick(reader.view, Key.Key_Return)
    hold(reader, "end")
    reader.session.undo()
    assert reader.view.edge.hold is None
    assert reader.words("a0") == "people left"
