"""Composition root of the window: its first picture, which needs little, and then all that fills it.

What is imported here is waited for before the text can be seen: settings, look and the text itself. All else belongs
into ``whole_window``.
"""

from __future__ import annotations

import gc
import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.session.background.jobs import Jobs, Threads
from annotator.session.errors.error_hooks import ErrorHooks
from annotator.session.preferences.settings_store import SettingsStore
from annotator.storage.program.error_log import ErrorLog
from annotator.storage.program.settings_folder import error_log_file, settings_file
from annotator.ui.system.window_language import speak
from annotator.ui.theme.look import Look
from annotator.ui.window.first.first_article import first_article, first_text
from annotator.ui.window.first.first_picture import HELD, FirstPicture
from annotator.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from annotator.ui.system.system_dialogs import SystemDialogs

FAILED = 1
TURN_SECONDS = 0.0001
"""Interpreter switch interval, a fiftieth of Python's: each call of Qt gives the interpreter back to other threads."""
LONGEST_MS = 250
"""Milliseconds that the first picture is waited for: a window that comes up minimized is not painted."""

STEPS = (
    "annotator.session.opening.opener",
    "annotator.session.services",
    "annotator.ui.article_page.article_page",
    "annotator.ui.actions.bound_actions",
    "annotator.ui.panels.annotations.panel",
    "annotator.ui.panels.details.panel",
    "annotator.ui.window.window_parts",
    "annotator.whole_window",
)
"""Modules that are imported after the first picture, each with what it needs; the system is answered in between."""


def run_window(path: Path | None, annotator: str | None) -> int:
    """Open the window, at ``path`` unless that is None, and run until it is closed. Return the exit code."""
    failures = ErrorHooks(ErrorLog(error_log_file()), now, versions, sys.stderr)
    with failures:
        return _run(failures, path, annotator)
    return FAILED


def _run(failures: ErrorHooks, path: Path | None, annotator: str | None) -> int:
    gc.disable()  # almost no object becomes garbage before the window is shown
    sys.setswitchinterval(TURN_SECONDS)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Annotator")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("annotator")
    with ThreadPoolExecutor(1, "disk") as disk, ThreadPoolExecutor(1, "scan") as scan, ThreadPoolExecutor(1) as long:
        window = _begun(settings_file(), scan, styled=False)
        if picture := _first_picture(window, path):
            _show(window, picture)
        for module in STEPS:
            import_module(module)
            application.processEvents(HELD)
        if window.is_closed:
            return 0
        from annotator.whole_window import fill, run

        fill(window, Threads(disk, scan, long), clock=now, annotator=annotator)
        return run(window, path, failures, now)


def build_window(
    settings: Path,
    disk: Executor,
    scan: Executor,
    long: Executor,
    *,
    annotator: str | None = None,
    messages: SystemDialogs | None = None,
) -> MainWindow:
    """Create the window with everything it needs.

    ``disk`` reads and writes articles and sidecars in order; ``scan`` scans folders; ``long`` exports and imports.
    """
    from annotator.whole_window import fill  # here: the first picture does not need it

    window = _begun(settings, scan, styled=True)
    fill(window, Threads(disk, scan, long), clock=now, annotator=annotator, messages=messages)
    return window


def _begun(settings: Path, scan: Executor, *, styled: bool) -> MainWindow:
    """Return the window without its parts."""
    store = SettingsStore(settings, Jobs(scan))
    speak(store.settings.language)
    look = Look(choice=store.settings.theme, system_accent=store.settings.system_accent, styled=styled)
    return MainWindow(store, look)


def _first_picture(window: MainWindow, path: Path | None) -> FirstPicture | None:
    """Return a picture of the article that will be opened; None where it is not known or has no text to be seen."""
    settings = window.store.settings
    article = first_article(path, settings)
    text = first_text(article) if article and not settings.line_numbers else ""
    caret = settings.carets.get(str(article), 0)
    return FirstPicture(text, caret, settings, window.look.theme, window) if text else None


def _show(window: MainWindow, picture: FirstPicture) -> None:
    """Show the window and wait until the picture is painted in it."""
    loop = QEventLoop()
    picture.painted.connect(loop.quit, Qt.ConnectionType.QueuedConnection)  # once what is painted is on the screen
    QTimer.singleShot(LONGEST_MS, loop, loop.quit)
    window.show_first(picture)
    window.show()
    loop.exec(HELD)


def versions() -> str:
    """Return the versions of the program, Python, PySide6 and the system, for the head of an error report."""
    import platform  # needed for error reports only

    python, system = platform.python_version(), platform.platform()
    return f"Annotator {__version__}, Python {python}, PySide6 {pyside_version}, {system}"


def now() -> str:
    """Return the present time in the form of sidecars: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
