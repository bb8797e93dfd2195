"""The program as a process on an X display of its own, driven by a keyboard's keys."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.paths import ROOT

PATIENCE = 60
ENDS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Screen:
    """A display without a screen, and the program on it, driven by a keyboard's keys."""

    def __init__(self, display: str, settings: Path) -> None:
        own = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display, "ANNOTATOR_CONFIG_DIR": str(settings)}
        self.environment = {**os.environ, **own}
        self.environment.pop("WAYLAND_DISPLAY", None)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start the program, with the signals as in a terminal, whatever the tests themselves run in."""
        command = [sys.executable, str(ROOT / "main.py"), *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, env=self.environment, stdout=pipe, stderr=pipe, text=True, preexec_fn=as_in_a_terminal
        )

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


def as_in_a_terminal() -> None:
    """Take the signals that end a program as a terminal's program does: a background run ignores some of them."""
    for number in ENDS:
        signal.signal(number, signal.SIG_DFL)


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
    kept = ("-noreset",)  # else it begins anew when the last program leaves, and the next one finds it closed
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", *kept, *options]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(PATIENCE)
