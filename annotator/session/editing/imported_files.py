"""Showing imported files in the open folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.session.editing.navigation import Navigation
from annotator.session.opening.folder import Folder
from annotator.session.session import Session
from annotator.session.sync.open_files_watch import OpenFilesWatch
from annotator.storage.files.file_bytes import is_there
from annotator.storage.schemes.scheme_lookup import scheme_of, scheme_path

if TYPE_CHECKING:
    from annotator.session.importing.import_runs import ImportOrder


def show_imported(
    folder: Folder,
    watch: OpenFilesWatch,
    navigation: Navigation,
    order: ImportOrder,
    articles: Sequence[Path] = (),
) -> None:
    """List the open folder again, with its scheme if the import wrote one; if no folder is open, open this one.

    Then the first of the ``articles`` that were written is opened. After an import into another folder nothing changes.
    """
    if folder.path in (None, order.folder) and articles:
        navigation.open(articles[0])
    elif folder.path is None:
        navigation.open(order.folder)
    elif folder.path == order.folder and _has_other_labels(folder, folder.path):
        folder.open(folder.path, folder.annotator)
    elif folder.path == order.folder:
        folder.refresh()
        folder.look_at_sidecars()
        watch.look()


def forget_removed(folder: Folder, session: Session, articles: Sequence[Path]) -> None:
    """Close the open article if it is one of these, which have been removed, and list the open folder again."""
    if session.path in articles:
        session.show(None)
    if folder.path is not None:
        folder.refresh()


def _has_other_labels(folder: Folder, path: Path) -> bool:
    return is_there(scheme_path(path)) and scheme_of(path)[0] != folder.scheme
