"""Names, titles, labels and notes full of markup and of hidden characters: shown as they are, and nothing obeyed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QWidget,
)

from annotator.model.visible import UNSAFE, visible
from annotator.ui.article_page.label_chip import LabelChip
from annotator.ui.system.system_dialogs import NativeDialogs, Question
from tests.support.bait import ODD, Scene, make_scene
from tests.support.program import ALT, CTRL, Key, Program

Start = Callable[..., Program]
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
ARTICLE_TEXT = ("quotedWords", "articleView", "note")
LITERAL = "<p style='white-space:pre-wrap'>"


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return make_scene(tmp_path)


@pytest.fixture
def program(start_again: Start, scene: Scene) -> Program:
    return start_again(scene.opened)


def texts(program: Program) -> Iterator[str]:
    """Everything that the window says, but the article itself and the note, which are shown untouched."""
    for widget in [program.window, *program.window.findChildren(QWidget)]:
        if widget.objectName() in ARTICLE_TEXT:
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.statusTip(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QAbstractItemView) and widget.model():
            yield from (str(words) for words in rows(widget.model()))
    for action in program.window.findChildren(QAction):
        yield from (action.text(), action.statusTip(), action.property("reason") or "")


def tips(program: Program) -> Iterator[str]:
    for widget in program.window.findChildren(QWidget):
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.model():
            yield from (str(tip) for tip in rows(widget.model(), Qt.ItemDataRole.ToolTipRole))


def rows(model: QAbstractItemModel, *roles: Qt.ItemDataRole) -> list[object]:
    found = [model.data(model.index(row, 0), role) for row in range(model.rowCount()) for role in roles or ROLES]
    return [one for one in found if one]


def assert_plain(program: Program) -> None:
    for label in program.window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    for text in texts(program):
        assert not UNSAFE.search(text), text
    for tip in tips(program):
        assert not UNSAFE.search(tip), tip
        assert "<" not in tip or (tip.startswith(LITERAL) and tip.count("<") == 2), tip


def test_every_article_of_a_hostile_folder(program: Program) -> None:
    titles = set()
    for _ in range(4):
        assert_plain(program)
        program.press(Key.Key_Tab)
        program.press(Key.Key_Tab)
        program.press(Key.Key_N)
        assert_plain(program)
        titles.add(program.window.windowTitle())
        program.press(Key.Key_Escape)
        program.press(Key.Key_Down, ALT)
        program.wait_for(lambda: program.window.windowTitle() not in titles or len(titles) == 4)
    assert f"{ODD} & \\u202emore.md — Annotator" in titles
    assert f"{ODD}.txt — Annotator" in titles


def test_undo_and_menus_say_it_literally(program: Program, scene: Scene) -> None:
    program.select("counted")
    program.type("s")
    undo = program.part(QAction, "undo").text()
    assert undo.startswith("&Undo: Tag “")
    for _time in range(2):  # a menu makes its submenus when it is opened
        for menu in program.window.findChildren(QMenu):
            menu.aboutToShow.emit()
    assert_plain(program)
    recent = [action.text() for menu in program.window.findChildren(QMenu) for action in menu.actions()]
    assert any("opened" in text for text in recent)


def test_palette_and_find(program: Program) -> None:
    program.press(Key.Key_K, CTRL)
    program.type("img")
    assert_plain(program)
    program.press(Key.Key_Escape)
    program.select("<img src=planted")
    assert program.session.selection is not None
    assert_plain(program)


def test_the_label_card_shows_markup_as_it_is(program: Program, scene: Scene) -> None:
    chip = program.part(LabelChip)
    at = chip.rect().center()
    QApplication.sendEvent(chip, QHelpEvent(QEvent.Type.ToolTip, at, chip.mapToGlobal(at)))
    card = program.part(QWidget, "labelCard")
    shown = [label.text() for label in card.findChildren(QLabel)]
    assert any("<iframe src=" in text for text in shown)
    assert_plain(program)


def test_a_name_with_an_ampersand_is_no_key(program: Program) -> None:
    buttons = program.window.findChildren(QAbstractButton)
    assert any("&" in button.text() for button in buttons if isinstance(button, LabelChip))
    assert all(button.shortcut().isEmpty() for button in buttons if isinstance(button, LabelChip))


def test_banners(program: Program, scene: Scene) -> None:
    program.press(Key.Key_Down, ALT, times=1)
    program.messages.article = str(scene.opened / "broken.txt")
    program.press(Key.Key_O, CTRL | Qt.KeyboardModifier.ShiftModifier)
    program.wait_for(lambda: "broken" in program.window.windowTitle())
    program.wait_for(lambda: bool(program.banners))
    assert_plain(program)


def test_message_boxes(program: Program, scene: Scene) -> None:
    found: list[tuple[str, Qt.TextFormat]] = []

    def look_and_close() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        found.extend((label.text(), label.textFormat()) for label in box.findChildren(QLabel) if label.text())
        box.close()

    QTimer.singleShot(0, look_and_close)
    NativeDialogs(lambda: program.window).ask(Question("Title", scene.bait, ("OK",), scene.bait))
    assert [words for words, _ in found if "<iframe" in words] == [visible(scene.bait)] * 2
    assert {text_format for _, text_format in found} == {Qt.TextFormat.PlainText}
