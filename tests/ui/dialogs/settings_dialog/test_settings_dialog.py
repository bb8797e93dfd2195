"""The settings dialog, by keys and mouse."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.session.preferences.settings import Settings
from annotator.ui.dialogs.settings_dialog import SettingsDialog
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.filter_field import FilterField

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SAID = Qt.ItemDataRole.AccessibleTextRole


@dataclass
class Open:
    """The dialog with what it has applied."""

    dialog: SettingsDialog
    qtbot: QtBot
    applied: list[Settings] = field(default_factory=list)

    def part(self, kind: type[QWidget], name: str) -> QWidget:
        return self.dialog.findChild(kind, name)

    def page(self, number: int) -> None:
        self.dialog.findChild(QTabWidget).setCurrentIndex(number)

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.part(QPushButton, name), LEFT)

    def ok(self) -> QPushButton:
        return self.dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)

    def accept(self) -> Settings:
        self.qtbot.mouseClick(self.ok(), LEFT)
        return self.applied[-1]


@pytest.fixture
def start() -> Settings:
    return Settings(annotator="sam", recent_folders=("/news",))


@pytest.fixture
def opened(small_window: SmallWindow, light_look: Look, qtbot: QtBot, start: Settings) -> Open:
    small_window.open("A town.")
    dialog = SettingsDialog(start, small_window.actions.rows, light_look, small_window.window)
    qtbot.addWidget(dialog)
    opened = Open(dialog, qtbot)
    dialog.applied.connect(opened.applied.append)
    dialog.open()
    qtbot.waitExposed(dialog)
    return opened


def test_nothing_changed(opened: Open, start: Settings) -> None:
    assert opened.accept() == start
    assert not opened.dialog.isVisible()


def test_cancel_applies_nothing(opened: Open, qtbot: QtBot) -> None:
    qtbot.keyClicks(opened.part(QLineEdit, "annotatorName"), "uel")
    opened.part(QComboBox, "themeChoice").setCurrentIndex(2)
    qtbot.keyClick(opened.dialog, Qt.Key.Key_Escape)
    assert not opened.dialog.isVisible()
    assert opened.applied == []


def test_name(opened: Open, qtbot: QtBot) -> None:
    name = opened.part(QLineEdit, "annotatorName")
    qtbot.keyClicks(name, "uel")
    assert opened.part(QLabel, "nameHint").text().endswith("article.annotations.samuel.yaml")
    assert opened.accept().annotator == "samuel"


@pytest.mark.parametrize("name", ["a/b", "..", "sam.x", "C:", "x" * 61])
def test_name_that_no_file_can_have(opened: Open, qtbot: QtBot, name: str) -> None:
    typed = opened.part(QLineEdit, "annotatorName")
    typed.clear()
    qtbot.keyClicks(typed, name)
    assert "cannot be part of a file name" in opened.part(QLabel, "nameHint").text()
    assert not opened.ok().isEnabled()
    typed.clear()
    assert opened.accept().annotator == ""


def test_theme_and_accent(opened: Open, qtbot: QtBot) -> None:
    theme = opened.part(QComboBox, "themeChoice")
    theme.setFocus()
    qtbot.keyClick(theme, Qt.Key.Key_End)
    qtbot.keyClick(opened.part(QCheckBox, "systemAccent"), Qt.Key.Key_Space)
    settings = opened.accept()
    assert (settings.theme, settings.system_accent) == ("contrast", True)


def test_text(opened: Open, qtbot: QtBot) -> None:
    opened.page(1)
    kind = opened.part(QComboBox, "fontKind")
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_End)
    before = opened.part(QWidget, "textPreview").grab().toImage()
    size = opened.part(QSpinBox, "fontSize")
    size.selectAll()
    qtbot.keyClicks(size, "24")
    qtbot.keyClick(opened.part(QSpinBox, "columnWidth"), Qt.Key.Key_Down)
    assert opened.part(QWidget, "textPreview").grab().toImage() != before
    settings = opened.accept()
    assert (settings.article_font, settings.font_size, settings.column_width) == ("fixed", 24, 73)


def test_own_font(opened: Open) -> None:
    opened.page(1)
    family = opened.part(QComboBox, "fontFamily")
    family.setCurrentIndex(family.count() - 1)
    assert opened.accept().article_font_family == family.itemText(family.count() - 1) != ""


class TestMissingFont:
    @pytest.fixture
    def start(self) -> Settings:
        return Settings(article_font_family="No Such Font")

    def test_is_kept(self, opened: Open, start: Settings) -> None:
        assert opened.accept() == start


@dataclass(frozen=True)
class Keys:
    """The page of keys."""

    opened: Open

    def choose(self, text: str) -> None:
        view = self.opened.part(QTableView, "keysList")
        row = [view.model().index(row, 0).data() for row in range(view.model().rowCount())].index(text)
        view.selectRow(row)

    def type(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
        self.opened.qtbot.keyClick(self.opened.part(QKeySequenceEdit, "newKey"), key, modifiers)
        return self.opened.part(QLabel, "keySentence").text()

    def listed(self) -> list[str]:
        model = self.opened.part(QTableView, "keysList").model()
        return [model.index(row, 0).data(SAID) for row in range(model.rowCount())]


@pytest.fixture
def keys(opened: Open) -> Keys:
    opened.page(2)
    return Keys(opened)


def test_new_key(keys: Keys, opened: Open) -> None:
    keys.choose("Write a note")
    assert keys.type(Qt.Key.Key_M) == "M is the new key for “Write a note”."
    assert "Write a note, Annotate, M" in keys.listed()
    assert opened.accept().keys == {"note": ("M",)}


@pytest.mark.parametrize(
    ("action", "key", "modifiers", "sentence"),
    [
        ("Write a note", Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier, "C is the key for “Tag as claim”."),
        ("Write a note", Qt.Key.Key_K, CTRL, "Ctrl+K is the key for “Run a command or go to…”."),
        ("Write a note", Qt.Key.Key_A, CTRL, "Ctrl+A moves or selects in the text and stays free for that."),
        (
            "Keys",
            Qt.Key.Key_M,
            Qt.KeyboardModifier.NoModifier,
            "M alone acts only in the article; “Keys” needs Ctrl or Alt with it.",
        ),
    ],
)
def test_clash_is_refused(
    keys: Keys, opened: Open, action: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, sentence: str
) -> None:
    keys.choose(action)
    assert keys.type(key, modifiers) == f"{sentence} Nothing was changed."
    assert opened.accept().keys == {}


def test_keys_change_places(keys: Keys, opened: Open) -> None:
    keys.choose("Grow the selection")
    opened.press("takeAway")
    keys.choose("Shrink the selection")
    keys.type(Qt.Key.Key_Period)
    keys.choose("Grow the selection")
    keys.type(Qt.Key.Key_Comma)
    assert opened.accept().keys == {"grow": (",",), "shrink": (".",)}


def test_own_key_again_is_no_change(keys: Keys, opened: Open) -> None:
    keys.choose("Write a note")
    keys.type(Qt.Key.Key_M)
    keys.type(Qt.Key.Key_N)
    assert opened.accept().keys == {}


def test_reset_one(keys: Keys, opened: Open) -> None:
    keys.choose("Write a note")
    keys.type(Qt.Key.Key_M)
    keys.choose("Find…")
    keys.type(Qt.Key.Key_G, CTRL)
    opened.press("resetKey")
    assert opened.accept().keys == {"note": ("M",)}


def test_reset_to_a_key_that_was_given_away_is_refused(keys: Keys, opened: Open) -> None:
    keys.choose("Write a note")
    keys.type(Qt.Key.Key_M)
    keys.choose("Grow the selection")
    keys.type(Qt.Key.Key_N)
    keys.choose("Write a note")
    opened.press("resetKey")
    assert opened.part(QLabel, "keySentence").text() == "N is the key for “Grow the selection”. Nothing was changed."
    assert opened.accept().keys == {"note": ("M",), "grow": ("N",)}


def test_reset_all(keys: Keys, opened: Open) -> None:
    keys.choose("Write a note")
    keys.type(Qt.Key.Key_M)
    opened.press("resetKeys")
    assert opened.accept().keys == {}


def test_filter_and_field_by_keyboard(keys: Keys, opened: Open, qtbot: QtBot) -> None:
    page = opened.part(QWidget, "keysPage")
    typed = next(part for part in page.findChildren(QLineEdit) if part.accessibleName() == "Filter actions")
    typed.setFocus()
    qtbot.keyClicks(typed, "note")
    assert keys.listed() == ["Write a note, Annotate, N"]
    qtbot.keyClick(typed, Qt.Key.Key_Down)
    view = opened.part(QTableView, "keysList")
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.part(QKeySequenceEdit, "newKey").isAncestorOf(opened.dialog.focusWidget()))
    keys.type(Qt.Key.Key_M)
    assert opened.accept().keys == {"note": ("M",)}


def test_nothing_can_be_typed_without_an_action(keys: Keys, opened: Open) -> None:
    assert not opened.part(QKeySequenceEdit, "newKey").isEnabled()
    assert not opened.part(QPushButton, "resetKeys").isEnabled()


def test_labels_are_not_in_the_list(keys: Keys) -> None:
    assert not any("claim" in line for line in keys.listed())


def test_every_control_has_a_name(opened: Open) -> None:
    kinds = (QLineEdit, QComboBox, QCheckBox, QKeySequenceEdit, QTableView, QTabWidget)
    controls = [part for kind in kinds for part in opened.dialog.findChildren(kind)]
    inner = ("qt_spinbox_lineedit", "")
    assert [part for part in controls if not part.accessibleName() and part.objectName() not in inner] == []


@pytest.mark.parametrize("page", [0, 1, 2])
def test_escape_closes_wherever_the_keyboard_is(opened: Open, qtbot: QtBot, page: int) -> None:
    opened.page(page)
    parts = [part for part in opened.dialog.findChildren(QWidget) if part.isVisible() and part.isEnabled()]
    stops = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None]
    assert len(stops) > 3
    opened.dialog.finished.disconnect(opened.dialog.deleteLater)  # it is opened again for each
    for part in stops:
        opened.dialog.open()
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_Escape)
        assert not opened.dialog.isVisible(), part.objectName() or type(part).__name__
    assert opened.applied == []


def test_a_filter_without_hits_says_so(opened: Open, qtbot: QtBot) -> None:
    opened.page(2)
    keys = opened.part(QTableView, "keysList")
    qtbot.keyClicks(next(iter(opened.part(QWidget, "keysPage").findChildren(FilterField))), "zzz")
    assert keys.accessibleDescription() == "No match for “zzz”"
