"""Large push button that shows its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from annotator.ui.theme.draw_buttons import RING, is_default
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.look import Look

HEIGHT, SIDE, GAP = 36, 18, 8
KEY_OPACITY = 0.75


class StartButton(QPushButton):
    """Button with a text and, paler, its key; nothing for an empty ``key``."""

    def __init__(self, look: Look, text: str, key: QKeySequence, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self._key = key.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self.setFont(chrome_font(0, MEDIUM))
        self.setAccessibleName(f"{text} {self._key}".strip())

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        key = GAP + metrics.horizontalAdvance(self._key) if self._key else 0
        return QSize(round(metrics.horizontalAdvance(self.text()) + key) + 2 * (SIDE + RING), HEIGHT + 2 * RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QStylePainter(self), self._look.theme
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        room = QRectF(self.rect()).adjusted(RING + SIDE, 0, -RING - SIDE, 0)
        painter.setFont(self.font())
        painter.setPen(theme.accent_text if is_default(option) else theme.text)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, line, self.text())
        painter.setOpacity(KEY_OPACITY)
        painter.setFont(chrome_font())
        painter.drawText(room, line | Qt.AlignmentFlag.AlignRight, self._key)
