"""Where unexpected errors arrive."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from annotator.session.errors.error_hooks import ErrorHooks
from annotator.session.errors.error_report import ErrorReport
from annotator.storage.program.error_log import ErrorLog
from tests.session.errors.watched_errors import Watched
from tests.support.paths import ROOT

NOW = "2026-11-22T06:21:20Z"


def test_it_is_logged_at_once_and_told_soon(qtbot: QtBot, watched: Watched) -> None:
    with qtbot.waitSignal(watched.failures.failed):
        watched.failures.report(ValueError("a secret"))
        assert watched.told == []
        assert [error.kind for error in watched.log.last(9)] == ["ValueError"]
    assert [failure.error.kind for failure in watched.told] == ["ValueError"]
    assert watched.told[0].details.startswith("About this run\n")
    assert watched.errors.getvalue().startswith("annotator: An unexpected error: ValueError at an unknown place.")
    assert "a secret" not in watched.errors.getvalue()


def test_the_same_is_told_once_and_logged_ever_more_seldom(qtbot: QtBot, watched: Watched) -> None:
    with qtbot.waitSignal(watched.failures.failed):
        for _ in range(100):
            watched.failures.attempt(lambda: int("x"))
    watched.failures.report(KeyError())
    qtbot.waitUntil(lambda: len(watched.told) == 2)
    assert [failure.error.kind for failure in watched.told] == ["ValueError", "KeyError"]
    assert [error.kind for error in watched.log.last(9)] == ["KeyError", "ValueError", "ValueError", "ValueError"]
    assert "Met 100 times" in watched.log.path.read_text("utf-8")


def test_it_is_told_in_the_gui_thread(qtbot: QtBot, watched: Watched) -> None:
    threads: list[threading.Thread] = []
    watched.failures.failed.connect(lambda _failure: threads.append(threading.current_thread()))
    with qtbot.waitSignal(watched.failures.failed):
        other = threading.Thread(target=lambda: watched.failures.attempt(lambda: int("x")))
        other.start()
        other.join()
    assert threads == [threading.main_thread()]


def test_failing_to_tell_does_not_begin_again(qtbot: QtBot, watched: Watched) -> None:
    def tell(failure: ErrorReport) -> None:
        watched.failures.report(KeyError(failure.error.kind))

    watched.failures.failed.connect(tell)
    with qtbot.waitSignal(watched.failures.failed):
        watched.failures.report(ValueError())
    watched.failures.report(TypeError())
    qtbot.waitUntil(lambda: len(watched.told) == 2)
    assert [failure.error.kind for failure in watched.told] == ["ValueError", "TypeError"]
    assert {error.kind for error in watched.log.last(9)} == {"ValueError", "KeyError", "TypeError"}


def test_what_arrives_while_another_is_told_is_only_logged(watched: Watched) -> None:
    watched.failures.failed.connect(lambda _failure: QCoreApplication.processEvents())  # as a dialog does
    watched.failures.report(ValueError())
    watched.failures.report(TypeError())
    QCoreApplication.processEvents()
    assert [failure.error.kind for failure in watched.told] == ["ValueError"]
    assert [error.kind for error in watched.log.last(9)] == ["TypeError", "ValueError"]


def test_attempting_gives_what_comes_out(watched: Watched) -> None:
    assert watched.failures.attempt(lambda: 7) == 7
    assert watched.failures.attempt(lambda: int("x")) is None


def test_a_log_that_cannot_be_written_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "errors.log").mkdir()
    watched = Watched(tmp_path)
    with qtbot.waitSignal(watched.failures.failed):
        watched.failures.report(ValueError())
    assert "More is in" not in watched.errors.getvalue()


def test_ever_new_kinds_of_errors_do_not_fill_the_log(qtbot: QtBot, watched: Watched) -> None:
    for number in range(1_050):
        watched.failures.report(type(f"Odd{number}Error", (Exception,), {})())
    qtbot.waitUntil(lambda: len(watched.told) > 0)
    watched.failures.report(ValueError())
    text = watched.log.path.read_text("utf-8")
    assert "Odd999Error" in text
    assert "Odd1000Error" not in text
    assert "ValueError" not in text


def test_without_a_terminal_it_is_logged_all_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    log = ErrorLog(tmp_path / "errors.log")
    failures = ErrorHooks(log, lambda: NOW, lambda: "About this run", None)
    with qtbot.waitSignal(failures.failed):
        failures.report(ValueError())
    assert [error.kind for error in log.last(9)] == ["ValueError"]


CHILD = """
import sys, threading, gc
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer, qCritical, qWarning
from annotator.session.errors.error_hooks import ErrorHooks
from annotator.storage.program.error_log import ErrorLog

class Sad:
    def __del__(self):
        raise MemoryError

def fail():
    raise LookupError("in a slot")

with ErrorHooks(ErrorLog(Path(sys.argv[1])), lambda: "2026-11-22T06:21:20Z", lambda: "About", sys.stderr) as failures:
    application = QCoreApplication([])
    told = []
    def tell(failure):
        print("told", failure.error.kind)
        told.append(failure)
        if len(told) == 2:
            application.quit()
    failures.failed.connect(tell)
    QTimer.singleShot(0, fail)
    QTimer.singleShot(30_000, application.quit)
    other = threading.Thread(target=lambda: int("x"))
    other.start(); other.join()
    Sad(); gc.collect()
    qWarning("take care"); qCritical("beware")
    application.exec()
    {last}
"""


def run(log: Path, last: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", CHILD.replace("{last}", last), str(log)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def kinds(log: Path) -> list[str]:
    return [error.kind for error in ErrorLog(log).last(20)]


def test_every_way_leads_here(tmp_path: Path) -> None:
    log = tmp_path / "errors.log"
    done = run(log, "pass")
    assert done.returncode == 0
    assert sorted(done.stdout.split()) == sorted(["told", "LookupError", "told", "ValueError"])
    assert set(kinds(log)) == {"LookupError", "ValueError", "MemoryError", "QtWarning", "QtCritical"}
    assert "Traceback" not in done.stderr
    assert "in a slot" not in done.stderr
    assert "in a slot" not in log.read_text("utf-8").replace('raise LookupError("in a slot")', "")


def test_what_comes_out_of_the_whole_program_is_a_sentence(tmp_path: Path) -> None:
    log = tmp_path / "errors.log"
    done = run(log, "raise OSError('at the end')")
    assert kinds(log)[0] == "OSError"
    assert "annotator: An unexpected error: OSError at <string>" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_crash_is_logged_by_the_next_run(tmp_path: Path) -> None:
    log = tmp_path / "errors.log"
    assert run(log, "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)").returncode == -11
    assert "SegmentationFault" not in kinds(log)
    run(log, "pass")
    assert kinds(log).count("SegmentationFault") == 1
    run(log, "pass")
    assert kinds(log).count("SegmentationFault") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_qt_s_last_words_are_logged(tmp_path: Path) -> None:
    log = tmp_path / "errors.log"
    assert run(log, "from PySide6.QtCore import qFatal; qFatal('the end')").returncode == -6
    run(log, "pass")
    assert {"QtFatal", "Aborted"} <= set(kinds(log))


def test_hooks_are_given_back(qtbot: QtBot, watched: Watched) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    done = run(watched.log.path, "failures.remove(); assert sys.excepthook is sys.__excepthook__; print('given back')")
    assert "given back" in done.stdout
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
