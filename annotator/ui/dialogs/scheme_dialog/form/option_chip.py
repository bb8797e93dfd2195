"""Chip of one option: a tick where it is chosen, its name, drawn with a label's mark where it has one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import plain_line, shortened
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.name_mark import name_width, paint_name
from annotator.ui.theme.paint import BADGE, paint_badge
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.keyboard import arrow_step
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, GAP, RADIUS, TICK, MOST = 28, 9, 6, 6, 14, 60


class OptionChip(PaintedButton):
    """Checkable chip, or a plain one. ``value`` is the option. ``stepped``: an arrow key, by -1 or 1."""

    stepped = Signal(int)
    pressing = ()

    def __init__(self, look: Look, parent: QWidget, *, checkable: bool = True) -> None:
        super().__init__(look, parent)
        self.value = ""
        self._mark: LabelColours | None = None
        self._badge: LabelColours | None = None
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_option(
        self,
        value: str,
        words: str,
        *,
        chosen: bool = False,
        mark: LabelColours | None = None,
        badge: LabelColours | None = None,
    ) -> None:
        """Show an option, whether it is chosen, the mark it is drawn with and the badge of a label behind its name."""
        self.value, self._mark, self._badge = value, mark, badge
        self.setText(shortened(words, MOST))
        self.setObjectName(f"option-{plain_line(value)[:MOST]}")
        self.setAccessibleName(self.text())
        self.setChecked(chosen)
        self.setFont(chrome_font(0, MEDIUM) if chosen else chrome_font())
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := arrow_step(Qt.Key(event.key()), self):
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(round(self._left() + self._name_width() + self._after() + SIDE + 2), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._left() + self._after()) + 30, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = self.painter(), QRectF(self.rect()), self._look.theme
        self.paint_option(painter, whole, RADIUS)
        if self.isChecked():
            tick = placed(painter, QRectF(SIDE, 0, TICK, whole.height()), whole)
            paint_icon(painter, tick, "check", theme.text, TICK)
        painter.setFont(self.font())
        painter.setPen(theme.text)
        room = whole.adjusted(self._left(), 0, -SIDE - self._after(), 0)
        if self._mark:
            paint_name(painter, placed(painter, room, whole), self.text(), self._mark, theme)
        else:
            at = placed(painter, room.adjusted(0, 0, 1, 0), whole)
            paint_line(painter, at, self.text(), QFontMetricsF(self.font()), leading=True)
        if self._badge:
            box = QRectF(whole.right() - SIDE - BADGE + 2, (whole.height() - BADGE) / 2, BADGE, BADGE)
            paint_badge(painter, placed(painter, box, whole), self._badge, self._badge.sign)

    def _left(self) -> float:
        return SIDE + (TICK + GAP if self.isChecked() else 0)

    def _after(self) -> float:
        return BADGE + GAP - 2 if self._badge else 0

    def _name_width(self) -> float:
        if self._mark:
            return name_width(self.text(), self._mark.mark, self.font())
        return QFontMetricsF(self.font()).horizontalAdvance(self.text())
