"""The program is ended from outside: by Ctrl+C in the terminal, by the system, by kill; nothing typed is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from annotator.storage.program.error_log import ErrorLog
from tests.support.paths import ROOT
from tests.support.program import Program, sidecar_of
from tests.support.screen import ENDS, PATIENCE, Screen, as_in_a_terminal, until
from tests.support.stories import write_folder

Start = Callable[..., Program]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
DRIVEN = """
import os, signal, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit
from annotator import app
from annotator.session.saving.autosave import Saver
from annotator.ui.window import ending

def end(name):
    os.kill(os.getpid(), signal.Signals[name])

def drive():
    window = next((one for one in QApplication.topLevelWidgets() if one.objectName() == "mainWindow"), None)
    view = window and window.findChild(QPlainTextEdit, "articleView")
    if not view or view.document().characterCount() < 2:
        QTimer.singleShot(20, drive)
        return
    {first}
    QTest.keyClicks(view, "cn")
    QTest.keyClicks(window.findChild(QPlainTextEdit, "noteField"), "half a no")
    {then}

QTimer.singleShot(0, drive)
sys.exit(app.run_window(Path(sys.argv[1]), None))
"""


IN_THE_WAY = "Path(sys.argv[1]).with_name('town.annotations.yaml').mkdir()"


def driven(
    article: Path, settings: Path, then: str, before: Callable[[], object], first: str = ""
) -> subprocess.CompletedProcess[str]:
    """Do what ``first`` says, tag a word, begin a note on it, and do what ``then`` says."""
    own = {"QT_QPA_PLATFORM": "offscreen", "ANNOTATOR_CONFIG_DIR": str(settings), "PYTHONPATH": str(ROOT)}
    program = DRIVEN.replace("{first}", first).replace("{then}", then)
    return subprocess.run(
        [sys.executable, "-c", program, str(article)],
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        preexec_fn=before,
    )


def as_under_nohup() -> None:
    """Ignore what a program in the background ignores."""
    as_in_a_terminal()
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def told(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what stands on the standard error, without what Qt says where there is no display."""
    return [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]


def faults(settings: Path) -> list[str]:
    kinds = [error.kind for error in ErrorLog(settings / "errors.log").last(50)]
    return [kind for kind in kinds if kind != "QtWarning"]


def note_in(sidecar: Path) -> str:
    content = yaml.safe_load(sidecar.read_text("utf-8")) if sidecar.is_file() else {"annotations": [{}]}
    return str(content["annotations"][0].get("note", ""))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    return write_folder(folder)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "settings"


@pytest.mark.parametrize("number", ENDS, ids=lambda number: number.name)
def test_a_signal_right_after_a_key_saves_and_closes(article: Path, settings: Path, number: signal.Signals) -> None:
    done = driven(article, settings, f"end({number.name!r})", as_in_a_terminal)
    assert (done.stdout, told(done), done.returncode) == ("", [], 128 + number)
    assert note_in(sidecar_of(article)) == "half a no"
    assert not (article.parent / ".annotator" / "locks").exists()
    assert faults(settings) == []
    assert '"last_article"' in (settings / "settings.json").read_text()


def test_two_signals_at_once_are_one(article: Path, settings: Path) -> None:
    done = driven(article, settings, "end('SIGTERM'); end('SIGHUP'); end('SIGINT')", as_in_a_terminal)
    assert done.returncode in {128 + number for number in ENDS}
    assert note_in(sidecar_of(article)) == "half a no"


def test_signals_that_were_ignored_at_the_start_stay_so(article: Path, settings: Path) -> None:
    then = "end('SIGINT'); end('SIGHUP'); QTimer.singleShot(500, lambda: (print('still here'), end('SIGTERM')))"
    done = driven(article, settings, then, as_under_nohup)
    assert (done.stdout, done.returncode) == ("still here\n", 128 + signal.SIGTERM)


def test_what_cannot_be_saved_is_told_and_kept(article: Path, settings: Path) -> None:
    done = driven(article, settings, "end('SIGTERM')", as_in_a_terminal, IN_THE_WAY)
    assert done.returncode == 1
    (copy,) = (settings / "unsaved").iterdir()
    (sentence,) = told(done)
    assert sentence.startswith("annotator: town.annotations.yaml is not saved. ")
    assert sentence.endswith(f"The work is kept in {copy}.")
    assert note_in(copy) == "half a no"
    assert copy.stat().st_mode & 0o077 == 0


