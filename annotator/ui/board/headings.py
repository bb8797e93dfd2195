"""Heads of the columns of the board: they sort it, and are moved, hidden, and drawn wider or narrower."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPalette, QRegion
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

from annotator.session.board.sorting import Level
from annotator.ui.board.cell_faces import AT_THE_END
from annotator.ui.board.column_painter import GAP, TEXT_LEFT
from annotator.ui.board.model import BoardModel
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.keyboard import sideways_step
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, CHEVRON, STEP, LEAST = 31, 12, 16, 48
MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class BoardHeadings(QHeaderView):
    """Heads. ``chosen``: a column to sort by, alone or before the others. ``moved``: a column, and by how many places.

    ``hidden``: a column to hide. ``left``: Escape, or the way down to the rows. Left and Right go from head to head,
    with Alt they move it and with Ctrl they make it narrower or wider; Enter sorts, Shift+Enter before the others.
    """

    chosen = Signal(int, bool)
    moved = Signal(int, int)
    hidden = Signal(int)
    left = Signal()

    def __init__(self, model: BoardModel, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model, self._look, self._at = model, look, 0
        self.levels: tuple[Level, ...] = ()
        self.setObjectName("boardHeadings")
        self.setFont(small_font())
        self.setFixedHeight(HEIGHT)
        self.setMinimumSectionSize(LEAST)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        look.changed.connect(self.viewport().update)

    @property
    def current(self) -> int:
        """Number of the column whose head has the keyboard."""
        return min(self._at, max(self._model.columnCount() - 1, 0))

    def go_to(self, number: int) -> None:
        """Let the head of that column have the keyboard."""
        self._at = max(0, min(number, self._model.columnCount() - 1))
        self.setAccessibleName(
            str(self._model.headerData(self._at, self.orientation(), Qt.ItemDataRole.AccessibleTextRole))
        )
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the heads from the shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & MODIFIERS
        if step := sideways_step(key, self):
            self._step(step, held)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.current, not held & Qt.KeyboardModifier.ShiftModifier)
        elif key == Qt.Key.Key_Delete:
            self.hidden.emit(self.current)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Sort where a head is clicked, unless its edge was dragged."""
        was_dragged = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        super().mouseReleaseEvent(event)
        number = self.logicalIndexAt(event.position().toPoint())
        if number >= 0 and not was_dragged and event.button() == Qt.MouseButton.LeftButton:
            self._at = number
            self.chosen.emit(number, not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.go_to(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """Return no region, as heads do not show which rows are selected: else all are painted at every key."""
        return QRegion()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the ground as the style does, the title above the cells, and a chevron where the board is sorted."""
        whole, level = QRectF(rect), self._level(self._model.shown[section].id)
        painter.save()
        self._paint_ground(painter, rect, section)
        painter.setLayoutDirection(self.layoutDirection())
        title = self._paint_title(painter, whole, section, CHEVRON if level else 0)
        if level:
            self._paint_chevron(painter, whole, title, section, down=level.down)
        if self.hasFocus() and section == self.current:
            paint_outline(painter, whole.adjusted(2, 2, -2, -3), self._look.theme.accent, 4, width=2)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, section: int) -> None:
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        self.initStyleOptionForIndex(option, section)
        option.rect, option.text = rect, ""
        self.style().drawControl(QStyle.ControlElement.CE_Header, option, painter, self)

    def _paint_title(self, painter: QPainter, whole: QRectF, section: int, beside: float) -> QRectF:
        """Paint the title where the cells have their words; return its place, as laid out from left to right.

        ``beside`` is the width that is left free beside it.
        """
        room, metrics = whole.adjusted(0 if section else TEXT_LEFT, 0, -GAP, 0), QFontMetricsF(self.font())
        words = str(self._model.headerData(section, self.orientation()))
        width = min(metrics.horizontalAdvance(words) + 1, room.width() - beside)
        left = room.right() - width if self._stands_at_end(section) else room.left()
        title = QRectF(left, room.top(), width, room.height())
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        paint_line(painter, placed(painter, title.adjusted(0, 0, 1, 0), whole), words, metrics, leading=True)
        return title

    def _paint_chevron(self, painter: QPainter, whole: QRectF, title: QRectF, section: int, *, down: bool) -> None:
        left = title.left() - CHEVRON - 2 if self._stands_at_end(section) else title.right() + 2
        box, name = QRectF(left, title.top(), CHEVRON, title.height()), "chevron-down" if down else "chevron-up"
        paint_icon(painter, placed(painter, box, whole), name, self._look.theme.text, CHEVRON)

    def _stands_at_end(self, section: int) -> bool:
        return self._model.shown[section].kind in AT_THE_END

    def _takes(self, event: QKeyEvent) -> bool:
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        others = Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Escape
        return sideways or event.key() in others

    def _step(self, step: int, held: Qt.KeyboardModifier) -> None:
        if held & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self.current, step)
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.resizeSection(self.current, self.sectionSize(self.current) + STEP * step)
        else:
            self.go_to(self.current + step)

    def _level(self, id: str) -> Level | None:
        return next((level for level in self.levels if level.column == id), None)
