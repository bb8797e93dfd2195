"""Navigation from a report to a place in any article of the open folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from annotator.interop.report import Loss
from annotator.session.editing.navigation import Navigation
from annotator.session.opening.folder import Folder
from annotator.session.session import Session
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _


class ReportNavigation(QObject):
    """Navigation that opens the article if needed, then selects the annotation or moves the caret to its offset."""

    def __init__(self, session: Session, folder: Folder, navigation: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._folder, self.navigation = session, folder, navigation
        self._wanted: tuple[Path, Loss] | None = None
        session.opened.connect(self._arrive)

    def go(self, folder: Path, loss: Loss) -> None:
        """Go to the place of ``loss``, whose path is relative to ``folder``; refuse one outside the open folder."""
        path = folder / loss.path
        if self._folder.row_of(path) is None:
            self._session.say(_("{article} is not in the open folder").format(article=shown(loss.path)))
            return
        self._wanted = path, loss
        if self._session.current and self._session.path == path:
            self._arrive()
        else:
            self.navigation.open_article(path)

    def _arrive(self) -> None:
        if self._wanted and self._session.current and self._session.current.path == self._wanted[0]:
            (_path, loss), self._wanted = self._wanted, None
            if loss.id in self._session.document.annotations:
                self._session.select(loss.id, show=True)
            elif loss.start is not None:
                self._session.move_caret(loss.start)
                self._session.reveal_caret()
