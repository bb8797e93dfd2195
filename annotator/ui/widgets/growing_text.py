"""Multi-line text field that grows with its text."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from annotator.language.plain_line import runs_leftwards
from annotator.ui.widgets.words.wrap_mode import set_plain_text, wrap_mode


class GrowingText(QPlainTextEdit):
    """Plain text editor between ``fewest`` and ``most`` lines high."""

    def __init__(self, fewest: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest, self._most = fewest, most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._lay_out_again)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def show_text(self, text: str, *, keep_caret: bool = False) -> None:
        """Show ``text``, keeping caret and undo history where it is shown already."""
        self.begin_as(text)
        if text != self.shown_text():
            place = self.textCursor().position() if keep_caret else 0
            set_plain_text(self, text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        self.document().setModified(False)

    def begin_as(self, text: str) -> QTextOption:
        """Let lines begin at the side where those of ``text`` do, without words where the window's do."""
        leftwards = runs_leftwards(text) if text.strip() else self.isRightToLeft()
        option = self.document().defaultTextOption()
        direction = Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
        if direction != option.textDirection():  # Qt lays the old words out again for any option
            option.setTextDirection(direction)
            option.setAlignment(Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft)
            self.document().setDefaultTextOption(option)
        return option

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the height alone: Qt would ask for that of scroll bars, each time a layout around is asked."""
        return QSize(0, self.height())

    def lock(self, *, on: bool) -> None:
        """Let nothing be typed, or again; Qt sets the field up anew where that is so already."""
        if on != self.isReadOnly():
            self.setReadOnly(on)

    def shown_text(self) -> str:
        """Return the text as typed; Qt's ``toPlainText`` replaces no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n")

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the text, and break its lines anywhere if that has a very long word."""
        if wrap_mode(source.text()) != self.wordWrapMode():
            self.setWordWrapMode(wrap_mode(source.text() + self.shown_text()))
        super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()
        self._later.start(0)

    def _grow(self) -> None:
        wanted = round(self.document().size().height())
        lines = min(max(wanted, self._fewest), self._most)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if wanted <= lines else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if policy != self.verticalScrollBarPolicy():  # Qt lays the scroll bars out anew in any case
            self.setVerticalScrollBarPolicy(policy)
        height = ceil(lines * QFontMetricsF(self.font()).lineSpacing() + 2 * self.document().documentMargin())
        if height != self.height():
            self.setFixedHeight(height)

    def _lay_out_again(self) -> None:
        """Lay the text out in the width that the scroll bar leaves, if it came while the text was laid out."""
        room = self.viewport().size()
        first = self.document().firstBlock().layout()
        if first.lineCount() and first.lineAt(0).width() > room.width():
            super().resizeEvent(QResizeEvent(room, QSize()))
