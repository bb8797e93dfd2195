"""Questions, as the window asks them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.charts.pictures import print_charts
from annotator.ui.paper.report_pages import paint_reports
from annotator.ui.system.system_dialogs import NativeDialogs, Question
from annotator.ui.theme.draw_scroll_bars import scroll_bar
from annotator.ui.theme.look import Look

QUESTION = Question("Not saved", "<b>town.txt</b> is not saved.", ("Try again", "Leave it"), "The disk is full.")


def when_asked(qtbot: QtBot, then: Callable[[QMessageBox], None]) -> None:
    """Do something with the dialog as soon as it is there."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            then(box)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


@pytest.mark.parametrize(
    ("key", "answer"), [(Qt.Key.Key_Return, "Try again"), (Qt.Key.Key_Escape, "Leave it"), (Qt.Key.Key_Tab, "Leave it")]
)
def test_answers_by_key(qtbot: QtBot, key: Qt.Key, answer: str) -> None:
    def press(box: QMessageBox) -> None:
        qtbot.keyClick(box, key)
        if key == Qt.Key.Key_Tab:
            qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Space)

    when_asked(qtbot, press)
    assert NativeDialogs(lambda: None).ask(QUESTION) == answer


def test_text_is_shown_as_it_is(qtbot: QtBot) -> None:
    seen = []

    def look(box: QMessageBox) -> None:
        seen.extend([box.textFormat(), box.text(), box.informativeText(), box.windowTitle()])
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    when_asked(qtbot, look)
    NativeDialogs(lambda: None).ask(QUESTION)
    assert seen == [Qt.TextFormat.PlainText, "<b>town.txt</b> is not saved.", "The disk is full.", "Not saved"]


@pytest.mark.parametrize("length", [100, 300, 900])
def test_a_long_word_is_whole_within_the_box(qtbot: QtBot, length: int) -> None:
    address, found, fits = f"https://example.org/{'x' * length}end", list[str](), list[bool]()

    def look(box: QMessageBox) -> None:
        label = box.findChild(QLabel, "qt_msgbox_informativelabel")
        if label:
            width, metrics = label.width(), label.fontMetrics()
            found.append(label.text().replace("\u200b", ""))
            fits.append(all(metrics.horizontalAdvance(piece) < width for piece in re.split("[\u200b/]", label.text())))
            fits.append(label.heightForWidth(width) <= label.height())
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    when_asked(qtbot, look)
    NativeDialogs(lambda: None).tell("Open the address", "Your browser opens it.", address)
    assert (found, fits) == ([address], [True, True])


def test_of_a_text_without_end_the_beginning_and_the_end_are_shown(qtbot: QtBot) -> None:
    found, heights = list[str](), list[int]()

    def look(box: QMessageBox) -> None:
        found.append(box.informativeText())
        heights.append(box.height())
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    when_asked(qtbot, look)
    NativeDialogs(lambda: None).tell("Open the address", "Your browser opens it.", f"first{'x' * 100_000}last")
    assert found[0].startswith("firstxx")
    assert found[0].endswith("last")
    assert " … " in found[0]
    assert heights[0] < 768


def test_telling_needs_no_answer(qtbot: QtBot) -> None:
    when_asked(qtbot, lambda box: qtbot.keyClick(box, Qt.Key.Key_Return))
    NativeDialogs(lambda: None).tell("Read-only", "The folder cannot be written.")


@pytest.mark.qt_log_ignore("Returned false", extend=True)
@pytest.mark.parametrize(
    "run",
    [
        lambda dialogs: dialogs.print_text("Guidelines", QTextDocument("All of them.")),
        lambda dialogs: dialogs.print_painted("Town", lambda device: paint_reports(device, ())),
        lambda dialogs: dialogs.print_painted("Statistics", lambda device: print_charts((), device)),
    ],
    ids=["text", "hand-over", "charts"],
)
def test_a_printer_that_cannot_be_opened_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[[NativeDialogs], None]
) -> None:
    place, told = tmp_path / "gone" / "out.pdf", list[str]()

    def accept(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFileName(str(place))
        return QPrintDialog.DialogCode.Accepted

    def read(box: QMessageBox) -> None:
        told.append(box.text())
        qtbot.keyClick(box, Qt.Key.Key_Return)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    when_asked(qtbot, read)
    run(NativeDialogs(lambda: None))
    assert told == [f"Nothing was printed: {place} cannot be opened."]
    place.parent.mkdir()
    run(NativeDialogs(lambda: None))
    assert place.read_bytes().startswith(b"%PDF")
    assert len(told) == 1


@pytest.mark.parametrize(
    "ask",
    [
        lambda dialogs, start: dialogs.choose_folder(start),
        lambda dialogs, start: dialogs.choose_article(start, (".txt",)),
        lambda dialogs, start: dialogs.choose_target(f"{start}/out.jsonl", ".jsonl"),
        lambda dialogs, start: dialogs.choose_sources(start),
    ],
    ids=["folder", "article", "target", "sources"],
)
def test_the_lists_of_a_dialog_of_qt_can_be_scrolled(
    qtbot: QtBot,
    light_look: Look,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ask: Callable[[NativeDialogs, str], object],
) -> None:
    """Its scroll bars were drawn with a viewport whose list nobody held, which ended the program."""
    for number in range(80):
        (tmp_path / f"folder {number}").mkdir()
    bars: list[QWidget] = []

    def drawn(*given: Any) -> None:
        scroll_bar(*given)
        bars.append(given[-1])

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            qtbot.waitUntil(lambda: bool(bars))  # nobody but Qt holds the lists
        finally:
            dialog.reject()

    monkeypatch.setattr("annotator.ui.theme.style.scroll_bar", drawn)
    QTimer.singleShot(0, leave)
    ask(NativeDialogs(lambda: None), str(tmp_path))
    assert bars
