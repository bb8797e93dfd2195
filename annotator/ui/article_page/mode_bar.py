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
Measured = tuple[str, str, float, float]
"""A key and what it does, and the widths of both in pixels."""


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
        x, (shown, between) = float(MARGIN), self._fitting()
        for key, words, cap_width, width in shown:
            cap = placed(painter, QRectF(x, 0, cap_width, self.height()), whole)
            paint_caps(painter, QPointF(cap.left(), whole.center().y()), [key], theme)
            x += cap_width + GAP
            painter.setPen(theme.muted)
            painter.drawText(placed(painter, QRectF(x, 0, width, self.height()), whole), LEADING, words)
            x += width + between

    def _fitting(self) -> tuple[list[Measured], int]:
        """Return the keys that there is room for, with the last of them, which leaves the mode, in any case.

        With them are returned the pixels from one with its words to the next.
        """
        metrics = QFontMetricsF(chrome_font())
        shown = [(key, words, caps_width([key]), metrics.horizontalAdvance(words) + 1) for key, words in self._keys]
        between = BETWEEN if _width_of(shown, BETWEEN) <= self.width() else CLOSE
        while len(shown) > 1 and _width_of(shown, between) > self.width():
            shown.pop(-2)
        return shown, between


def _width_of(keys: Sequence[Measured], between: int) -> float:
    return 2 * MARGIN - between + sum(cap + GAP + width + between for _key, _words, cap, width in keys)
