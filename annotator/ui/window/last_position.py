"""Position for the next start: folder, article and caret."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from annotator.session.services import Services
from annotator.storage.files.plain_path import repeated


class LastPosition:
    """Keep folder, article and carets in the settings, and give the opener the carets of the last time."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._is_read = False
        for path, position in services.store.settings.carets.items():
            services.opener.place_caret(Path(path), position)
        services.folder.listed.connect(self._note_folder)
        services.folder.relisted.connect(self._wait)
        services.opener.started.connect(self.note_caret)
        services.folder.scanned.connect(self._note_progress)
        services.session.opened.connect(self._note_article)

    def note_caret(self) -> None:
        """Remember the caret of the open article, and how far its folder has come."""
        if self._is_read:
            self._note_progress(len(self._services.folder.entries))
        current = self._services.session.current
        if current:
            position = self._services.session.caret.position
            self._services.store.update(carets=self._services.store.settings.carets_with(str(current.path), position))

    def _wait(self) -> None:
        """Note no progress until the articles have been read, which may be some of the folder's at first."""
        self._is_read = False

    def _note_folder(self) -> None:
        self._wait()
        folder = str(self._services.folder.path)
        recent = self._services.store.settings.recent_folders_with(folder)
        self._services.store.update(last_folder=folder, recent_folders=recent)
        self._services.long_jobs.run(lambda: repeated(recent), self._drop_repeated)

    def _note_progress(self, read: int) -> None:
        entries = self._services.folder.entries
        if entries and read >= len(entries):
            self._is_read = True
            folder, store = str(self._services.folder.path), self._services.store
            store.update(progress=store.settings.progress_with(folder, entries.finished, len(entries)))

    def _drop_repeated(self, done: Future[frozenset[str]]) -> None:
        """Keep each folder once among the recent ones, whatever its spelling and the links to it."""
        recent = self._services.store.settings.recent_folders
        once = tuple(folder for folder in recent if folder not in done.result())
        if once != recent:
            self._services.store.update(recent_folders=once)

    def _note_article(self) -> None:
        current = self._services.session.current
        if current:
            self._services.store.update(last_article=str(current.path))
