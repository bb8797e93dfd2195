"""Large button of the start page: an icon, a name, its key, and a line that says what it is for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from annotator.ui.theme.fonts import STRONG, chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import CARD_RADIUS, key_cap_width, paint_key_cap
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, ICON, GAP, LEAST = 76, 16, 16, 8, 132


class StartTile(PaintedButton):
    """Button with the icon of that name, its ``text`` and what it is for; its key is shown where there is room."""

    def __init__(self, look: Look, icon: str, text: str, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._icon, self._purpose, self._key = icon, purpose, ""
        self.setFont(chrome_font(0, STRONG))
        self.setText(text)
        self.setAccessibleDescription(purpose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_key("")

    def show_key(self, key: str) -> None:
        """Show the caption of the key that does the same; nothing for an empty one."""
        self._key = key.replace("+", " ")
        self.setAccessibleName(f"{self.text()} {self._key}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        key = GAP + key_cap_width(self._key) if self._key else 0
        purpose = QFontMetricsF(small_font()).horizontalAdvance(self._purpose)
        return QSize(round(max(self._name_width() + key, purpose)) + 2 * SIDE + 2, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = self.painter(), self._look.theme, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.panel if theme.dark else theme.raised)
        painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
        paint_outline(painter, rect, theme.border, CARD_RADIUS)
        self.paint_ground(painter, rect, CARD_RADIUS)
        line = QRectF(SIDE, 18, rect.width() - 2 * SIDE, 20)
        self._paint_name(painter, line)
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        paint_line(painter, line.translated(0, 22), self._purpose, QFontMetricsF(small_font()), leading=True)

    def _paint_name(self, painter: QPainter, line: QRectF) -> None:
        theme = self._look.theme
        paint_icon(painter, self._seen(QRectF(line.left(), line.top(), ICON, line.height())), self._icon, theme.text)
        room = line.adjusted(ICON + GAP, 0, 0, 0)
        cap = key_cap_width(self._key) if self._key else 0
        if cap and self._name_width() + GAP + cap <= line.width():
            box = self._seen(QRectF(line.right() - cap, line.top(), cap, line.height()))
            paint_key_cap(painter, QPointF(box.left(), box.center().y()), self._key, theme)
            room.setRight(line.right() - cap - GAP)
        painter.setFont(self.font())
        painter.setPen(theme.text)
        paint_line(painter, self._seen(room), self.text(), QFontMetricsF(self.font()), leading=True)

    def _name_width(self) -> float:
        return ICON + GAP + QFontMetricsF(self.font()).horizontalAdvance(self.text())

    def _seen(self, box: QRectF) -> QRectF:
        """Return the box as it lies in the direction of the layout."""
        return QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), box.toRect()))
