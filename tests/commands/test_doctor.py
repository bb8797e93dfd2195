"""``annotator doctor``."""

from __future__ import annotations

import getpass
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from annotator import __version__
from annotator.commands import machine
from annotator.commands.doctor import ATTENTION, FINE, WRONG_USE, doctor
from annotator.storage.program.error_log import ErrorLog, LoggedError
from tests.support.paths import ROOT

ERROR = LoggedError("2026-11-22T06:21:20Z", "ValueError", "annotator/a.py:7")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a user with a name that must not be told, who has a screen and the fonts."""
    home = tmp_path / "ana-the-secret-user"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(home / "settings"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(getpass, "getuser", lambda: "ana-the-secret-user")
    monkeypatch.setattr(machine, "LEAST_ROOM", 0)
    return home


def run(folder: Path, capsys: pytest.CaptureFixture[str], *, as_json: bool = False) -> tuple[int, str]:
    code = doctor(folder, as_json=as_json)
    return code, capsys.readouterr().out


def test_all_is_well(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = run(home, capsys)
    assert code == FINE
    assert told.endswith("All is well\n")
    for words in (__version__, "Python", "PySide6-Essentials", "libyaml", "~/settings/errors.log", "writable", "none"):
        assert words in told


def test_nothing_private_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = home / "secret-folder"
    folder.mkdir()
    (folder / "secret-article.txt").write_text("secret words")
    log = ErrorLog(home / "settings" / "errors.log")
    log.add(ERROR, f'ValueError: secret words in {home}/secret-folder\n  File "secret-article.txt"')
    for as_json in (False, True):
        _, told = run(folder, capsys, as_json=as_json)
        assert "secret" not in told
        assert str(home) not in told
        assert ERROR.place in told


def test_the_last_errors_without_what_qt_only_warns_of(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = ErrorLog(home / "settings" / "errors.log")
    log.add(ERROR, "")
    for _ in range(20):
        log.add(LoggedError(ERROR.time, "QtWarning", "default"), "")
    _, told = run(home, capsys, as_json=True)
    assert json.loads(told)["errors"] == [{"time": ERROR.time, "type": "ValueError", "place": "annotator/a.py:7"}]


def test_errors_and_crashes_need_attention(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = ErrorLog(home / "settings" / "errors.log")
    log.add(LoggedError(ERROR.time, "SegmentationFault", "annotator/a.py:7"), "")
    code, told = run(home, capsys)
    assert code == ATTENTION
    assert "All is well" not in told
    assert "1 error or crash of earlier runs, the last on 2026-11-22. What was annotated until then is saved." in told
    assert "~/settings/errors.log; delete that file when" in told
    log.crash_file.write_text("Fatal Python error: Aborted")
    assert "The last run ended unexpectedly." in run(home, capsys)[1]
    log.path.unlink()
    log.crash_file.unlink()
    assert run(home, capsys)[0] == FINE


def test_no_display(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    code, told = run(home, capsys)
    assert code == ATTENTION
    assert "Needs attention: 1\n  No window can be opened: there is no display" in told


def test_a_display_elsewhere_is_not_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "secret-host:0")
    reason = "no window can be opened: the display secret-host:0 does not answer"
    monkeypatch.setattr(machine, "why_no_display", lambda *_: reason)
    assert machine.display().attention == ("No window can be opened: the display in DISPLAY does not answer.",)


def test_what_cannot_be_written(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", "/proc/annotator")
    code, told = run(home, capsys, as_json=True)
    assert code == ATTENTION
    assert [words for words in json.loads(told)["attention"] if words.startswith("Nothing can be written in the sett")]


def test_it_leaves_nothing_behind(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(home, capsys)
    assert list(home.iterdir()) == []


def test_missing_packages_fonts_and_low_limits(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "max_user_watches").write_text("8\n")
    monkeypatch.setattr(machine, "INOTIFY", tmp_path)
    monkeypatch.setattr(machine, "PACKAGES", ("PyYAML", "no-such-package"))
    monkeypatch.setattr(sys, "executable", str(home / "bin" / "python"))
    monkeypatch.setenv("PATH", str(fake_fonts(tmp_path)))
    _, told = run(home, capsys, as_json=True)
    attention = " ".join(json.loads(told)["attention"])
    for words in (
        "no-such-package is not installed: “~/bin/python -m pip install",
        "typefaces is installed",
        "fs.inotify.max_user_watches=",
    ):
        assert words in attention


def test_every_dependency_is_looked_at() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[<>=]", needed)[0] for needed in project["dependencies"]}
    assert wanted <= {*machine.PACKAGES}


def fake_fonts(folder: Path) -> Path:
    """A folder with an fc-list that knows one typeface."""
    programs = folder / "bin"
    programs.mkdir()
    (programs / "fc-list").write_text("#!/bin/sh\necho 'Comic Sans MS,Comic'\n")
    (programs / "fc-list").chmod(0o755)
    return programs


def test_a_folder_that_is_not_there(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(home / "gone", as_json=False) == WRONG_USE
    assert "There is no such folder." in capsys.readouterr().err


def test_the_command_line_needs_no_qt(tmp_path: Path) -> None:
    program = (
        "import sys; from annotator.cli import main; main(['doctor', '--json', sys.argv[1]])\n"
        "assert not [name for name in sys.modules if 'PySide6' in name or 'shiboken' in name]"
    )
    own = {**os.environ, "ANNOTATOR_CONFIG_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], env=own, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert json.loads(done.stdout)["versions"]["annotator"] == __version__
