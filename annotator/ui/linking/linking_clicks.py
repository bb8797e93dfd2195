"""Clicks while an annotation is linked: on the words of a candidate, its number or its badge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.session import Session
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.article_view.hit_test import HitTest
from annotator.ui.article_view.margins.margin import Margin
from annotator.ui.article_view.relations.linked_text import LinkedText

CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)


class LinkingClicks(QObject):
    """Takes the clicks on text and badges as long as the mode lasts; the wheel scrolls as always."""

    def __init__(self, mode: LinkMode, session: Session, view: ArticleView, linked: LinkedText) -> None:
        super().__init__(view)
        self._mode, self._session, self._view, self._linked = mode, session, view, linked
        self._hits = HitTest(view)
        for widget in (view.viewport(), *view.findChildren(Margin)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._mode.under_way or event.type() not in CLICKS or not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            stay = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if id := self._at(watched, event):
                self._mode.take(id, stay=stay)
        return True

    def _at(self, watched: QObject, event: QMouseEvent) -> str:
        """Return the id of what was clicked: the smallest candidate there, else the smallest annotation."""
        if isinstance(watched, Margin):
            here = watched.annotations_at(event.position())
        elif id := self._linked.at(event.position()):
            return id
        else:
            here = self._hits.annotations(event.position(), self._session.index)
        fitting = [annotation.id for annotation in here if self._mode.fits(annotation)]
        return next(iter((*fitting, *(annotation.id for annotation in here))), "")
