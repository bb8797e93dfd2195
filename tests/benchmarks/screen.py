"""What really is on the screen: pictures of a window as it was drawn, without drawing it again."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

INK, PAPER, NEAR = 70, 220, 36


class NotDrawnError(Exception):
    """What was measured is not to be seen."""


def drawn() -> None:
    """Let Qt deliver what is posted, painting included."""
    QApplication.processEvents()


class FirstPicture(QObject):
    """Moment at which the window of a widget is painted with it for the first time, before anything that is to follow.

    It is taken within the request to paint: timers that are due run before the next event that is posted.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget, self._window, self._painted, self.cpu = widget, widget.window(), False, 0.0
        widget.installEventFilter(self)
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._widget and event.type() == QEvent.Type.Paint:
            self._painted = True
        if watched is not self._window or event.type() != QEvent.Type.UpdateRequest:
            return False
        self._window.removeEventFilter(self)
        QCoreApplication.sendEvent(watched, event)
        if self._painted:
            self._widget.removeEventFilter(self)
            self.cpu = time.thread_time()
        else:
            self._window.installEventFilter(self)
        return True


class Picture:
    """The pixels of a window as they were flushed to the screen."""

    def __init__(self, window: QWidget) -> None:
        grabbed = window.screen().grabWindow(window.winId()).toImage()
        self._image = grabbed.convertToFormat(QImage.Format.Format_RGB32)

    def colours(self, rect: QRect) -> set[tuple[int, int, int]]:
        """All colours in a rectangle."""
        part = self._image.copy(rect.intersected(self._image.rect()))
        pixels = set(memoryview(part.constBits()).cast("I")) if not part.isNull() else set()
        return {(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255) for pixel in pixels}

    def check_text(self, rect: QRect) -> None:
        """Raise NotDrawnError unless there is ink on a light ground; no mark and no frame is as black as that."""
        colours = self.colours(rect)
        if not (any(max(colour) < INK for colour in colours) and any(min(colour) > PAPER for colour in colours)):
            raise NotDrawnError(f"no text at {rect}")

    def check_colour(self, rect: QRect, wanted: QColor, before: Picture) -> None:
        """Raise NotDrawnError unless a colour is there that was not there before."""
        if _nearest(before.colours(rect), wanted) <= NEAR or _nearest(self.colours(rect), wanted) > NEAR:
            raise NotDrawnError(f"no new {wanted.name()} at {rect}")

    def check_differs(self, rect: QRect, before: Picture) -> None:
        """Raise NotDrawnError if nothing has moved."""
        if self._image.copy(rect) == before._image.copy(rect):
            raise NotDrawnError(f"nothing new at {rect}")


def text_rect(view: QPlainTextEdit) -> QRect:
    """Where the text is in its window."""
    return QRect(view.viewport().mapTo(view.window(), QPoint(0, 0)), view.viewport().size())


def _nearest(colours: set[tuple[int, int, int]], wanted: QColor) -> int:
    goal = wanted.red(), wanted.green(), wanted.blue()
    return min((max(abs(a - b) for a, b in zip(colour, goal, strict=True)) for colour in colours), default=255)
