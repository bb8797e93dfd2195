"""Recently opened folder, and its row on the start page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import plain_line
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _, listed, number
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.line_of_text import show_tip

WIDTH, HEIGHT, RADIUS = 440, 38, 6
SIDE, ICON_COLUMN = 12, 26

STEPS = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}


@dataclass(frozen=True, slots=True)
class RecentFolder:
    """Folder with its number of articles done and in total; ``total`` is 0 while both are unknown."""

    path: str
    done: int = 0
    total: int = 0

    @property
    def name(self) -> str:
        return plain_line(PurePath(self.path).name or self.path)

    @property
    def progress(self) -> str:
        if not self.total:
            return ""
        return _("{done} of {total} done").format(done=number(self.done), total=number(self.total))


class RecentRow(PaintedButton):
    """Button with the folder's name and progress, and its whole path as tooltip."""

    def __init__(self, look: Look, folder: RecentFolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._folder = folder
        self.setFixedSize(WIDTH, HEIGHT)
        self.setFont(chrome_font())
        self.setText(folder.name)
        show_tip(self, folder.path)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(listed(filter(None, (folder.name, folder.progress))))
        self.setAccessibleDescription(shown(folder.path))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.focusNextPrevChild(STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = self.painter(), QRectF(self.rect())
        self.paint_ground(painter, rect, RADIUS)
        paint_icon(painter, QRectF(SIDE, 0, 16, rect.height()), "folder", self._look.theme.muted)
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
