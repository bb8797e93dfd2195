"""Frame of a slot of the card: its name at the side, its content beside it, a line above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.visible import visible
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.panel_header import PADDING
from annotator.ui.widgets.tab_order import stops_in
from annotator.ui.widgets.words.wrapping_label import laid_out

NAME_WIDTH, NARROW, GAP, ABOVE = 84, 330, 12, 9
"""Pixels: width of the names, width of the slot below which the name stands above, and distances."""


class SlotFrame(QWidget):
    """Slot named ``title``, of which ``content`` is the column that its parts are added to.

    One that is not ``ruled`` has neither a line above it nor a name beside it.
    """

    def __init__(self, title: str, look: Look, parent: QWidget, *, ruled: bool = True) -> None:
        super().__init__(parent)
        self._look, self._ruled, self._title = look, ruled, title
        self._name, self._name_width, self._placed = QTextLayout(), NAME_WIDTH, ("", 0, False)
        self.content = QVBoxLayout(self)
        self.content.setSpacing(4)
        self.content.setContentsMargins(PADDING, 2, PADDING, ABOVE)
        self.show_title(title)
        look.changed.connect(self.update)

    def show_title(self, title: str) -> None:
        """Show the name of the slot."""
        self._title = title
        self.setAccessibleName(title)
        self._place_name()

    @property
    def stops(self) -> Sequence[QWidget]:
        """Parts that can have the keyboard just now, in their order."""
        return stops_in(self)

    def take_focus(self) -> bool:
        """Put the keyboard on the first part. Return False if there is none."""
        stops = self.stops
        if stops:
            take_keyboard(stops[0], Qt.FocusReason.TabFocusReason)
        return bool(stops)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_name()

    def _place_name(self) -> None:
        """Lay the name out, which is painted and no widget of its own, and leave room for it."""
        narrow = self.width() < NARROW
        width = max(self.width() - 2 * PADDING, NAME_WIDTH) if narrow else NAME_WIDTH
        placed = self._title, width, narrow
        if not self._ruled or placed == self._placed:
            return
        self._placed, self._name_width = placed, width
        self._name, height = laid_out(self, visible(self._title), small_font(), width)
        before, above = (0, height + 4) if narrow else (NAME_WIDTH + GAP, 0)
        self.content.setContentsMargins(margins(PADDING + before, ABOVE + above, PADDING, ABOVE))
        self.setMinimumHeight(height + 2 * ABOVE)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._ruled:
            return
        painter = QPainter(self)
        painter.fillRect(snapped_rect(QRectF(0, 0, self.width(), 1), ratio_of(painter)), self._look.theme.border)
        painter.setPen(self._look.theme.muted)
        left = self.width() - PADDING - self._name_width if self.isRightToLeft() else PADDING
        self._name.draw(painter, QPointF(left, ABOVE))
