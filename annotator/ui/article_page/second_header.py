"""Header of the second article."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.article_page.header import HEIGHT, MARGIN, SPACING
from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.buttons.icon_button import IconButton
from annotator.ui.widgets.words.elided_label import ElidedLabel


class SecondHeader(QWidget):
    """Header with the article's name and two buttons. ``swapped``, ``closed``: its button was pressed."""

    swapped = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("secondHeader")
        self.setFixedHeight(HEIGHT)
        self._name = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self._about = ElidedLabel(parent=self, shy=True)
        self._swap = IconButton(look, "swap", _("Edit this article, and read the other"), self)
        self._close = IconButton(look, "close", _("Close the second article"), self)
        self._lay_out()
        self._swap.clicked.connect(self.swapped)
        self._close.clicked.connect(self.closed)
        look.changed.connect(self.update)

    def show_words(self, name: str, about: str) -> None:
        """Show the article's name, and a few words about it in a muted colour."""
        self._name.show_line(name)
        self._about.show_line(about)
        self._about.setToolTip(self._about.text())
        self.setAccessibleName(f"{self._name.text()}, {self._about.text()}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.base)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(snapped_rect(line, ratio_of(painter)), self._look.theme.border)

    def _lay_out(self) -> None:
        self._name.setObjectName("secondName")
        self._name.setFont(header_font())
        self._about.setObjectName("secondAbout")
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._swap.setObjectName("swapArticles")
        self._close.setObjectName("closeSecond")
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(MARGIN, 0, MARGIN - 6, 1))
        row.setSpacing(SPACING)
        row.addWidget(self._name)
        row.addWidget(self._about)
        row.addStretch(1)
        row.addWidget(self._swap)
        row.addWidget(self._close)
