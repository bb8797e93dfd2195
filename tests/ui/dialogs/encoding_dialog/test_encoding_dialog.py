"""The dialog in which an encoding is chosen, by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from annotator.storage.articles.encodings import ENCODINGS
from annotator.ui.dialogs.encoding_dialog import EncodingDialog
from annotator.ui.dialogs.encoding_dialog.distinctive_lines import distinctive_lines
from annotator.ui.theme.look import Look

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "A plain line.\nLe café coûte 3 €.\n<b>Another</b> plain line.\nIl a déclaré « non ».\n"


@dataclass
class Open:
    """The dialog with what was chosen in it."""

    dialog: EncodingDialog
    qtbot: QtBot
    chosen: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        model, role = self.dialog.findChild(QTableView).model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    @property
    def preview(self) -> str:
        return self.dialog.findChild(QPlainTextEdit, "encodingPreview").toPlainText()

    @property
    def misfit(self) -> str:
        label = self.dialog.findChild(QLabel, "encodingMisfit")
        return label.text() if label.isVisible() else ""

    @property
    def ok(self) -> QPushButton:
        return self.dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)

    def filter(self, words: str) -> None:
        field = self.dialog.findChild(QLineEdit)
        field.setFocus()
        self.qtbot.keyClicks(field, words)

    def go_to(self, name: str) -> None:
        """Filter until one row is left."""
        self.filter(name)
        assert len(self.names) == 1


Show = Callable[..., Open]


@pytest.fixture
def show(small_window: SmallWindow, light_look: Look, qtbot: QtBot) -> Show:
    def make(data: bytes, encoding: str = "cp1252") -> Open:
        dialog = EncodingDialog(data, encoding, light_look, small_window.window)
        opened = Open(dialog, qtbot)
        dialog.chosen.connect(opened.chosen.append)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return opened

    return make


def test_encoding_in_use_is_shown_first(show: Show) -> None:
    opened = show(TEXT.encode("cp1252"))
    assert opened.names[0] == "Western European (Windows-1252), in use"
    assert len(opened.names) == len(ENCODINGS)
    assert opened.preview == "Le café coûte 3 €.\nIl a déclaré « non »."


def test_another_is_chosen_by_keys(show: Show) -> None:
    opened = show(TEXT.encode("cp1252"))
    opened.go_to("mac) western")
    assert "cafÈ" in opened.preview
    opened.qtbot.keyClick(opened.dialog.focusWidget(), Key.Key_Return, CTRL)
    assert opened.chosen == ["mac-roman"]
    assert not opened.dialog.isVisible()


def test_enter_on_a_row_chooses_it(show: Show) -> None:
    opened = show(TEXT.encode("cp1252"))
    field = opened.dialog.focusWidget()
    opened.qtbot.keyClick(field, Key.Key_Down)
    rows = opened.dialog.findChild(QTableView)
    opened.qtbot.waitUntil(rows.hasFocus)
    opened.qtbot.keyClick(rows, Key.Key_Return)
    assert opened.chosen == ["cp1252"]


def test_encoding_that_does_not_fit_says_where_and_cannot_be_chosen(show: Show) -> None:
    opened = show(TEXT.encode("cp1252"))
    opened.go_to("utf-8")
    assert f"from byte {TEXT.encode('cp1252').index(0xE9)} on" in opened.misfit
    assert opened.names == ["Unicode (UTF-8), does not fit"]
    assert not opened.ok.isEnabled()
    opened.qtbot.keyClick(opened.dialog.focusWidget(), Key.Key_Return, CTRL)
    opened.qtbot.mouseClick(opened.ok, Qt.MouseButton.LeftButton)
    assert opened.chosen == []
    assert opened.dialog.isVisible()


def test_misfit_far_from_the_beginning_of_a_large_article(show: Show) -> None:
    data = "é".encode() + b"a" * 1_200_000 + b"\xff"
    opened = show(data)
    opened.go_to("utf-8")
    assert "from byte 1200002 on" in opened.misfit
    assert not opened.ok.isEnabled()


def test_filter_keeps_what_was_looked_at(show: Show) -> None:
    opened = show(TEXT.encode("cp1252"))
    opened.go_to("windows-1250")
    opened.dialog.findChild(QLineEdit).clear()
    opened.qtbot.mouseClick(opened.ok, Qt.MouseButton.LeftButton)
    assert opened.chosen == ["cp1250"]


def test_filter_that_finds_nothing(show: Show) -> None:
    opened = show(TEXT.encode("cp1252"))
    opened.filter("klingon")
    assert opened.names == []
    assert not opened.ok.isEnabled()
    assert "Clear the filter" in opened.misfit


def test_escape_chooses_nothing(show: Show) -> None:
    opened = show(TEXT.encode("cp1252"))
    opened.qtbot.keyClick(opened.dialog.focusWidget(), Key.Key_Escape)
    assert not opened.dialog.isVisible()
    assert opened.chosen == []


def test_letters_typed_on_the_list_filter_it(show: Show) -> None:
    opened = show(TEXT.encode("cp1252"))
    rows = opened.dialog.findChild(QTableView)
    rows.setFocus()
    opened.qtbot.keyClick(rows, Key.Key_K)
    opened.qtbot.keyClicks(opened.dialog.findChild(QLineEdit), "oi8-r")
    assert [name.split(",")[0] for name in opened.names] == ["Russian (KOI8-R)"]


def test_encoding_of_an_article_that_could_not_be_opened(show: Show) -> None:
    opened = show(TEXT.encode("cp1252"), "")
    assert "café" in opened.preview


def test_telling_lines_of_plain_text_are_its_beginning() -> None:
    assert distinctive_lines("One.\r\nTwo.\rThree.\n") == "One.\nTwo.\nThree."


def test_telling_lines_are_cut_around_what_tells() -> None:
    line = distinctive_lines("word " * 400 + "café " + "word " * 400)
    assert "café" in line
    assert line.startswith("…")
    assert line.endswith("…")
    assert len(line) < 300


def test_telling_lines_show_what_turns_the_text() -> None:
    assert distinctive_lines("a\u202eb") == "a\\u202eb"


def test_many_telling_lines_are_not_all_shown() -> None:
    assert len(distinctive_lines("é\n" * 1_000_000).splitlines()) == 60
