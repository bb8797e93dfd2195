"""Check box with a name, drawn with a label's mark or a status glyph, and a count."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QWidget

from annotator.language.plain_line import plain_line
from annotator.model.scheme import Label
from annotator.translation.messages import N_, _, number
from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import TRAILING, placed
from annotator.ui.theme.name_mark import name_width, paint_name
from annotator.ui.theme.paint import STATUS_GLYPH, paint_status
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.keyboard import arrow_step
from annotator.ui.widgets.words.line_of_text import paint_line, show_tip

HEIGHT, RADIUS, BOX, SIDE, GAP, RIGHT = 28, 6, 16, 4, 7, 8
SHIFT = Qt.KeyboardModifier.ShiftModifier
ONLY = N_("With Shift: only this one, or all again")


@dataclass(frozen=True, slots=True)
class TickItem:
    """Content of a chip; it is drawn as a label or as a status where ``label`` or ``status`` is set.

    A negative ``count`` is not shown. ``reason`` says why the item cannot be ticked, empty where it can.
    """

    id: str
    text: str
    label: Label | None = None
    status: str = ""
    count: int = -1
    reason: str = ""


class TickChip(PaintedButton):
    """Checkable chip.

    ``only_asked``: Shift+click or Shift+Space, to tick this one and no other. ``stepped``: an arrow key, by -1 or 1.
    """

    only_asked = Signal()
    stepped = Signal(int)

    def __init__(self, look: Look, item: TickItem, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.item = item
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFont(chrome_font())
        self.show_item(item)

    def show_item(self, item: TickItem) -> None:
        """Show ``item`` in place of the previous state of the same item."""
        self.item = item
        self.setText(plain_line(item.text))
        self.setObjectName(f"tick-{item.id}")
        count = f", {number(item.count)}" if item.count >= 0 else ""
        self.setAccessibleName(f"{self.text()}{count}")
        self.setAccessibleDescription(plain_line(item.reason or _(ONLY)))
        show_tip(self, item.reason or _(ONLY))
        self.setEnabled(not item.reason)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        room = SIDE + BOX + GAP + self._glyph_room() + self._name_width() + RIGHT
        if self.item.count >= 0:
            room += GAP + QFontMetricsF(small_font()).horizontalAdvance(number(self.item.count))
        return QSize(round(room + 1), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(SIDE + BOX + GAP + 24 + RIGHT, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if step := arrow_step(key, self):
            self.stepped.emit(step)
        elif event.modifiers() & SHIFT and key in (Qt.Key.Key_Space, *self.pressing):
            self.only_asked.emit()
        elif key in self.pressing:
            event.ignore()  # Enter presses the dialog's default button
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & SHIFT and self.hitButton(event.position().toPoint()):
            self.setDown(False)
            self.only_asked.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = self.painter(), QRectF(self.rect())
        self.paint_ground(painter, rect, RADIUS)
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED_OPACITY)
        self._paint_box(painter)
        left = SIDE + BOX + GAP + self._glyph_room()
        if self.item.status:
            glyph = placed(painter, QRectF(left - STATUS_GLYPH - GAP, 0, STATUS_GLYPH, HEIGHT), rect)
            paint_status(painter, glyph, self.item.status, self._look.theme)
        self._paint_words(painter, rect.adjusted(left, 0, -RIGHT, 0))

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        theme, count = self._look.theme, number(self.item.count) if self.item.count >= 0 else ""
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        painter.drawText(placed(painter, room, QRectF(self.rect())), TRAILING, count)
        if count:
            room.adjust(0, 0, -QFontMetricsF(small_font()).horizontalAdvance(count) - GAP, 0)
        self._paint_name(painter, room)

    def _paint_name(self, painter: QPainter, room: QRectF) -> None:
        """Draw the name, elided to ``room``; a label's name with its mark."""
        theme, metrics, whole = self._look.theme, QFontMetricsF(self.font()), QRectF(self.rect())
        mark = self._name_width() - metrics.horizontalAdvance(self.text())
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() - mark + 1)
        painter.setFont(self.font())
        if self.item.label:
            room.setWidth(min(self._name_width(), room.width()))
            paint_name(painter, placed(painter, room, whole), name, theme.label(self.item.label, self.item.id), theme)
        else:
            painter.setPen(theme.text)
            paint_line(painter, placed(painter, room.adjusted(0, 0, 1, 0), whole), name, metrics, leading=True)

    def _paint_box(self, painter: QPainter) -> None:
        option = QStyleOptionButton()
        box = placed(painter, QRectF(SIDE, (HEIGHT - BOX) / 2, BOX, BOX), QRectF(self.rect()))
        option.rect = QRect(box.topLeft().toPoint(), QSize(BOX, BOX))
        ticked = QStyle.StateFlag.State_On if self.isChecked() else QStyle.StateFlag.State_Off
        option.state = ticked | QStyle.StateFlag.State_Enabled  # paintEvent dims the whole chip
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self)

    def _glyph_room(self) -> float:
        return STATUS_GLYPH + GAP if self.item.status else 0

    def _name_width(self) -> float:
        return name_width(self.text(), self.item.label.mark if self.item.label else "", self.font())
