"""Composition of the window after its first picture: services and parts, and the event loop."""

from __future__ import annotations

import gc
import os
import random
import sys
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import nullcontext
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication

from annotator.corpus.seen_sidecars import as_seen_by
from annotator.session.background.end_signals import EndSignals
from annotator.session.background.importing_ahead import ImportsAhead
from annotator.session.background.jobs import Jobs, Threads
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
from annotator.session.sync.folder_reviews import FolderReviews
from annotator.session.sync.guidelines import Guidelines
from annotator.session.sync.open_files_watch import OpenFilesWatch
from annotator.session.sync.orphan_sidecars import OrphanSidecars
from annotator.session.sync.presence import Presence
from annotator.session.sync.reconciler import Reconciler
from annotator.session.sync.scheme_follower import SchemeFollower
from annotator.session.sync.second_article import SecondArticle
from annotator.session.sync.unused_keys import UnusedKeys
from annotator.session.sync.versions import VersionsReader
from annotator.ui.system.system_dialogs import NativeDialogs, SystemDialogs
from annotator.ui.theme.icons import app_icon
from annotator.ui.window.ending import Ending
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.window_parts import WindowParts

AHEAD = (
    "annotator.ui.evidence.claim_evidence",
    "annotator.ui.editors.open_editor",
    "annotator.ui.editors.check_form",
    "annotator.ui.panels.details.relation_list",
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
    "annotator.ui.article_view.relations.relation_layer",
    "annotator.ui.panels.guidelines.page",
)
"""Modules that the first selected annotation, figure, card and relation need, and the guidelines."""


def fill(
    window: MainWindow,
    threads: Threads,
    *,
    clock: Callable[[], str],
    annotator: str | None = None,
    messages: SystemDialogs | None = None,
) -> None:
    """Make the services below the window, and the parts in it."""
    services = _services(window.store, threads, clock, annotator)
    window.look.set_style()
    dialogs = messages or NativeDialogs(lambda: QApplication.activeWindow() or window)
    services.session.setParent(window)
    known = services.session.opened, services.opener.failed, services.folder.failed
    window.fill(WindowParts(window, services, window.look, dialogs), *known)


def run(window: MainWindow, path: Path | None, failures: ErrorHooks, clock: Callable[[], str]) -> int:
    """Open ``path`` in the window and run until it is closed. Return the exit code."""
    QApplication.setWindowIcon(app_icon())
    code = 0
    with EndSignals() as signals, watched(os.environ, failures.log, clock) or nullcontext():
        window.follow(failures)
        ending = Ending(signals, window, sys.stderr)
        cast(QApplication, QApplication.instance()).commitDataRequest.connect(window.save_for_session)
        if not window.is_closed:  # while it was made
            window.open(path)
            window.show()
            ImportsAhead(AHEAD, window)
            gc.freeze()
            gc.enable()
            window.hold_input()
        if not (window.is_closed or ending.code):  # a signal may have ended the program before
            code = QApplication.exec()
    return ending.code or code


def _services(store: SettingsStore, threads: Threads, clock: Callable[[], str], annotator: str | None) -> Services:
    """Create what is below the window."""
    session, schemes, files = Session(clock=clock, randomness=random.Random()), SchemeCache(), Jobs(threads.disk)
    autosave = Autosave(session, files)
    opener = Opener(session, autosave, schemes, files, allows_links=store.allows_links)
    opener.annotator = store.settings.annotator if annotator is None else annotator
    folder = Folder(Jobs(threads.scan), schemes)
    folder.follow(session)
    plan = FolderPlan(folder, Jobs(threads.scan))

    def jobs(executor: Executor) -> Jobs:
        """Return jobs that find no sidecars but those that the folder's plan lets its annotator see."""
        return Jobs(executor, around=lambda: as_seen_by(folder.annotator, folder.path))

    session.opened.connect(plan.refresh)
    reconciler, presence = Reconciler(session, autosave, files), Presence(session, files)
    SchemeFollower(session, folder, schemes)
    UnusedKeys(session, folder, jobs(threads.scan))
    watch = OpenFilesWatch(session, folder, reconciler, presence, files, jobs(threads.scan))
    watch.looked.connect(plan.refresh)
    return Services(
        session,
        folder,
        plan,
        opener,
        autosave,
        store,
        reconciler,
        presence,
        watch,
        VersionsReader(jobs(threads.scan), session),
        OrphanSidecars(session, folder, opener, autosave, jobs(threads.scan)),
        SecondArticle(schemes, files, lambda: opener.annotator, session),
        Guidelines(session, jobs(threads.scan)),
        CommentCounts(session, folder, plan, jobs(threads.scan)),
        FolderDifferences(folder, jobs(threads.long)),
        FolderReviews(session, folder, jobs(threads.long)),
        evidence_services(session, jobs(threads.long)),
        jobs(threads.long),
        jobs(threads.scan),
        store.path.with_name("unsaved"),
    )
