"""Place of a card beside the text: over the panels that tell of annotations, else over the page at that side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
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
        self._ground: QWidget | None = None
        self._more = 0
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._move_text)

    @property
    def ground(self) -> QWidget:
        """The widget that cards are made on. The window would be laid out anew with each that is shown on itself."""
        if self._ground is None:
            self._ground = QWidget(self._window)
            self._ground.setAutoFillBackground(True)  # what is below it is not painted then
            self._ground.resize(0, 0)
            self._ground.show()
        return self._ground

    def put(self, card: QWidget | None) -> None:
        """Put the card, made on ``ground``, into its place and keep it there; None lets go of the one before."""
        watched = (self._window, self._page, self._page.view, *self._docks)  # the view moves with what is above it
        for widget in watched:
            widget.removeEventFilter(self)
            if card:
                widget.installEventFilter(self)
        self._card = card
        if card:
            self._place()
            self._hold_text(on=self._soon.isActive() and self._more > 0)
        else:
            self._soon.stop()
            self._reserve(0)
            self._hold_text(on=False)
            self.ground.resize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._card is None:
            return
        panels = self._panels()
        if panels.isEmpty():
            self._soon.stop()
            self._hold_text(on=False)
            width = self._room(max(overlay.ROOM, self._wanted), min(overlay.ROOM, self._page.width()))
            self._reserve(width)
            self._put_at(self._beside_text(width))
        else:
            more = self._room(self._wanted - panels.width(), 0)
            self._more = more
            self._soon.start()  # once the card is to be seen: moving the text aside takes as long as showing the card
            at_left = self._window.isRightToLeft()
            self._put_at(panels.adjusted(0 if at_left else -more, 0, more if at_left else 0, 0))

    def _move_text(self) -> None:
        self._reserve(self._more, whole=True)
        self._hold_text(on=False)

    def _hold_text(self, *, on: bool) -> None:
        """Paint nothing of the page until it has moved aside, as the line of the caret would be painted twice."""
        if on == self._page.updatesEnabled():
            self._page.setUpdatesEnabled(not on)

    def _put_at(self, rect: QRect) -> None:
        self.ground.setGeometry(rect)
        if self._card:
            self._card.setGeometry(QRect(QPoint(0, 0), rect.size()))
        self.ground.raise_()

    def _room(self, width: int, least: int) -> int:
        """Return how much of that width the text can give away, at least ``least``."""
        return max(min(width, self._page.width() - self._page.view.least_width), least)

    def _reserve(self, width: int, *, whole: bool = False) -> None:
        at_left = self._window.isRightToLeft()
        self._page.reserve(width if at_left else 0, 0 if at_left else width, whole=whole)

    def _panels(self) -> QRect:
        """Return the rectangle of the panels; empty where none stands in the window."""
        rect = QRect()
        for dock in self._docks:
            if dock.isVisible() and not dock.isFloating() and dock.window() is self._window:
                rect = rect.united(dock.geometry())
        return rect

    def _beside_text(self, width: int) -> QRect:
        """Return the rectangle of that width at the end of the lines of the window."""
        middle = self._page.middle
        whole = QRect(self._page.mapTo(self._window, middle.topLeft()), middle.size())
        if self._window.isRightToLeft():
            return QRect(whole.left(), whole.top(), width, whole.height())
        return QRect(whole.right() + 1 - width, whole.top(), width, whole.height())
