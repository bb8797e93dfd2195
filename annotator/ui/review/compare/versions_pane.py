"""The versions of the current difference, one card for each annotator, below each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.session.review.version_words import VersionWords
from annotator.translation.messages import _
from annotator.ui.review.compare.kept_pictures import KeptPictures
from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, painter_on, placed
from annotator.ui.theme.paint import CENTRE, key_cap_width, paint_key_cap
from annotator.ui.theme.sharp import paint_dashes, paint_outline

EDGE, INSIDE, HEAD, GAP, RING, LINE_GAP, RADIUS = 12, 10, 24, 8, 16, 3, 8
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class VersionsPane(QWidget):
    """Cards that are painted, as high as their words need. ``chosen``: number of the card that was clicked, from 1."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._versions: Sequence[VersionWords] = ()
        self._cards: list[QRectF] = []
        self._words, self._small, self._names = chrome_font(), small_font(), chrome_font(0, MEDIUM)
        self._heights = {id(font): QFontMetricsF(font) for font in (self._words, self._small, self._names)}
        self._pictures = KeptPictures(look)
        self.setObjectName("versions")
        look.changed.connect(self.update)

    def show_versions(self, versions: Sequence[VersionWords]) -> None:
        """Show these instead of what is shown."""
        self._versions = versions
        self.setAccessibleName(". ".join(map(spoken, versions)))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, int(self._height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for version, card in zip(self._versions, self._cards, strict=True):
            if event.button() == Qt.MouseButton.LeftButton and card.contains(event.position()):
                self.chosen.emit(version.number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        for version, card in zip(self._versions, self._cards, strict=True):
            self._paint_card(painter, card, version)

    def _fit(self) -> None:
        self._cards = self._placed_cards()
        self.setMinimumHeight(int(self._height()))
        self.updateGeometry()

    def _paint_card(self, painter: QPainter, card: QRectF, version: VersionWords) -> None:
        theme = self._look.theme
        if version.followed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft)
            painter.drawRoundedRect(card, RADIUS, RADIUS)
        edge = theme.accent if version.followed else theme.border
        if version.words:
            paint_outline(painter, card, edge, RADIUS, width=2 if version.followed else 1)
        else:
            paint_dashes(painter, card, theme.control, RADIUS)
        self._paint_head(painter, card, version)
        top = card.top() + INSIDE / 2 + HEAD
        for text, font, muted in self._texts(version):
            height = self._text_height(text, font)
            painter.setFont(font)
            painter.setPen(theme.muted if muted else theme.text)
            painter.drawText(QRectF(card.left() + INSIDE, top, card.width() - 2 * INSIDE, height + 1), WRAP, text)
            top += height + LINE_GAP

    def _paint_head(self, painter: QPainter, card: QRectF, version: VersionWords) -> None:
        key, top = str(version.number), card.top() + INSIDE / 2
        signs = QRectF(card.left() + INSIDE, top, key_cap_width(key) + GAP + RING, HEAD)
        draw = partial(self._paint_signs, key=key, letter=version.letter)
        self._pictures.paint(painter, placed(painter, signs, card), (key, version.letter), draw)
        painter.setFont(self._names)
        painter.setPen(self._look.theme.text)
        name = QRectF(signs.right() + GAP, top, card.right() - signs.right() - GAP - INSIDE, HEAD)
        shown = self._heights[id(self._names)].elidedText(version.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(placed(painter, name, card), LEADING, shown)

    def _paint_signs(self, painter: QPainter, room: QRectF, key: str, letter: str) -> None:
        """Draw the key that takes a version, and the annotator's letter in a ring."""
        theme, middle = self._look.theme, room.center().y()
        cap = QRectF(room.left(), middle, key_cap_width(key), 1)
        paint_key_cap(painter, QPointF(placed(painter, cap, room).left(), middle), key, theme)
        ring = placed(painter, QRectF(room.right() - RING, middle - RING / 2, RING, RING), room)
        paint_outline(painter, ring, theme.muted, RING / 2)
        painter.setFont(chrome_font(-3, MEDIUM))
        painter.setPen(theme.text)
        painter.drawText(ring, CENTRE, letter)

    def _texts(self, version: VersionWords) -> list[tuple[str, QFont, bool]]:
        """Return the texts of a card, each with its font, and whether it is muted."""
        words = (version.words or _("nothing here"), self._words, not version.words)
        return [words, *((line, self._small, True) for line in version.lines)]

    def _placed_cards(self) -> list[QRectF]:
        cards, top = [], 0.0
        for version in self._versions:
            texts = sum(self._text_height(text, font) + LINE_GAP for text, font, _muted in self._texts(version))
            card = QRectF(EDGE, top, self.width() - 2 * EDGE, INSIDE + HEAD + texts + 2)
            cards.append(card)
            top = card.bottom() + GAP
        return cards

    def _height(self) -> float:
        return self._cards[-1].bottom() + EDGE if self._cards else 0

    def _text_height(self, text: str, font: QFont) -> float:
        room = QRectF(0, 0, max(self.width() - 2 * (EDGE + INSIDE), 60), 10_000)
        return self._heights[id(font)].boundingRect(room, int(WRAP), text).height()


def spoken(version: VersionWords) -> str:
    """Return a card in one line, for screen readers."""
    parts = (str(version.number), version.name, version.words or _("nothing here"), *version.lines)
    return ", ".join(parts)
