"""Frame of a slot of the card: its name at the side, its content beside it, a line above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.panel_header import PADDING
from annotator.ui.widgets.tab_order import in_layout_order
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

NAME_WIDTH, NARROW, GAP, ABOVE = 84, 330, 12, 9
"""Pixels: width of the names, width of the slot below which the name stands above, and distances."""


class SlotFrame(QWidget):
    """Slot named ``title``, of which ``content`` is the column that its parts are added to.

    One that is not ``ruled`` has neither a line above it nor a name beside it.
    """

    def __init__(self, title: str, look: Look, parent: QWidget, *, ruled: bool = True) -> None:
        super().__init__(parent)
        self._look, self._ruled = look, ruled
        self._name = WrappingLabel(self)
        self._name.setFont(small_font())
        self._name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._name.setFixedWidth(NAME_WIDTH)
        self.content = QVBoxLayout()
        self.content.setSpacing(4)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(PADDING, ABOVE if ruled else 2, PADDING, ABOVE)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        self._name.setVisible(ruled)
        self._row.addLayout(self.content, 1)
        self.show_title(title)
        look.changed.connect(self.update)

    def show_title(self, title: str) -> None:
        """Show the name of the slot."""
        self._name.setText(title)
        self.setAccessibleName(title)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Parts that can have the keyboard just now, in their order."""
        return [part for part in in_layout_order(self) if part.isVisible() and part.isEnabled() and _takes_keys(part)]

    def take_focus(self) -> bool:
        """Put the keyboard on the first part. Return False if there is none."""
        stops = self.stops
        if stops:
            take_keyboard(stops[0], Qt.FocusReason.TabFocusReason)
        return bool(stops)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._name.setFixedWidth(max(self.width() - 2 * PADDING, NAME_WIDTH) if narrow else NAME_WIDTH)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self._row.setSpacing(4 if narrow else GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._ruled:
            return
        painter = QPainter(self)
        painter.fillRect(snapped_rect(QRectF(0, 0, self.width(), 1), ratio_of(painter)), self._look.theme.border)


def _takes_keys(part: QWidget) -> bool:
    """Tell whether the part, or what it passes the keyboard on to, is a stop of Tab just now."""
    return bool((part.focusProxy() or part).focusPolicy() & Qt.FocusPolicy.TabFocus)
