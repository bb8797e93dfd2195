"""Steps along relations: from an annotation to the other end of one, and back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.session.session import Session
from annotator.translation.messages import _

MOST = 100


class RelationSteps(QObject):
    """Remembers where the jumps began, as long as the article is open."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._from: list[str] = []
        session.opened.connect(self._forget)

    def _forget(self) -> None:
        self._from = []

    def go(self, id: str) -> None:
        """Select the annotation at the other end and scroll it into view."""
        before = self._session.selected_annotation
        if before and id in self._session.document.annotations:
            self._from = [*self._from, before.id][-MOST:]
            self._session.say("")
            self._session.select(id, show=True)

    def back(self) -> None:
        """Select the annotation from which the last jump began, unless it has been removed since."""
        while self._from:
            id = self._from.pop()
            if id in self._session.document.annotations:
                self._session.say("")
                self._session.select(id, show=True)
                return
        self._session.say(_("There is no jump along a relation to go back from"))
