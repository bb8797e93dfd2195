"""Bar in place of the labels that says what keys do as long as a mode lasts, and does it at a click."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, placed
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.buttons.still_picture import StillPicture
from annotator.ui.widgets.key_caps import caps_width, paint_caps

MARGIN, GAP, BETWEEN, CLOSE = 16, 8, 20, 10
Keys = tuple[tuple[str, str], ...]
MORE = "…"
"""Key cap in place of those that there is no room for."""


@dataclass(frozen=True, slots=True)
class Item:
    """Key with what it does, and the rectangle of both in pixels from the edge at which lines begin."""

    key: str
    words: str
    rect: QRectF


class ModeBar(QWidget):
    """Row of key caps, each with what the key does.

    They stand closer where there is little room; those that find none are left out, but for the last, and offered in a
    menu where keys act at a click. ``pressed``: one of these was clicked.
    """

    pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys: Keys = ()
        self._acting: Collection[str] = ()
        self._awaited = False
        self._pointed = ""
        self._picture = StillPicture()
        self.setObjectName("modeBar")
        self.setMouseTracking(True)
        look.changed.connect(self.update)

    def show_keys(self, keys: Keys, *, awaited: bool, acting: Collection[str] = ()) -> None:
        """Show pairs of key and meaning; ``awaited``: one of them is to be pressed before anything else.

        Those that are ``acting`` can be clicked.
        """
        self._keys, self._awaited, self._acting = keys, awaited, acting
        self._pointed = self._acting_at(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else ""
        self.setAccessibleName(", ".join(f"{key} {words}" for key, words in keys))
        self.update()

    def place_of(self, key: str) -> QPoint:
        """Return the middle of the key with its words. Raises StopIteration where it is not shown."""
        return next(self._placed(item) for item in self._items() if item.key == key).center().toPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self._acting_at(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else ""
        if key == MORE:
            self._open_rest()
        elif key:
            self.pressed.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._acting_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at("")
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._picture.paint(self, self._look.theme, (self._keys, self._awaited, self._pointed), self._paint)

    def _paint(self, painter: QPainter) -> None:
        theme, whole = self._look.theme, QRectF(self.rect())
        painter.fillRect(whole, theme.raised if self._awaited else theme.base)
        painter.fillRect(snapped_rect(QRectF(0, 0, self.width(), 1), ratio_of(painter)), theme.border)
        for item in self._items():
            cap = QRectF(item.rect.left(), 0, caps_width([item.key]), self.height())
            paint_caps(painter, QPointF(placed(painter, cap, whole).left(), whole.center().y()), [item.key], theme)
            painter.setPen(theme.text if item.key == self._pointed else theme.muted)
            painter.setFont(chrome_font())
            words = item.rect.adjusted(cap.width() + GAP, 0, 0, 0)
            painter.drawText(placed(painter, words, whole), LEADING, item.words)

    def _items(self) -> Iterator[Item]:
        between, x = self._between(), float(MARGIN)
        for key, words in self._fitting(between):
            width = caps_width([key]) + GAP + _width(words)
            yield Item(key, words, QRectF(x, 0, width, self.height()))
            x += width + between

    def _placed(self, item: Item) -> QRectF:
        """Return the rectangle of the item in this widget, whichever way the window reads."""
        left, right = item.rect.left(), item.rect.right()
        return item.rect.translated(self.width() - right - left, 0) if self.isRightToLeft() else item.rect

    def _acting_at(self, point: QPoint) -> str:
        """Return the key at the point that acts at a click; empty for none."""
        here = (item.key for item in self._items() if self._placed(item).contains(QPointF(point)))
        return next((key for key in here if key in self._acting or (key == MORE and self._acting)), "")

    def _open_rest(self) -> None:
        """Offer the keys that there is no room for in a menu above the bar."""
        shown = {item.key for item in self._items()}
        rest = [(key, words) for key, words in self._keys if key in self._acting and key not in shown]
        menu = QMenu(self)
        for key, words in rest:
            menu.addAction(f"{words}\t{key}".replace("&", "&&"), partial(self.pressed.emit, key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.place_of(MORE) - QPoint(0, menu.sizeHint().height() + self.height() // 2)))

    def _point_at(self, key: str) -> None:
        if key != self._pointed:
            self._pointed = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.update()

    def _between(self) -> int:
        """Return the pixels from one key with its words to the next."""
        return BETWEEN if self._width_of(self._keys, BETWEEN) <= self.width() else CLOSE

    def _fitting(self, between: int) -> Keys:
        """Return the keys that there is room for, the last of them, which leaves the mode, in any case.

        Where some are left out, MORE stands before the last.
        """
        shown, left_out = list(self._keys), False
        while len(shown) > 1 + left_out and self._width_of(shown, between) > self.width():
            if left_out:
                del shown[-3:-2]
            else:
                shown[-2], left_out = (MORE, ""), True
        return tuple(shown)

    def _width_of(self, keys: Sequence[tuple[str, str]], between: int) -> float:
        return 2 * MARGIN - between + sum(caps_width([key]) + GAP + _width(words) + between for key, words in keys)


def _width(words: str) -> float:
    return QFontMetricsF(chrome_font()).horizontalAdvance(words) + 1
