"""Recently opened folders on the start page, each with how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from annotator.language.plain_line import plain_line
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _, listed
from annotator.ui.start_page.digits_hint import DigitsHint
from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.panel_header import name_label
from annotator.ui.widgets.words.counted import done_of
from annotator.ui.widgets.words.line_of_text import paint_line, show_tip

HEIGHT, RADIUS, SIDE, ICON_COLUMN = 46, 6, 14, 28
BAR, BAR_WIDTH, COUNT_WIDTH, ROOM_FOR_BAR = 6, 120, 110, 430
MOST = 5

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
    def place(self) -> str:
        """Path, from the user's folder on where it lies in that."""
        path, home = PurePath(self.path), _home()
        return plain_line(f"~/{path.relative_to(home).as_posix()}" if home and home in path.parents else self.path)

    @property
    def progress(self) -> str:
        if not self.total:
            return ""
        return done_of(self.done, self.total)


class RecentRow(PaintedButton):
    """Button with the folder's name, its path and its progress, and its whole path as tooltip."""

    def __init__(self, look: Look, folder: RecentFolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._folder = folder
        self.setFont(chrome_font(0, MEDIUM))
        self.setText(folder.name)
        show_tip(self, folder.path)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(listed(filter(None, (folder.name, folder.progress))))
        self.setAccessibleDescription(shown(folder.path))

    def sizeHint(self) -> QSize:
        return QSize(ROOM_FOR_BAR, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.focusNextPrevChild(STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = self.painter(), QRectF(self.rect())
        self.paint_ground(painter, rect, RADIUS)
        paint_icon(painter, self._seen(QRectF(SIDE, 0, 16, rect.height())), "folder", self._look.theme.muted)
        room = rect.adjusted(SIDE + ICON_COLUMN, 0, -SIDE, 0)
        room.setRight(self._paint_progress(painter, room))
        self._paint_words(painter, room)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        for font, colour, text, top in (
            (self.font(), self._look.theme.text, self.text(), 4),
            (small_font(), self._look.theme.muted, self._folder.place, 22),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            line = QRectF(room.left(), top, room.width(), 20)
            cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
            paint_line(painter, self._seen(line), cut, QFontMetricsF(font), leading=True)

    def _paint_progress(self, painter: QPainter, room: QRectF) -> float:
        """Draw the count and, where there is room, a bar; return where the room for the words ends."""
        if not self._folder.total:
            return room.right()
        wide = self.width() >= ROOM_FOR_BAR
        words = QFontMetricsF(small_font()).horizontalAdvance(self._folder.progress)
        count = QRectF(room.right() - max(words, COUNT_WIDTH if wide else 0), 0, words, room.height())
        count.moveRight(room.right())
        painter.setFont(small_font())
        painter.setPen(self._look.theme.muted)
        paint_line(painter, self._seen(count), self._folder.progress, QFontMetricsF(small_font()))
        if not wide:
            return count.left() - SIDE
        left = room.right() - max(words, COUNT_WIDTH) - SIDE - BAR_WIDTH
        self._paint_bar(painter, QRectF(left, (room.height() - BAR) / 2, BAR_WIDTH, BAR))
        return left - SIDE

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        theme, share = self._look.theme, min(self._folder.done / self._folder.total, 1)
        done = QRectF(bar.left(), bar.top(), max(bar.width() * share, BAR), BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        for part, colour in ((bar, theme.border), (done, theme.read)):
            if part is bar or self._folder.done:
                painter.setBrush(colour)
                painter.drawRoundedRect(self._seen(part), BAR / 2, BAR / 2)

    def _seen(self, box: QRectF) -> QRectF:
        """Return the box as it lies in the direction of the layout."""
        return QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), box.toAlignedRect()))


class RecentFolders(QWidget):
    """Heading and a row for each folder; hidden where there is none. ``chosen``: path of the folder to open."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: list[RecentRow] = []
        self._digits = DigitsHint(look, self)
        heading = QHBoxLayout()
        heading.setContentsMargins(SIDE, 0, SIDE, 6)
        heading.addWidget(name_label(_("Last opened"), self), 1)
        heading.addWidget(self._digits)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(heading)

    def show_folders(self, folders: Sequence[RecentFolder]) -> None:
        """List the first of the folders, given with the latest first."""
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [RecentRow(self._look, folder, self) for folder in folders[:MOST]]
        for row, folder in zip(self.rows, folders, strict=False):
            row.clicked.connect(lambda _checked=False, path=folder.path: self.chosen.emit(path))
            self._column.addWidget(row)
        self._digits.show_count(len(self.rows))
        self.setVisible(bool(self.rows))


def _home() -> PurePath | None:
    try:
        return Path.home()
    except RuntimeError:  # a system without a folder for the user
        return None
