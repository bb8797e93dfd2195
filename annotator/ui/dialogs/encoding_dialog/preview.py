"""Preview of an article in an encoding."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPlainTextEdit, QStackedLayout, QVBoxLayout, QWidget

from annotator.translation.messages import N_, _
from annotator.ui.dialogs.encoding_dialog.distinctive_lines import distinctive_lines
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.wrap_mode import set_plain_text
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

LINES, BEGINNING, MISFIT = (
    N_("Lines with letters beyond A to Z: are they right?"),
    N_("The beginning of the article; it has no letters beyond A to Z"),
    N_("The article cannot be read in this encoding"),
)


class EncodingPreview(QWidget):
    """Heading above either distinctive lines or a sentence that says why the article cannot be decoded."""

    def __init__(self, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = muted_label(self)
        self._heading.setObjectName("encodingHeading")
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("encodingPreview")
        self._text.setAccessibleName(_("Preview"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(font)
        self._why = WrappingLabel(self)
        self._why.setObjectName("encodingMisfit")
        self._lay_out(look)

    def show_text(self, text: str) -> None:
        """Show the distinctive lines of ``text``."""
        self._heading.show_line(_(BEGINNING) if text.isascii() else _(LINES))
        set_plain_text(self._text, distinctive_lines(text))
        self._pages.setCurrentIndex(0)

    def show_misfit(self, sentence: str) -> None:
        """Show the reason why the article cannot be decoded."""
        self._heading.show_line(_(MISFIT))
        self._why.setText(sentence)
        self._why.setAccessibleName(sentence)
        self._pages.setCurrentIndex(1)

    def _lay_out(self, look: Look) -> None:
        why = QWidget(self)
        column = QVBoxLayout(why)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._why)
        column.addStretch(1)
        self._pages = QStackedLayout()
        self._pages.addWidget(FieldBox(look, self._text, self))
        self._pages.addWidget(why)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self._heading)
        whole.addLayout(self._pages, 1)
