"""A folder that was open before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.ui.line_of_text import literal, plain_line
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline

WIDTH, HEIGHT, RADIUS = 440, 38, 6
SIDE, ICON_COLUMN = 12, 26

STEPS = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}


@dataclass(frozen=True, slots=True)
class RecentFolder:
    """``total`` 0: how much of it is done is not known."""

    path: str
    done: int = 0
    total: int = 0

    @property
    def name(self) -> str:
        return plain_line(PurePath(self.path).name or self.path)

    @property
    def progress(self) -> str:
        return f"{self.done} of {self.total} done" if self.total else ""


class RecentRow(QAbstractButton):
    """Its name and how far it is; the whole path in the tool tip."""

    def __init__(self, look: Look, folder: RecentFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._folder = folder
        self.setFixedSize(WIDTH, HEIGHT)
        self.setFont(chrome_font())
        self.setText(folder.name)
        self.setToolTip(literal(folder.path))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(", ".join(filter(None, (folder.name, folder.progress))))
        self.setAccessibleDescription(folder.path)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in STEPS:
            self.focusNextPrevChild(STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pressed if self.isDown() else theme.hover)
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if self.hasFocus():
            paint_outline(painter, rect, theme.accent, RADIUS, width=2)
        paint_icon(painter, QRectF(SIDE, 0, 16, rect.height()), "folder", theme.muted)
        self._paint_words(painter, rect.adjusted(SIDE + ICON_COLUMN, 0, -SIDE, 0))

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(small_font())
        painter.setPen(self._look.theme.muted)
        painter.drawText(room, line | Qt.AlignmentFlag.AlignRight, self._folder.progress)
        room.setRight(room.right() - QFontMetricsF(small_font()).horizontalAdvance(self._folder.progress) - SIDE)
        painter.setFont(self.font())
        painter.setPen(self._look.theme.text)
        name = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, line, name)
