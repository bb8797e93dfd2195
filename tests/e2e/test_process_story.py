"""The program as a process: on a real X display, and where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.support.program import saved_marks, sidecar_of
from tests.support.stories import write_folder

PATIENCE = 60


class Screen:
    """A display without a screen, and the program on it, driven by a keyboard's keys."""

    def __init__(self, display: str, settings: Path) -> None:
        own = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display, "ANNOTATOR_CONFIG_DIR": str(settings)}
        self.environment = {**os.environ, **own}
        self.environment.pop("WAYLAND_DISPLAY", None)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, str(ROOT / "main.py"), *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=self.environment, stdout=pipe, stderr=pipe, text=True)

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        return done.stdout.strip()

    def window(self, title: str) -> str:
        """The number of the window with that in its title, when it is there."""
        number = until(lambda: self.xdotool("search", "--onlyvisible", "--name", title).splitlines()[-1:])[0]
        self.xdotool("windowfocus", "--sync", number)
        return number

    def keys(self, *keys: str) -> None:
        self.xdotool("key", "--clearmodifiers", "--delay", "30", *keys)

    def letters(self, text: str) -> None:
        self.xdotool("type", "--delay", "30", text)


def until(found: Callable[[], list[str]]) -> list[str]:
    """Ask until there is something."""
    end = time.monotonic() + PATIENCE
    while not (result := found()):
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.1)
    return result


@contextmanager
def served(*options: str) -> Iterator[str]:
    """A display of its own, on a number that is free."""
    assert shutil.which("Xvfb"), "Xvfb is needed; on Debian and Ubuntu: apt install xvfb xdotool"
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", *options]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(PATIENCE)


@pytest.fixture
def display() -> Iterator[str]:
    with served() as display:
        yield display


@pytest.fixture
def screen(display: str, tmp_path_factory: pytest.TempPathFactory) -> Screen:
    return Screen(display, tmp_path_factory.mktemp("settings"))


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
