"""Row for a file that can be imported, to tick, or that cannot be read as it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QWidget

from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.line_of_text import literal, paint_line

HEIGHT, LOW, SIDE, BOX, TEXT, RADIUS, INSET = 46, 32, 16, 16, 42, 6, 4
STEPS = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}


class OfferedFile(PaintedButton):
    """Row with a name and its kind; a ``problem`` takes the place of the box and says what to do first."""

    pressing = ()

    def __init__(self, look: Look, name: str, kind: str, problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._kind, self._problem = kind, problem
        self.setFont(chrome_font(0, MEDIUM))
        self.setText(name)
        self.setToolTip(literal(name))
        self.setAccessibleName(", ".join(filter(None, (name, kind, problem))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCheckable(not problem)
        self.setChecked(not problem)
        self.setEnabled(not problem)

    def sizeHint(self) -> QSize:
        return QSize(280, HEIGHT if self._problem else LOW)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEIGHT if self._problem else LOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.focusNextPrevChild(STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = self.painter(), self._look.theme, QRectF(self.rect())
        self.paint_ground(painter, rect.adjusted(INSET, 0, -INSET, 0), RADIUS)
        line = QRectF(TEXT, 4, rect.width() - TEXT - SIDE, 20) if self._problem else rect.adjusted(TEXT, 0, -SIDE, 0)
        box = QRectF(SIDE, (rect.height() - BOX) / 2, BOX, BOX)
        if self._problem:
            paint_icon(painter, self._seen(box), "close", theme.muted)
        else:
            self._paint_box(painter, self._seen(box).toRect())
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        room = self._paint_kind(painter, line)
        if self._problem:
            problem = QRectF(TEXT, 22, rect.width() - TEXT - SIDE, 20)
            paint_line(painter, self._seen(problem), self._problem, QFontMetricsF(small_font()), leading=True)
        painter.setFont(self.font())
        painter.setPen(theme.muted if self._problem else theme.text)
        name = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        paint_line(painter, self._seen(room), name, QFontMetricsF(self.font()), leading=True)

    def _paint_kind(self, painter: QPainter, line: QRectF) -> QRectF:
        """Draw the kind at the end of the line; return the room that is left."""
        width = QFontMetricsF(small_font()).horizontalAdvance(self._kind) + 1
        kind = QRectF(line.right() - width, line.top(), width, line.height())
        paint_line(painter, self._seen(kind), self._kind, QFontMetricsF(small_font()))
        return line.adjusted(0, 0, -width - SIDE, 0)

    def _paint_box(self, painter: QPainter, box: QRect) -> None:
        option = QStyleOptionButton()
        option.rect = box
        ticked = QStyle.StateFlag.State_On if self.isChecked() else QStyle.StateFlag.State_Off
        option.state = ticked | QStyle.StateFlag.State_Enabled
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self)

    def _seen(self, box: QRectF) -> QRectF:
        """Return the box as it lies in the direction of the layout."""
        seen = QStyle.visualRect(self.layoutDirection(), self.rect(), box.toAlignedRect())
        return QRectF(QPointF(seen.topLeft()), QSize(seen.width(), seen.height()))
