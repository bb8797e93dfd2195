"""Objects below the window, created once for each window."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from annotator.session.background.jobs import Jobs
from annotator.session.editing.evidence.evidence_services import EvidenceServices
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.opener import Opener
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.session.sync.comment_counts import CommentCounts
from annotator.session.sync.folder_differences import FolderDifferences
from annotator.session.sync.folder_reviews import FolderReviews
from annotator.session.sync.guidelines import Guidelines
from annotator.session.sync.open_files_watch import OpenFilesWatch
from annotator.session.sync.orphan_sidecars import OrphanSidecars
from annotator.session.sync.presence import Presence
from annotator.session.sync.reconciler import Reconciler
from annotator.session.sync.second_article import SecondArticle
from annotator.session.sync.versions import VersionsReader


class Services(Struct, frozen=True):
    """Objects below the window; each part of the window is given those that it needs.

    ``long_jobs`` may take minutes; ``board_jobs`` change other articles than the open one meanwhile. ``unsaved`` is the
    folder for copies of what could not be saved when the program had to end.
    """

    session: Session
    folder: Folder
    plan: FolderPlan
    opener: Opener
    autosave: Autosave
    store: SettingsStore
    reconciler: Reconciler
    presence: Presence
    outside: OpenFilesWatch
    versions: VersionsReader
    orphans: OrphanSidecars
    second: SecondArticle
    guidelines: Guidelines
    comments: CommentCounts
    differences: FolderDifferences
    reviews: FolderReviews
    evidence: EvidenceServices
    long_jobs: Jobs
    board_jobs: Jobs
    unsaved: Path