def test_where_no_copy_can_be_kept_that_is_told_too(article: Path, settings: Path) -> None:
    settings.mkdir()
    (settings / "unsaved").write_text("in the way")
    done = driven(article, settings, "end('SIGTERM')", as_in_a_terminal, IN_THE_WAY)
    assert done.returncode == 1
    assert "No copy could be kept: " in done.stderr


def test_a_question_that_is_open_does_not_stand_in_the_way(article: Path, settings: Path) -> None:
    asked = "any(isinstance(one, QMessageBox) for one in QApplication.topLevelWidgets())"
    wait = f"again = lambda: end('SIGINT') if {asked} else QTimer.singleShot(20, again); again(); window.close()"
    done = driven(article, settings, wait, as_in_a_terminal, IN_THE_WAY)
    assert done.returncode == 1
    assert [note_in(copy) for copy in (settings / "unsaved").iterdir()] == ["half a no"]
    assert faults(settings) == []


def test_a_disk_that_never_answers_does_not_keep_it(article: Path, settings: Path) -> None:
    then = "ending.PATIENCE = 1; Saver.save = lambda *_arguments: time.sleep(1000); end('SIGTERM')"
    done = driven(article, settings, then, as_in_a_terminal)
    assert done.returncode == 1
    assert "could not be ended in order" in done.stderr


def test_a_fault_at_the_end_does_not_keep_it(article: Path, settings: Path) -> None:
    then = "window.end = lambda: {}[0]; end('SIGTERM')"
    assert driven(article, settings, then, as_in_a_terminal).returncode == 1


def test_ctrl_c_with_a_real_display_closes_the_window_each_time(screen: Screen, article: Path) -> None:
    for _ in range(2):
        program = screen.start(str(article))
        screen.window("town.txt")
        screen.xdotool("mousemove", "300", "300")
        program.send_signal(signal.SIGINT)
        assert program.communicate(timeout=PATIENCE) == ("", "")
        assert program.returncode == 128 + signal.SIGINT


def test_a_note_outlives_kill_9_while_it_is_typed(screen: Screen, article: Path) -> None:
    program = screen.start(str(article))
    screen.window("town.txt")
    screen.keys("ctrl+Home", "c", "n")
    screen.letters("Who counted")
    until(lambda: [note] if (note := note_in(sidecar_of(article))) == "Who counted" else [])
    program.kill()
    program.communicate(timeout=PATIENCE)
    assert note_in(sidecar_of(article)) == "Who counted"


class Manager:
    """The end of the system's session, as Qt hands it over."""

    def __init__(self, *, may_ask: bool) -> None:
        self.may_ask = may_ask
        self.done: list[str] = []

    def allowsInteraction(self) -> bool:
        return self.may_ask

    def release(self) -> None:
        self.done.append("release")

    def cancel(self) -> None:
        self.done.append("cancel")


def test_the_end_of_the_session_saves_the_note_too(start: Start, article: Path) -> None:
    program = start(article)
    program.type("cn")
    program.type("half a no")
    program.window.save_for_session(Manager(may_ask=False))
    assert note_in(sidecar_of(article)) == "half a no"
    assert program.window.isVisible()


def test_the_end_of_the_session_asks_where_it_may(start: Start, article: Path) -> None:
    program = start(article)
    sidecar_of(article).mkdir()
    program.type("c")
    program.messages.answer = "Stay"
    manager = Manager(may_ask=True)
    program.window.save_for_session(manager)
    assert manager.done == ["cancel", "release"]
    program.messages.answer = "Close without saving"


def test_the_end_of_the_session_keeps_a_copy_where_it_may_not_ask(start: Start, article: Path) -> None:
    program = start(article)
    sidecar_of(article).mkdir()
    program.type("cn")
    program.type("half a no")
    program.window.save_for_session(Manager(may_ask=False))
    assert program.messages.asked == []
    program.close()
    sidecar_of(article).rmdir()
    again = start(article)
    assert "1 file is in" in again.banners["kept"]
