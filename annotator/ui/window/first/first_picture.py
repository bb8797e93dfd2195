"""Text of the article in the window, before what is around it is there."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from annotator.session.preferences.settings import Settings
from annotator.ui.article_view.typography import typeface
from annotator.ui.article_view.unmarked.unmarked_text import UnmarkedText
from annotator.ui.theme.tokens import Theme
from annotator.ui.window.first.text_place import text_margins

HELD = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
"""Handling of events in which keys and clicks wait; Qt keeps them in their order."""
HEADER, LABELS = 38, 46
"""Heights of what is in the page above the text and below it."""
LONGEST_MS = 3_000
"""Milliseconds after which what is below is shown, whatever has become of the article."""


class FirstText(UnmarkedText):
    """Text without its marks and without a scroll bar, with the caret where it was left; it takes no keys."""

    def __init__(self, text: str, caret: int, font: QFont, characters: int, parent: QWidget) -> None:
        super().__init__(font, characters)
        self.setParent(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._set_text(text)
        self._caret = min(caret, len(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_column()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.offsets.to_utf16(self._caret))
        self.setTextCursor(cursor)  # here: Qt scrolls a hidden text by another fraction of a line


class FirstPicture(QWidget):
    """Picture that lies over the whole window until the article is open.

    ``painted``: it can be seen. ``ended``: it is gone.
    """

    painted = Signal()
    ended = Signal()

    def __init__(self, text: str, caret: int, settings: Settings, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("firstPicture")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme, self._margins = theme, text_margins(settings, window)
        self._text = FirstText(text, caret, typeface(settings), settings.column_width, self)
        self.setGeometry(window.rect())

    def end_with(self, *signals: SignalInstance) -> None:
        """Show what is below with the first of these signals, or after a while."""
        for signal in signals:
            signal.connect(self._end_soon)
        QTimer.singleShot(LONGEST_MS, self, self._end)

    def _end_soon(self) -> None:
        QTimer.singleShot(0, self, self._end)  # what is below is laid out first

    def _end(self) -> None:
        if not self.isHidden():
            self.hide()
            self.deleteLater()
            self.ended.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._text.setGeometry(self.rect().marginsRemoved(self._margins))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of what will be around the text: bars above and below, panels beside it."""
        theme, text = self._theme, self._text.geometry()
        page = QRect(text.left(), text.top() - HEADER, text.width(), text.height() + HEADER + LABELS)
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.window)
        painter.fillRect(QRect(0, page.top(), self.width(), page.height()), theme.panel)
        painter.fillRect(page, theme.base)
        self.painted.emit()
