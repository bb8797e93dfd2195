"""The text of the article is seen before the rest of the program is imported, where it stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.paths import ROOT

TEXT = "".join(f"Paragraph {number}: some 3,000 people left the town on Friday. " * 6 + "\n\n" for number in range(60))
ARABIC = "غادر نحو ثلاثة آلاف شخص المدينة يوم الجمعة. " * 9 + "\n"

NOT_BEFORE = (
    *("annotator.anchoring", "annotator.corpus", "annotator.facts", "annotator.interop", "annotator.review"),
    *("annotator.session.editing", "annotator.session.opening", "annotator.session.saving", "annotator.session.sync"),
    *("annotator.session.session", "annotator.storage.evidence", "annotator.storage.saving", "annotator.storage.yaml"),
    *("annotator.storage.schemes", "annotator.storage.plans", "annotator.ui.actions", "annotator.ui.article_page"),
    *("annotator.ui.board", "annotator.ui.card", "annotator.ui.dialogs", "annotator.ui.editors", "annotator.ui.panels"),
    *("annotator.ui.notices", "annotator.ui.review", "annotator.ui.status_bar", "annotator.whole_window"),
    *("annotator.model.document", "annotator.model.kinds", "annotator.model.scheme", "annotator.ui.theme.style"),
    *("annotator.ui.window.docks", "annotator.ui.window.window_parts", "yaml", "hashlib", "PySide6.QtSvg"),
)
"""Rooms and modules that the first picture does without."""

STORY = """
import json, linecache, sys
from PySide6 import QtWidgets
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

def place(view):
    block, part, window = view.firstVisibleBlock(), view.viewport(), view.window()
    top = view.blockBoundingGeometry(block).translated(view.contentOffset()).top()
    rect = QRect(part.mapTo(window, QPoint()), part.size()).getRect()
    return [*rect, block.blockNumber(), top, block.layout().lineCount(), *view.cursorRect().topLeft().toTuple()]

class Application(QApplication):
    told = None

    def __init__(self, arguments):
        super().__init__(arguments)
        from annotator.ui.article_view.unmarked.unmarked_text import UnmarkedText

        UnmarkedText.paintEvent = Application.paint_text  # a filter of events would make PySide's classes

    def paint_text(view, event):
        classes = [name for name in ("QWizard", "QTabWidget") if name in vars(QtWidgets)]
        QPlainTextEdit.paintEvent(view, event)
        if view.text and not Application.told:
            Application.told = {"modules": sorted(sys.modules), "classes": classes}
            Application.told |= {"early": place(view), "text": view.toPlainText()}

def look_and_close():
    window = next(widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "mainWindow")
    view = window.findChild(QPlainTextEdit, "articleView")
    while not view.document().characterCount() > 1:
        QApplication.processEvents()
    for _turn in range(20):
        QApplication.processEvents()
    focused, told = QApplication.focusWidget(), Application.told
    told |= {"late": place(view), "covered": window.findChild(QWidget, "firstPicture") is not None}
    told |= {"focus": focused.objectName() if focused else "", "late text": view.toPlainText()}
    told |= {"widths": [dock.width() for dock in window.findChildren(QtWidgets.QDockWidget) if dock.isVisible()]}
    told["sources read"] = [name for name in linecache.cache if "window" in name]
    print(json.dumps(told))
    window.close()
    return 0

QtWidgets.QApplication = Application
Application.exec = staticmethod(look_and_close)
from annotator.cli import main
sys.exit(main(sys.argv[1:]))
"""


def start(settings: Path, path: Path) -> Any:
    """Start the program in a process of its own and return what was seen of the text, at first and at last."""
    own = {"ANNOTATOR_CONFIG_DIR": str(settings), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", STORY, str(path)]
    done = subprocess.run(command, env={**os.environ, **own}, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    article = tmp_path / "folder" / "town.txt"
    article.write_text(TEXT, "utf-8")
    return article


def write_settings(tmp_path: Path, **settings: object) -> Path:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "settings.json").write_text(json.dumps(settings), "utf-8")
    return tmp_path / "settings"


def test_the_text_stands_where_it_stays_from_the_first_start_on(article: Path, tmp_path: Path) -> None:
    first = start(tmp_path / "settings", article)
    assert first["text"] == first["late text"] == TEXT
    assert first["early"] == first["late"]
    assert not first["covered"]
    assert first["focus"] == "articleView"
    second = start(tmp_path / "settings", article.parent)
    assert second["early"] == second["late"]
    assert second["early"][1] < first["early"][1]  # the tour is offered at the first start only
    assert second["widths"] == first["widths"] == [238, 324, 324]
    assert first["sources read"] == []  # PySide would read that of each module
    assert first["classes"] == []  # PySide makes all classes of widgets at once
    early = [name for name in first["modules"] if name.startswith(NOT_BEFORE)]
    assert early == []
    assert len([name for name in first["modules"] if name.startswith("annotator")]) < 100


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_scrolled_to_the_caret_and_as_large_as_it_was(article: Path, tmp_path: Path, language: str) -> None:
    caret = {str(article): TEXT.index("Paragraph 40")}
    seen = {"tour_seen": True, "zoom": 130, "theme": "dark"}
    settings = write_settings(tmp_path, carets=caret, language=language, **seen)
    start(settings, article)  # here: in a window that is mirrored Qt puts the text a pixel beside where it is first
    told = start(settings, article)
    assert told["early"] == told["late"]
    assert told["early"][4] > 20


def test_a_text_from_right_to_left(tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(ARABIC * 3, "utf-8")
    told = start(tmp_path / "settings", tmp_path / "town.txt")
    assert told["early"] == told["late"]


def test_what_is_not_utf_8_waits_for_the_whole_program(tmp_path: Path) -> None:
    article = tmp_path / "town.txt"
    article.write_bytes(b"caf\xe9 and some more words of an old encoding\n")
    told = start(tmp_path / "settings", article)
    assert "annotator.whole_window" in told["modules"]
    assert told["text"] == told["late text"] == "caf\u00e9 and some more words of an old encoding\n"


CLOSING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from annotator import app

class Application(QApplication):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.closing = QTimer(self, interval=0)
        self.closing.timeout.connect(self.close_what_is_there)
        self.closing.start()

    def close_what_is_there(self):
        for window in self.topLevelWidgets():
            if window.isVisible() and (sys.argv[2] == "picture" or window.findChild(QWidget, "articleView")):
                self.closing.stop()
                window.close()

from pathlib import Path
app.QApplication = Application
sys.exit(app.run_window(Path(sys.argv[1]), None))
"""


@pytest.mark.parametrize("when", ["picture", "article"])
def test_the_program_ends_where_the_window_is_closed_meanwhile(article: Path, tmp_path: Path, when: str) -> None:
    own = {"ANNOTATOR_CONFIG_DIR": str(tmp_path / "settings"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", CLOSING, str(article), when]
    done = subprocess.run(command, env={**os.environ, **own}, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
