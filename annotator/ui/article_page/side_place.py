"""Place of a card beside the text: over the panels that tell of annotations, else over the page at that side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QDockWidget, QWidget

from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.widgets import overlay


class SidePlace(QObject):
    """Keeps a card in its place in the window of ``page``, whatever is resized.

    ``docks`` are the panels that it covers where they stand in the window; without them it stands beside the text.
    ``wanted`` is the width in pixels that it takes as far as the text keeps its least width; 0 for that of the panels.
    """

    def __init__(self, page: ArticlePage, docks: Sequence[QDockWidget], wanted: int = 0) -> None:
        super().__init__(page)
        self._window, self._page, self._docks, self._wanted = page.window(), page, docks, wanted
        self._card: QWidget | None = None

    def put(self, card: QWidget | None) -> None:
        """Put the card into its place and keep it there; None lets go of the one before."""
        watched = (self._window, self._page, *self._docks)
        for widget in watched:
            widget.removeEventFilter(self)
            if card:
                widget.installEventFilter(self)
        self._card = card
        self._reserve(0)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._card is None:
            return
        panels = self._panels()
        if panels.isEmpty():
            self._reserve(self._room(max(overlay.ROOM, self._wanted)))
            self._card.setGeometry(self._at_end(self._reserved))
        else:
            self._reserve(self._room(self._wanted - panels.width()))
            more = self._at_end(self._reserved)
            self._card.setGeometry(panels.adjusted(-more.width(), 0, 0, 0))
            if self._window.isRightToLeft():
                self._card.setGeometry(panels.adjusted(0, 0, more.width(), 0))
        self._card.raise_()

    def _room(self, width: int) -> int:
        """Return how much of that width the text can give away, but no less than a card needs where it has none."""
        spare = self._page.middle.width() - self._page.view.least_width
        least = min(overlay.ROOM, width) if self._panels().isEmpty() else 0
        return max(min(width, spare), least, 0)

    def _reserve(self, width: int) -> None:
        self._reserved = width
        at_left = self._window.isRightToLeft()
        self._page.reserve(width if at_left else 0, 0 if at_left else width)

    def _panels(self) -> QRect:
        """Return the rectangle of the panels; empty where none stands in the window."""
        rect = QRect()
        for dock in self._docks:
            if dock.isVisible() and not dock.isFloating() and dock.window() is self._window:
                rect = rect.united(dock.geometry())
        return rect

    def _at_end(self, width: int) -> QRect:
        """Return the rectangle of that width at the end of the lines of the window."""
        middle = self._page.middle
        whole = QRect(self._page.mapTo(self._window, middle.topLeft()), middle.size())
        width = min(width, whole.width())
        if self._window.isRightToLeft():
            return QRect(whole.left(), whole.top(), width, whole.height())
        return QRect(whole.right() + 1 - width, whole.top(), width, whole.height())
