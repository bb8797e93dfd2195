"""Another program does something to the sidecar of the open article: is it noticed, without a key being pressed?"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtWidgets import QApplication

from annotator.app import build_window
from annotator.session.session import Session
from annotator.session.sync.reconciler import Reconciler
from annotator.storage.sidecars.sidecar_files import sidecar_path
from annotator.ui.system.system_dialogs import NativeDialogs, Question
from annotator.ui.widgets.banner import BannerStack
from annotator.ui.window.closing import CLOSE
from annotator.ui.window.main_window import MainWindow
from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line

FAILS_IF = "a change is not noticed within three seconds, or a file that was only touched is taken for a conflict"
OTHERS = "annotator/session/sync/sidecar_from_others.py"
FAULTS = (
    Fault(
        "the sidecar is not compared",
        OTHERS,
        "if data == saved:",
        "if data is not None:",
        "replaced three times",
    ),
    Fault(
        "a replaced file is not watched anew",
        "annotator/session/sync/file_watch.py",
        "self._watch()\n        self.stirred.emit()",
        "self.stirred.emit()",
        "replaced, then written in place",
    ),
    Fault(
        "a deleted sidecar is not told of",
        OTHERS,
        "return SidecarFromOthers(ours, data, base, failure=GoneError.at(sidecar, _(GONE)))",
        "return None",
        "deleted",
    ),
    Fault(
        "a sidecar that was only touched is taken for a deleted one",
        OTHERS,
        "if data == saved:\n            return None",
        "if data == saved:\n            data = None",
        "only touched",
    ),
)
TEXT = "Thousands of people left the town on Thursday.\n"
SIDECAR = """\
format: annotator
version: 1
article:
  file: town.txt
status: in-work
annotations:
- {id: a, label: claim, start: 0, end: 9, text: Thousands, note: NOTE}
"""
PATIENCE = 3.0
REST = 0.3
"""Seconds in which what is not to happen would have happened."""
Deed = Callable[["Window"], bool]


class Closing(NativeDialogs):
    """Says that the window may be closed, whatever is not saved."""

    def ask(self, question: Question) -> str:
        return next(answer for answer in question.answers if answer == CLOSE)


class Window:
    """The program's window on a folder with one article and its sidecar."""

    def __init__(self, folder: Path) -> None:
        self.application = QApplication.instance() or QApplication([])
        self.article = folder / "town.txt"
        self.article.write_text(TEXT, "utf-8")
        self.sidecar = sidecar_path(self.article)
        self.write("first")
        self._workers = ThreadPoolExecutor(1), ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        settings, messages = folder / "settings" / "settings.json", Closing(lambda: self.window)
        self.window: MainWindow = build_window(settings, *self._workers, messages=messages)
        self.window.open(self.article)
        self.window.show()
        assert self.happens(lambda: self.note == "first")
        self.rest()

    @property
    def session(self) -> Session:
        return self.window.findChild(Session)

    @property
    def note(self) -> str:
        """The annotation's note as the window has it."""
        return self.session.document.annotations["a"].note if self.session.current else ""

    @property
    def banners(self) -> set[str]:
        return set(self.window.findChild(BannerStack).contents)

    @property
    def conflicts(self) -> int:
        current = self.session.current
        return len(self.window.findChild(Reconciler).conflicts(current)) if current else 0

    def write(self, note: str) -> None:
        self.sidecar.write_text(SIDECAR.replace("NOTE", note), "utf-8")

    def replace(self, note: str) -> None:
        """As editors and git do: a new file is put in its place."""
        new = self.sidecar.with_name("new")
        new.write_text(SIDECAR.replace("NOTE", note), "utf-8")
        new.replace(self.sidecar)

    def happens(self, what: Callable[[], bool], within: float = PATIENCE) -> bool:
        end = time.monotonic() + within
        while not what() and time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.005)
        return what()

    def rest(self) -> None:
        """Let pass what may still be under way."""
        self.happens(lambda: False, REST)

    def close(self) -> None:
        self.window.close()
        for worker in self._workers:
            worker.shutdown()
        self.window.deleteLater()
        self.application.processEvents()


def _replaced_three_times(window: Window) -> bool:
    seen = []
    for note in ("second", "third", "fourth"):
        window.replace(note)
        seen.append(window.happens(lambda note=note: window.note == note))  # type: ignore[misc]  # the loop's own value
    return all(seen)


def _written_in_place(window: Window) -> bool:
    window.write("in place")
    return window.happens(lambda: window.note == "in place")


def _replaced_and_then_written_in_place(window: Window) -> bool:
    """The system watches the file that is gone, unless the new one is watched anew."""
    window.replace("second")
    seen = window.happens(lambda: window.note == "second")
    window.rest()
    return seen and _written_in_place(window)


def _deleted(window: Window) -> bool:
    window.sidecar.unlink()
    return window.happens(lambda: "saving" in window.banners) and window.note == "first"


def _renamed(window: Window) -> bool:
    window.sidecar.rename(window.sidecar.with_name("elsewhere.yaml"))
    return window.happens(lambda: "saving" in window.banners) and window.note == "first"


def _touched(window: Window) -> bool:
    before = window.sidecar.read_bytes()
    os.utime(window.sidecar)
    window.rest()
    quiet = not window.conflicts and "saving" not in window.banners
    return quiet and window.note == "first" and window.sidecar.read_bytes() == before


def _come_back(window: Window) -> bool:
    """Deleted, told of, and put back as it was: all is well again."""
    window.sidecar.unlink()
    told = window.happens(lambda: "saving" in window.banners)
    window.replace("first")
    return told and window.happens(lambda: "saving" not in window.banners)


DEEDS: dict[str, Deed] = {
    "replaced three times": _replaced_three_times,
    "written in place": _written_in_place,
    "replaced, then written in place": _replaced_and_then_written_in_place,
    "deleted": _deleted,
    "renamed": _renamed,
    "deleted and put back": _come_back,
    "only touched, which is no conflict": _touched,
}


def prove(full: bool) -> Iterator[Line]:
    """Each deed on a window of its own; in full, ten times."""
    times = 10 if full else 1
    for name, deed in DEEDS.items():
        noticed = sum(_done(deed) for _ in range(times))
        yield Line(f"noticed: {name}", f"{noticed} of {times}", f"{times} of {times}", noticed == times)


def _done(deed: Deed) -> bool:
    with tempfile.TemporaryDirectory() as name:
        window = Window(Path(name))
        try:
            return deed(window)
        finally:
            window.close()
