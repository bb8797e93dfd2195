"""The program as a process that fails: before there is a window, and in its window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from annotator.storage.program.error_log import ErrorLog
from tests.support.paths import ROOT
from tests.support.stories import write_folder

BEFORE = """
import sys
from pathlib import Path
from annotator import app

app.SettingsStore = lambda *_args, **_more: {}["a secret"]
sys.exit(app.run_window(None, None))
"""
WITHIN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from annotator import app

def fail():
    raise LookupError("a secret")

def drive():
    window = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "mainWindow")
    view = window.findChild(QPlainTextEdit, "articleView")
    while view.document().characterCount() < 2:
        QApplication.processEvents()
    QTest.keyClicks(view, "c")
    QTimer.singleShot(0, fail)
    while not (dialogs := window.findChildren(QDialog, "failureDialog")):
        QApplication.processEvents()
    print("saved" if Path(sys.argv[2]).is_file() else "not saved")
    dialogs[0].quit_asked.emit()
    print("closed" if window.isHidden() else "open")
    return 0

QApplication.exec = staticmethod(drive)
sys.exit(app.run_window(Path(sys.argv[1]), None))
"""


def run(settings: Path, program: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    own = {"QT_QPA_PLATFORM": "offscreen", "ANNOTATOR_CONFIG_DIR": str(settings), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, env={**os.environ, **own}, capture_output=True, text=True, timeout=60, check=False)


def test_before_there_is_a_window(tmp_path: Path) -> None:
    done = run(tmp_path, BEFORE)
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if line.startswith("annotator:")]
    assert len(told) == 1
    assert told[0].startswith("annotator: An unexpected error: KeyError at annotator/app.py:")
    assert told[0].endswith(f"More is in {tmp_path / 'errors.log'}.")
    assert "Traceback" not in done.stderr
    assert [error.kind for error in ErrorLog(tmp_path / "errors.log").last(5) if "Qt" not in error.kind] == ["KeyError"]


def test_within_the_window(tmp_path: Path) -> None:
    folder, settings = tmp_path / "folder", tmp_path / "settings"
    folder.mkdir()
    article = write_folder(folder)
    done = run(settings, WITHIN, article, folder / "town.annotations.yaml")
    assert "Traceback" not in done.stderr
    assert done.stdout.split() == ["saved", "closed"]
    assert "Traceback" not in done.stderr
    assert "LookupError" in [error.kind for error in ErrorLog(settings / "errors.log").last(5)]
