"""The program as a process: on a real X display, and where there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.support.program import saved_marks, sidecar_of
from tests.support.screen import PATIENCE, Screen, served, until
from tests.support.stories import write_folder


def test_tagging_by_a_real_keyboard(screen: Screen, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    program = screen.start(str(tmp_path))
    screen.window("town.txt")
    screen.keys("ctrl+Home", "c")  # the first word
    screen.keys("ctrl+f")
    screen.letters("the mayor")
    screen.keys("Return", "s", "Escape", "ctrl+z", "ctrl+shift+z")
    until(
        lambda: (
            saved_marks(article) if sidecar_of(article).exists() and "mayor" in sidecar_of(article).read_text() else []
        )
    )
    screen.keys("ctrl+q")
    assert program.communicate(timeout=PATIENCE) == ("", "")
    assert program.returncode == 0
    assert saved_marks(article) == [("claim", "Harbour"), ("source", "the mayor")]

    again = screen.start(str(tmp_path), "--annotator", "alice")
    screen.window("town.txt")
    screen.keys("ctrl+q")
    assert again.communicate(timeout=PATIENCE) == ("", "")
    assert not sidecar_of(article, "alice").exists()


def run(arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)


@pytest.mark.parametrize("display", ["", ":98765", "nonsense", "no-such-host.invalid:0"])
def test_without_a_display(tmp_path: Path, display: str) -> None:
    ours = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    if display:
        environment["DISPLAY"] = display
    done = run([str(tmp_path)], environment)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("annotator: no window can be opened")
    assert done.stderr.count("\n") == 1


def test_a_display_that_refuses_us(tmp_path: Path) -> None:
    """An X server that wants a key that we do not have: Qt would abort."""
    key = tmp_path / "key"
    fields = (b"", b"", b"MIT-MAGIC-COOKIE-1", b"0123456789abcdef")
    key.write_bytes(b"\xff\xff" + b"".join(len(field).to_bytes(2, "big") + field for field in fields))
    with served("-auth", str(key)) as display:
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XAUTHORITY": str(tmp_path / "none")}
        done = run([str(tmp_path)], {**os.environ, **own})
    assert done.returncode == 2
    assert done.stderr.endswith(f"annotator: no window can be opened: the display {display} does not answer\n")


@pytest.mark.parametrize("argument", ["gone", "picture.png"])
def test_a_path_that_cannot_be_opened(tmp_path: Path, argument: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    done = run([str(tmp_path / argument)], {**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert argument in done.stderr
