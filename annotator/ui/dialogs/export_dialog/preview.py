"""Preview of an export: counts, and the beginning of the file."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.wrap_mode import set_plain_text

SMALLEST = QSize(200, 96)
SMALLER, BELOW = 1, 14


class ExportPreviewBox(QWidget):
    """Line of counts above the text."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = muted_label(self)
        self._heading.setObjectName("exportCounts")
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("exportPreview")
        self._text.setAccessibleName(_("The beginning of what will be written"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(QFontInfo(font).pixelSize() - SMALLER, 9))
        self._text.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, BELOW)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(FieldBox(look, self._text, self), 1)

    def say_counts(self, words: str) -> None:
        """Show ``words`` as the line of counts."""
        self._heading.show_line(words)

    def show_text(self, text: str) -> None:
        """Show the text, keeping the scroll position where it is shown already."""
        if text != self._text.toPlainText():
            set_plain_text(self._text, text)

    def minimumSizeHint(self) -> QSize:
        return SMALLEST
