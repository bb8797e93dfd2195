"""The window as a screen reader has it: on a real desktop bus, what is announced, and what every part is called."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line
from tests.support.paths import ROOT
from tests.support.program import sidecar_of
from tests.support.screen import PATIENCE, Screen, served
from tests.support.stories import write_folder

FAILS_IF = "something that is done by keys is not announced, or a part that takes the keyboard has no name or no role"
FAULTS = (
    Fault(
        "nothing is announced",
        "annotator/ui/system/announcing.py",
        "QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))",
        "pass",
        "announcements that did not come",
    ),
    Fault(
        "filters have no name",
        "annotator/ui/widgets/lists/filter_field.py",
        "self.setAccessibleName(name)",
        "pass",
        "parts without a name or a role",
    ),
    Fault(
        "the annotations are not counted",
        "annotator/ui/system/article_description.py",
        'self._widget.setAccessibleDescription(counted(current) if current else "")',
        "pass",
        "description of the article",
    ),
    Fault(
        "the progress has no value",
        "annotator/ui/panels/articles/progress.py",
        "self.setValue(self._finished)",
        "pass",
        "progress of the folder",
    ),
)
SYSTEMS_PYTHON = "/usr/bin/python3"
BINDING = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
NEEDED = "apt install at-spi2-core dbus gir1.2-atspi-2.0 python3-gi xdotool xvfb"
MOMENT = 10
"""Seconds within which an announcement comes on a busy machine too."""
ROLELESS = ("filler", "unknown", "invalid")
STORY = (
    (("ctrl+Home", "c"), ("Tagged “Harbour” as claim", "claim, Harbour")),
    (("Tab",), ("No annotation after this one",)),
    (("s",), ("Relabelled “Harbour” as source",)),
    (("Left",), ("near: source, Harbour",)),
    (("Down",), ("end of source",)),
    (("ctrl+Home",), ("start of source",)),
    (("ctrl+z",), ("Undone: Relabel “Harbour” as source",)),
    (("ctrl+Home", *["space"] * 12, "ctrl+Return", "alt+Up"), ()),  # read to the end, which is asked for else
)
"""Keys, and what has to be announced after them."""


def prove(full: bool) -> Iterator[Line]:
    """Go through a short story by keys and listen."""
    if not _is_installed():
        yield Line("announcements that did not come", f"not tried here, {NEEDED}", "0", True)
        return
    with tempfile.TemporaryDirectory() as name, served() as display, _bus() as bus:
        article = write_folder(Path(name))
        screen = Screen(display, Path(name) / "settings")
        screen.environment |= {"DBUS_SESSION_BUS_ADDRESS": bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        with _Reader(screen.environment) as reader, _running(screen, article):
            missed = _play(screen, reader)
            yield Line("announcements that did not come", ", ".join(missed) or "0", "0", not missed)
            yield from _parts(reader.parts())
            sidecar_of(article).unlink()
            told = reader.has_heard("Error: town.annotations.yaml is not saved. It has been deleted")
            yield Line("a deleted file", "announced" if told else "not announced", "announced", told)


def _is_installed() -> bool:
    there = all(shutil.which(tool) for tool in ("Xvfb", "xdotool", "dbus-daemon", SYSTEMS_PYTHON))
    return there and subprocess.run([SYSTEMS_PYTHON, "-c", BINDING], capture_output=True, check=False).returncode == 0


def _play(screen: Screen, reader: _Reader) -> list[str]:
    missed = []
    for keys, wanted in STORY:
        for key in keys:
            screen.keys(key)
        missed += [sentence for sentence in wanted if not reader.has_heard(sentence)]
    return missed


def _parts(parts: list[dict[str, Any]]) -> Iterator[Line]:
    takers = [part for part in parts if part["takes_keys"]]
    bad = [part for part in takers if not part["name"] or part["role"] in ROLELESS]
    told = ", ".join(f"{part['role']} “{part['name']}”" for part in bad)
    yield Line("parts without a name or a role", f"{told or 0} of {len(takers)}", "0", bool(takers) and not bad)
    said = [part["description"] for part in parts if part["role"] == "text" and part["name"] == "Article"]
    yield Line(
        "description of the article", ", ".join(said), "“1 annotation: 1 claim”", said == ["1 annotation: 1 claim"]
    )
    values = [part["value"] for part in parts if part["role"] == "progress bar"]
    yield Line("progress of the folder", str(values), "1 of 2", values == [[1, 2]])


class _Reader:
    """The child that listens, and what it has heard; a context manager."""

    def __init__(self, environment: dict[str, str]) -> None:
        own = {name: value for name, value in environment.items() if not name.startswith("PYTHON")}
        child = Path(__file__).with_name("screen_reader_child.py")
        pipe = subprocess.PIPE
        command = [SYSTEMS_PYTHON, str(child)]
        self._child = subprocess.Popen(
            command, env=own, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
        )
        self._heard: list[str] = []
        self._parts: list[list[dict[str, Any]]] = []
        self._news = threading.Condition()
        self._ready = False
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> _Reader:
        self._wait(lambda: self._ready)
        return self

    def __exit__(self, *_failure: object) -> None:
        self._child.kill()
        self._child.wait()

    def has_heard(self, sentence: str) -> bool:
        """Wait for a sentence that begins so, a moment at most; what was heard up to it is forgotten."""
        if not self._wait(lambda: self._place(sentence) is not None, MOMENT):
            return False
        del self._heard[: (self._place(sentence) or 0) + 1]
        return True

    def _place(self, sentence: str) -> int | None:
        return next((n for n, heard in enumerate(self._heard) if heard.startswith(sentence)), None)

    def parts(self) -> list[dict[str, Any]]:
        """Return all parts that are shown, as the bus tells them now."""
        assert self._child.stdin
        self._child.stdin.write("parts\n")
        self._child.stdin.flush()
        return self._parts.pop() if self._wait(lambda: bool(self._parts)) else []

    def _wait(self, come: Any, seconds: float = PATIENCE) -> bool:
        with self._news:
            return self._news.wait_for(come, seconds)

    def _listen(self) -> None:
        assert self._child.stdout
        for line in self._child.stdout:
            news = json.loads(line)
            with self._news:
                self._ready = True
                self._heard += [news["announced"]] if "announced" in news else []
                self._parts += [news["parts"]] if "parts" in news else []
                self._news.notify_all()


@contextmanager
def _bus() -> Iterator[str]:
    """Yield the address of a message bus of its own."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait(PATIENCE)


@contextmanager
def _running(screen: Screen, article: Path) -> Iterator[None]:
    program = screen.start(os.fspath(article))
    try:
        screen.window(article.name)
        time.sleep(1)  # until the window has the keyboard, which nothing outside tells
        yield
    finally:
        program.terminate()
        program.communicate(timeout=PATIENCE)
