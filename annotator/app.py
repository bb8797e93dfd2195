"""Composition root of the window: creates settings, session, services and window, and runs the event loop."""

from __future__ import annotations

import gc
import os
import random
import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.corpus.seen_sidecars import as_seen_by
from annotator.session.background.end_signals import EndSignals
from annotator.session.background.importing_ahead import ImportsAhead
from annotator.session.background.jobs import Jobs
from annotator.session.editing.evidence.evidence_services import evidence_services
from annotator.session.errors.error_hooks import ErrorHooks
from annotator.session.errors.slow_slots import watched
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.opener import Opener
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.saving.autosave import Autosave
from annotator.session.services import Services
from annotator.session.session import Session
from annotator.session.sync.comment_counts import CommentCounts
from annotator.session.sync.folder_differences import FolderDifferences
from annotator.session.sync.guidelines import Guidelines
from annotator.session.sync.open_files_watch import OpenFilesWatch
from annotator.session.sync.orphan_sidecars import OrphanSidecars
from annotator.session.sync.presence import Presence
from annotator.session.sync.reconciler import Reconciler
from annotator.session.sync.scheme_follower import SchemeFollower
from annotator.session.sync.second_article import SecondArticle
from annotator.session.sync.unused_keys import UnusedKeys
from annotator.session.sync.versions import VersionsReader
from annotator.storage.program.error_log import ErrorLog
from annotator.storage.program.settings_folder import error_log_file, settings_file
from annotator.ui.system.system_dialogs import NativeDialogs, SystemDialogs
from annotator.ui.system.window_language import speak
from annotator.ui.theme.icons import app_icon
from annotator.ui.theme.look import Look
from annotator.ui.window.ending import Ending
from annotator.ui.window.main_window import MainWindow

FAILED = 1
TURN_SECONDS = 0.001
"""Interpreter switch interval, a fifth of Python's default, so that background threads do not delay the window."""


AHEAD = (
    "annotator.ui.evidence.claim_evidence",
    "annotator.ui.editors.check_form",
    "annotator.ui.panels.details.relation_rows",
    "annotator.ui.panels.details.one_page",
    "annotator.language.figures.vocabulary",
    "annotator.language.figures.grammar",
    "annotator.language.figures.reading",
    "annotator.facts.proposals.said_by",
    "annotator.facts.proposals.said_again",
    "annotator.session.editing.card.card_proposals",
    "annotator.ui.card.card_slots",
    "annotator.ui.card.card_panel",
    "annotator.ui.article_page.side_place",
)
"""Modules that the first selected annotation, the first figure and the first card need."""


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
    application.setWindowIcon(app_icon())
    with ThreadPoolExecutor(1, "disk") as disk, ThreadPoolExecutor(1, "scan") as scan, ThreadPoolExecutor(1) as long:
        with EndSignals() as signals, watched(os.environ, failures.log, now) or nullcontext():
            window = build_window(settings_file(), disk, scan, long, annotator=annotator)
            window.follow(failures)
            ending = Ending(signals, window, sys.stderr)
            application.commitDataRequest.connect(window.save_for_session)
            window.open(path)
            window.show()
            ImportsAhead(AHEAD, window)
            gc.freeze()
            gc.enable()
            code = application.exec()
        return ending.code or code


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
    store = SettingsStore(settings, Jobs(scan))
    speak(store.settings.language)
    unsaved = settings.with_name("unsaved")
    services = _services(store, disk, scan, long, annotator=annotator, unsaved=unsaved)
    look = Look(choice=store.settings.theme, system_accent=store.settings.system_accent)
    window = MainWindow(services, look, messages or NativeDialogs(lambda: QApplication.activeWindow() or window))
    services.session.setParent(window)
    return window


def _services(
    store: SettingsStore, disk: Executor, scan: Executor, long: Executor, *, annotator: str | None, unsaved: Path
) -> Services:
    """Create what is below the window."""
    session, schemes, files = Session(clock=now, randomness=random.Random()), SchemeCache(), Jobs(disk)
    autosave = Autosave(session, files)
    opener = Opener(session, autosave, schemes, files, allows_links=store.allows_links)
    opener.annotator = store.settings.annotator if annotator is None else annotator
    folder = Folder(Jobs(scan), schemes)
    folder.follow(session)
    plan = FolderPlan(folder, Jobs(scan))

    def jobs(executor: Executor) -> Jobs:
        """Return jobs that find no sidecars but those that the folder's plan lets its annotator see."""
        return Jobs(executor, around=lambda: as_seen_by(folder.annotator, folder.path))

    session.opened.connect(plan.refresh)
    reconciler, presence = Reconciler(session, autosave, files), Presence(session, files)
    SchemeFollower(session, folder, schemes)
    UnusedKeys(session, folder, jobs(scan))
    return Services(
        session,
        folder,
        plan,
        opener,
        autosave,
        store,
        reconciler,
        presence,
        OpenFilesWatch(session, folder, reconciler, presence, files, jobs(scan)),
        VersionsReader(jobs(scan), session),
        OrphanSidecars(session, folder, opener, autosave, jobs(scan)),
        SecondArticle(schemes, files, lambda: opener.annotator, session),
        Guidelines(session, jobs(scan)),
        CommentCounts(session, folder, plan, jobs(scan)),
        FolderDifferences(folder, jobs(long)),
        evidence_services(session, jobs(long)),
        jobs(long),
        jobs(scan),
        unsaved,
    )


def versions() -> str:
    """Return the versions of the program, Python, PySide6 and the system, for the head of an error report."""
    import platform  # needed for error reports only

    python, system = platform.python_version(), platform.platform()
    return f"Annotator {__version__}, Python {python}, PySide6 {pyside_version}, {system}"


def now() -> str:
    """Return the present time in the form of sidecars: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
