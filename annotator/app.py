"""The composition root of the window: settings, session, window."""

from __future__ import annotations

import gc
import os
import random
import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.session.autosave import Autosave
from annotator.session.desk import Desk
from annotator.session.folder import Folder
from annotator.session.jobs import Jobs
from annotator.session.opener import Opener
from annotator.session.scheme_cache import SchemeCache
from annotator.session.session import Session
from annotator.session.settings_store import SettingsStore
from annotator.ui.main_window import MainWindow
from annotator.ui.messages import Messages, WindowMessages
from annotator.ui.theme.icons import app_icon
from annotator.ui.theme.look import Look

SETTINGS_FOLDER = "ANNOTATOR_CONFIG_DIR"
"""The environment's word for where the settings are kept, in place of the system's folder for them."""

TURN_SECONDS = 0.001
"""How long a background thread may keep the window waiting for the interpreter: a fifth of what Python would allow."""


def run_window(path: Path | None, annotator: str | None) -> int:
    """Open the window, at ``path`` where one is given, and stay until it is closed. The result is the exit code."""
    gc.disable()  # what is made until the window shows stays
    sys.setswitchinterval(TURN_SECONDS)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Annotator")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("annotator")
    application.setWindowIcon(app_icon())
    with ThreadPoolExecutor(1, "disk") as disk, ThreadPoolExecutor(1, "scan") as scan:
        window = build_window(settings_file(), disk, scan, annotator=annotator)
        window.open(path)
        window.show()
        gc.freeze()
        gc.enable()
        return application.exec()


def build_window(
    settings: Path, disk: Executor, scan: Executor, *, annotator: str | None = None, messages: Messages | None = None
) -> MainWindow:
    """The window with all it needs. ``disk`` reads and writes articles, one at a time; ``scan`` looks at folders."""
    store = SettingsStore(settings, Jobs(scan))
    session = Session(clock=now, randomness=random.Random())
    schemes, files = SchemeCache(), Jobs(disk)
    autosave = Autosave(session, files)
    opener = Opener(session, autosave, schemes, files)
    opener.annotator = store.settings.annotator if annotator is None else annotator
    folder = Folder(Jobs(scan), schemes)
    folder.follow(session)
    desk = Desk(session, folder, opener, autosave, store)
    look = Look(choice=store.settings.theme, system_accent=store.settings.system_accent)
    window = MainWindow(desk, look, messages or WindowMessages(lambda: window))
    session.setParent(window)
    return window


def settings_file() -> Path:
    """Where this user's settings are kept."""
    folder = os.environ.get(SETTINGS_FOLDER)
    return (Path(folder) if folder else user_config_path("annotator", appauthor=False)) / "settings.json"


def now() -> str:
    """The time as sidecars have it: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
