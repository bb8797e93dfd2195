"""Everything below the window, made once for it."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.session.opening.opener import Opener
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.session.sync.open_files_watch import OpenFilesWatch
from annotator.session.sync.orphan_sidecars import OrphanSidecars
from annotator.session.sync.presence import Presence
from annotator.session.sync.reconciler import Reconciler
from annotator.session.sync.versions import VersionsReader


@dataclass(frozen=True, slots=True)
class Services:
    """What the window's parts are given, each what it needs of it."""

    session: Session
    folder: Folder
    opener: Opener
    autosave: Autosave
    store: SettingsStore
    reconciler: Reconciler
    presence: Presence
    outside: OpenFilesWatch
    versions: VersionsReader
    orphans: OrphanSidecars
    long_jobs: Jobs
