"""Pill: one of several that exclude each other, or one that opens a menu."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.language.plain_line import plain_line
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.icons import ICON, paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.keyboard import sideways_step
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, GAP, RADIUS, CHEVRON, WIDEST = 26, 12, 6, 12, 14, 240


class Pill(PaintedButton):
    """Pill; ``icon`` stands before its words and a chevron behind them where it ``opens``. ``stepped``: an arrow."""

    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget, *, icon: str = "", opens: bool = False) -> None:
        super().__init__(look, parent)
        self._icon, self._opens = icon, opens
        self.setCheckable(not opens)
        self.setAutoExclusive(not opens)
        self.setFont(chrome_font())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show ``words`` on one line."""
        self.setText(plain_line(words))
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._opens and (step := sideways_step(Qt.Key(event.key()), self)):
            self.stepped.emit(step)
        elif self._opens and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(min(round(self._before + words + self._after + 2), WIDEST), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._before + self._after) + 24, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = self.painter(), QRectF(self.rect()), self._look.theme
        self.paint_option(painter, whole, RADIUS)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        if self._icon:
            sign = QRectF(SIDE, 0, ICON, whole.height())
            paint_icon(painter, placed(painter, sign, whole), self._icon, theme.warning)
        if self._opens:
            chevron = QRectF(whole.width() - SIDE - CHEVRON + 2, 0, CHEVRON, whole.height())
            paint_icon(painter, placed(painter, chevron, whole), "chevron-down", theme.text, CHEVRON)
        room = whole.adjusted(self._before, 0, -self._after + 1, 0)
        painter.setFont(self.font())
        painter.setPen(theme.text)
        paint_line(painter, placed(painter, room, whole), self.text(), QFontMetricsF(self.font()), leading=True)

    @property
    def _before(self) -> float:
        return SIDE + (ICON + GAP if self._icon else 0)

    @property
    def _after(self) -> float:
        return SIDE + (CHEVRON + GAP if self._opens else 0)
