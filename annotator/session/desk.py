"""Everything below the window, made once for it."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.session.autosave import Autosave
from annotator.session.folder import Folder
from annotator.session.jobs import Jobs
from annotator.session.opener import Opener
from annotator.session.outside import Outside
from annotator.session.presence import Presence
from annotator.session.reconciler import Reconciler
from annotator.session.session import Session
from annotator.session.settings_store import SettingsStore
from annotator.session.versions import VersionsReader


@dataclass(frozen=True, slots=True)
class Desk:
    """What the window's parts are given, each what it needs of it."""

    session: Session
    folder: Folder
    opener: Opener
    autosave: Autosave
    store: SettingsStore
    reconciler: Reconciler
    presence: Presence
    outside: Outside
    versions: VersionsReader
    long_jobs: Jobs
