"""Card that leads new users to the tour and the handbook."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.start_page.card import PADDING, Card
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.panel_header import name_label
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GuideCard(Card):
    """Card with two buttons; the one for the tour is there until the tour was seen."""

    handbook_requested = Signal()
    tour_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("guide")
        self._title, self._words = name_label("", self), WrappingLabel(self)
        self._words.setFont(small_font())
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._handbook, self._tour = QPushButton(_("Handbook"), self), QPushButton(_("Show me"), self)
        self._handbook.clicked.connect(self.handbook_requested)
        self._tour.clicked.connect(self.tour_requested)
        self._lay_out()
        self.offer_tour(on=True)

    def offer_tour(self, *, on: bool) -> None:
        """Offer the tour, or the handbook alone."""
        self._title.setText(_("New here?") if on else _("How it works"))
        tour, pages = _("A tour of the samples points at five places, once."), _("Some short pages say how to work.")
        self._words.setText(tour if on else pages)
        self._tour.setVisible(on)
        self.setAccessibleName(f"{self._title.text()} {self._words.text()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button with Enter."""
        if event.key() in ENTER:
            next((button for button in (self._handbook, self._tour) if button.hasFocus()), self._handbook).click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, PADDING - 2, PADDING, PADDING - 2)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self._handbook, self._tour):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
