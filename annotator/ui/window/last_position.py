"""What the window remembers for the next time: folder, article, caret, docks."""

from __future__ import annotations

from pathlib import Path

from annotator.session.open_article import OpenArticle
from annotator.session.services import Desk


class Memory:
    """Writes down where the user is, as settings, and tells the opener where they were."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open: OpenArticle | None = None
        for path, position in desk.store.settings.carets.items():
            desk.opener.place_caret(Path(path), position)
        desk.folder.listed.connect(self._note_folder)
        desk.opener.started.connect(self.note_caret)
        desk.session.opened.connect(self._note_article)

    def note_caret(self) -> None:
        """Remember the caret of the open article."""
        current = self._desk.session.current
        if current:
            position = self._desk.session.caret.position
            self._desk.store.update(carets=self._desk.store.settings.carets_with(str(current.path), position))

    def _note_folder(self) -> None:
        folder = str(self._desk.folder.path)
        recent = self._desk.store.settings.recent_folders_with(folder)
        self._desk.store.update(last_folder=folder, recent_folders=recent)

    def _note_article(self) -> None:
        current = self._desk.session.current
        if current:
            self._desk.store.update(last_article=str(current.path))
