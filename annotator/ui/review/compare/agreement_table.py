"""Small table of how far the annotators agree, by label: each number leads to the differences behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, TRAILING, mirrored, painter_on, placed
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.panel_header import PADDING
from annotator.ui.widgets.words.line_of_text import show_tip

ROW, TITLE, TOP, GAP, INSIDE = 22, 26, 10, 12, 6
MOVES = {Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TableRow(NamedTuple):
    """Label, empty for all, with its name and its two numbers in words."""

    label: str
    name: str
    exact: str
    overlap: str


class AgreementTable(QWidget):
    """Rows of two numbers below a title, hidden as long as there are none.

    ``asked``: number that was clicked or entered, its label and whether it is that of overlaps. ``came``: the keyboard
    is here. ``left``: Escape.
    """

    asked = Signal(str, bool)
    came = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: Sequence[TableRow] = ()
        self._at, self._pointed = 0, -1
        self._font, self._small = chrome_font(), small_font()
        self._metrics, self._small_metrics = QFontMetricsF(self._font), QFontMetricsF(self._small)
        self.setObjectName("comparedAgreement")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        show_tip(self, _("Each number leads to the next difference behind it"))
        look.changed.connect(self.update)
        self.hide()

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows in place of those that are shown."""
        self._rows, self._at = tuple(rows), 0
        self.setFixedHeight(self.sizeHint().height())
        self.setVisible(bool(rows))
        told = _("{label}: same span {exact}, overlap {overlap}")
        words = (told.format(label=row.name, exact=row.exact, overlap=row.overlap) for row in rows)
        self.setAccessibleName(". ".join((_("Agreement"), *words)))
        self.update()

    def cell_rect(self, cell: int) -> QRectF:
        """Return where a number stands; they are counted row by row, those of the same span first."""
        heads = self._heads
        widths = [max(map(self._small_metrics.horizontalAdvance, heads)) + 2 * INSIDE] * len(heads)
        right = self.width() - PADDING + INSIDE - (0 if cell % 2 else widths[1])
        rect = QRectF(right - widths[cell % 2], TOP + TITLE + cell // 2 * ROW, widths[cell % 2], ROW)
        return mirrored(rect, QRectF(self.rect())) if self.isRightToLeft() else rect

    def sizeHint(self) -> QSize:
        return QSize(200, TOP + TITLE + ROW * len(self._rows) + GAP)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the table from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not _is_own(event) or not self._rows:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in ENTER:
            self._ask(self._at)
        else:
            step = -MOVES[key] if self.isRightToLeft() and abs(MOVES[key]) == 1 else MOVES[key]
            self._at = self._at + step if 0 <= self._at + step < 2 * len(self._rows) else self._at
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell >= 0:
            self._at = cell
            self._ask(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = painter_on(self), self._look.theme
        room = QRectF(PADDING, TOP, self.width() - 2 * PADDING, TITLE)
        painter.fillRect(QRectF(room.left(), 0, room.width(), 1), theme.border)
        painter.setFont(chrome_font(-1, MEDIUM))
        painter.setPen(theme.muted)
        painter.drawText(room, LEADING, _("Agreement"))
        painter.setFont(self._small)
        for cell, head in enumerate(self._heads):
            self._paint_in(painter, self.cell_rect(cell).adjusted(0, -TITLE, 0, -ROW), head)
        painter.setFont(self._font)
        for number, row in enumerate(self._rows):
            self._paint_row(painter, number, row)

    def _paint_row(self, painter: QPainter, number: int, row: TableRow) -> None:
        theme, whole = self._look.theme, QRectF(self.rect())
        painter.setPen(theme.text if row.label else theme.muted)
        cells = [self.cell_rect(2 * number + side) for side in (0, 1)]
        used = sum(cell.width() for cell in cells) + PADDING
        line = QRectF(PADDING, cells[0].top(), self.width() - PADDING - used, ROW)
        name = self._metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(placed(painter, line, whole), LEADING, name)
        for cell, (rect, words) in enumerate(zip(cells, (row.exact, row.overlap), strict=True), 2 * number):
            if cell == self._pointed:
                painter.fillRect(rect, theme.hover)
            painter.setPen(theme.text)
            self._paint_in(painter, rect, words)
            if cell == self._at and self.hasFocus():
                paint_outline(painter, rect, theme.accent, 4, width=2)

    def _paint_in(self, painter: QPainter, rect: QRectF, words: str) -> None:
        """Draw a number, or its head, to the end of its cell."""
        painter.drawText(rect.adjusted(INSIDE, 0, -INSIDE, 0), TRAILING, words)

    @property
    def _heads(self) -> tuple[str, str]:
        return _("same span"), _("overlap")

    def _ask(self, cell: int) -> None:
        self.asked.emit(self._rows[cell // 2].label, bool(cell % 2))

    def _cell_at(self, point: QPointF) -> int:
        return next((cell for cell in range(2 * len(self._rows)) if self.cell_rect(cell).contains(point)), -1)

    def _point(self, cell: int) -> None:
        if cell != self._pointed:
            self._pointed = cell
            self.setCursor(Qt.CursorShape.PointingHandCursor if cell >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()


def _is_own(event: QKeyEvent) -> bool:
    """Return whether the table handles the key."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and (event.key() in MOVES or event.key() in ENTER or event.key() == Qt.Key.Key_Escape)
