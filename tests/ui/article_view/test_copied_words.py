"""Copied words are the file's own text, and the program ends well with them on the clipboard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import Start
from tests.support.paths import ROOT
from tests.support.program import CTRL, Key

STORY = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from annotator.app import run_window
from annotator.ui.article_view.article_view import ArticleView

def copy_and_close():
    windows = [window for window in QApplication.topLevelWidgets() if window.findChild(ArticleView)]
    view = windows[0].findChild(ArticleView) if windows else None
    if view is None or view.document().characterCount() < 5:
        QTimer.singleShot(50, copy_and_close)
        return
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_C, control | shift if "source" in sys.argv else control)
    print(QApplication.clipboard().text())
    windows[0].close()

class Application(QApplication):
    def __init__(self, arguments):
        super().__init__(arguments)
        QTimer.singleShot(0, copy_and_close)

import annotator.app
annotator.app.QApplication = Application
sys.exit(run_window(Path(sys.argv[1]), None))
"""


def test_it_is_what_stands_in_the_file(start_again: Start, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain\u00a0fell.\u2028Snow fell.\n", "utf-8")
    program = start_again(tmp_path / "a.txt")
    program.press(Key.Key_A, CTRL)
    program.press(Key.Key_C, CTRL)
    data = QApplication.clipboard().mimeData()
    assert data.text() == "Rain\u00a0fell.\u2028Snow fell.\n"
    assert data.formats() == ["text/plain"]


@pytest.mark.parametrize("arguments", [(), ("source",)])
def test_the_program_ends_well_with_words_on_the_clipboard(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.\n", "utf-8")
    settings = {"ANNOTATOR_CONFIG_DIR": str(tmp_path / "settings"), "QT_QPA_PLATFORM": "offscreen"}
    environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", STORY, str(tmp_path / "a.txt"), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert "Rain fell." in done.stdout
    assert done.returncode == 0, done.stderr
