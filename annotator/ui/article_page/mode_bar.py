"""Bar in place of the labels that says what keys do as long as a mode lasts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, painter_on, placed
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.key_caps import caps_width, paint_caps

MARGIN, GAP, BETWEEN, CLOSE = 16, 8, 20, 10
Keys = tuple[tuple[str, str], ...]


class ModeBar(QWidget):
    """Row of key caps, each with what the key does.

    They stand closer where there is little room; those that find none are left out, but for the last.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys: Keys = ()
        self._awaited = False
        self.setObjectName("modeBar")
        look.changed.connect(self.update)

    def show_keys(self, keys: Keys, *, awaited: bool) -> None:
        """Show pairs of key and meaning; ``awaited``: one of them is to be pressed before anything else."""
        self._keys, self._awaited = keys, awaited
        self.setAccessibleName(", ".join(f"{key} {words}" for key, words in keys))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, whole, painter = self._look.theme, QRectF(self.rect()), painter_on(self)
        painter.fillRect(whole, theme.raised if self._awaited else theme.base)
        painter.fillRect(snapped_rect(QRectF(0, 0, self.width(), 1), ratio_of(painter)), theme.border)
        painter.setFont(chrome_font())
        x, between = float(MARGIN), self._between()
        for key, words in self._fitting(between):
            cap = placed(painter, QRectF(x, 0, caps_width([key]), self.height()), whole)
            paint_caps(painter, QPointF(cap.left(), whole.center().y()), [key], theme)
            x += cap.width() + GAP
            painter.setPen(theme.muted)
            painter.setFont(chrome_font())
            painter.drawText(placed(painter, QRectF(x, 0, _width(words), self.height()), whole), LEADING, words)
            x += _width(words) + between

    def _between(self) -> int:
        """Return the pixels from one key with its words to the next."""
        return BETWEEN if self._width_of(self._keys, BETWEEN) <= self.width() else CLOSE

    def _fitting(self, between: int) -> Keys:
        """Return the keys that there is room for, the last of them, which leaves the mode, in any case."""
        shown = list(self._keys)
        while len(shown) > 1 and self._width_of(shown, between) > self.width():
            shown.pop(-2)
        return tuple(shown)

    def _width_of(self, keys: Sequence[tuple[str, str]], between: int) -> float:
        return 2 * MARGIN - between + sum(caps_width([key]) + GAP + _width(words) + between for key, words in keys)


def _width(words: str) -> float:
    return QFontMetricsF(chrome_font()).horizontalAdvance(words) + 1
