"""Header above the text: the article's status and name, and the number of its annotations."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.session.session import Session
from annotator.translation.messages import _, number
from annotator.ui.article_page.status_button import StatusButton
from annotator.ui.theme.fonts import MEDIUM, chrome_font, header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.words.counted import counted_annotations
from annotator.ui.widgets.words.elided_label import ElidedLabel

HEIGHT, MARGIN, SPACING = 38, 15, 10


class Header(QWidget):
    """Header of the open article, empty where none is open. ``status_chosen``: status that the user has chosen."""

    status_chosen = Signal(str)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        self._status = StatusButton(look, self)
        self._name = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self._count = ElidedLabel(parent=self)
        self._mode = ElidedLabel(parent=self)
        self._lay_out()
        self._status.chosen.connect(self.status_chosen)
        session.opened.connect(self.refresh)
        session.changed.connect(self.refresh)
        look.changed.connect(self.update)
        self.refresh()

    def refresh(self) -> None:
        """Show the open article; hide all parts where none is open."""
        opened = self._session.current
        for part in (self._status, self._name, self._count):
            part.setVisible(opened is not None)
        if opened is None:
            self.setAccessibleName(_("No article open"))
            return
        document = opened.document
        self._status.show_status(document.status.value)
        self._status.setEnabled(self._session.writable)
        self._name.show_line(document.article.name)
        self._count.show_forms(*count_forms(len(document.annotations)))
        self.setAccessibleName(f"{self._name.text()}, {self._count.text()}")

    def show_mode(self, mode: str) -> None:
        """Name the mode that keys and clicks are in; nothing where they do what they always do."""
        self._mode.show_line(mode)
        self._mode.setVisible(bool(mode))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.base)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(snapped_rect(line, ratio_of(painter)), self._look.theme.border)

    def _lay_out(self) -> None:
        self._name.setObjectName("articleName")
        self._name.setFont(header_font())
        self._count.setObjectName("annotationCount")
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._mode.setObjectName("mode")
        self._mode.setFont(chrome_font(0, MEDIUM))
        self._mode.setForegroundRole(QPalette.ColorRole.Link)
        self._mode.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 1)
        row.setSpacing(SPACING)
        row.addWidget(self._status)
        row.addWidget(self._name)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._mode)


def count_forms(annotations: int) -> tuple[str, ...]:
    """Return the number of annotations as text, and as a number alone."""
    return (counted(annotations), number(annotations)) if annotations else (counted(0),)


def counted(annotations: int) -> str:
    """Return the number of annotations as text: “No annotations”, “1 annotation”, “1,234 annotations”."""
    return counted_annotations(annotations) if annotations else _("No annotations")
