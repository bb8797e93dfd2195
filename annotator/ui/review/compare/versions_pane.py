"""The versions of the current difference, one card for each annotator, below each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.session.review.version_pieces import Piece, Pieces, text_of
from annotator.session.review.version_words import VersionWords
from annotator.translation.messages import _
from annotator.ui.review.compare.kept_pictures import KeptPictures
from annotator.ui.review.compare.version_text import VersionText
from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, painter_on, placed
from annotator.ui.theme.paint import RING, key_cap_width, paint_key_cap, paint_ring
from annotator.ui.theme.sharp import paint_dashes, paint_outline

EDGE, INSIDE, HEAD, GAP, LINE_GAP, RADIUS, WORDS = 12, 10, 24, 8, 3, 8, 16


class Said(NamedTuple):
    """Text of a card, in a ``room`` of so many pixels."""

    pieces: Pieces
    room: int
    is_small: bool
    is_muted: bool


class VersionsPane(QWidget):
    """Cards that are painted, as high as their words need, which are in the font of that name.

    ``chosen``: number of the card that was clicked, from 1.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, words: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._versions: Sequence[VersionWords] = ()
        self._cards: list[QRectF] = []
        self._words, self._small, self._names = QFont(words), small_font(), chrome_font(0, MEDIUM)
        self._words.setPixelSize(WORDS)
        self._metrics = QFontMetricsF(self._names)
        self._texts: list[list[VersionText]] = []
        self._laid: dict[Said, VersionText] = {}
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
        for version, card, texts in zip(self._versions, self._cards, self._texts, strict=True):
            self._paint_card(painter, card, version, texts)

    def _fit(self) -> None:
        self._place_cards()
        self.setMinimumHeight(int(self._height()))
        self.updateGeometry()

    def _paint_card(self, painter: QPainter, card: QRectF, version: VersionWords, texts: Sequence[VersionText]) -> None:
        shows = bool(version.words), version.followed
        self._pictures.paint(painter, card, shows, partial(self._draw_frame, version=version))
        self._paint_head(painter, card, version)
        top = card.top() + INSIDE / 2 + HEAD
        for text in texts:
            text.paint(painter, QPointF(card.left() + INSIDE, top), self._look.theme)
            top += text.height + LINE_GAP

    def _draw_frame(self, painter: QPainter, card: QRectF, version: VersionWords) -> None:
        """Draw the ground of a version that is followed, and the edge of a card."""
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

    def _paint_head(self, painter: QPainter, card: QRectF, version: VersionWords) -> None:
        room = QRectF(card.left() + INSIDE, card.top() + INSIDE / 2, card.width() - 2 * INSIDE, HEAD)
        shows = version.number, version.letter, version.name
        self._pictures.paint(painter, room, shows, partial(self._draw_head, version=version))

    def _draw_head(self, painter: QPainter, room: QRectF, version: VersionWords) -> None:
        """Draw the key that takes a version, the annotator's letter in a ring, and the name."""
        theme, middle, key = self._look.theme, room.center().y(), str(version.number)
        cap = QRectF(room.left(), middle, key_cap_width(key), 1)
        paint_key_cap(painter, QPointF(placed(painter, cap, room).left(), middle), key, theme)
        circle = QRectF(cap.right() + GAP, middle - RING / 2, RING, RING)
        paint_ring(painter, placed(painter, circle, room), version.letter, theme)
        painter.setFont(self._names)
        name = QRectF(circle.right() + GAP, room.top(), room.right() - circle.right() - GAP, HEAD)
        shown = self._metrics.elidedText(version.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(placed(painter, name, room), LEADING, shown)

    def _said(self, version: VersionWords) -> Iterator[Said]:
        """Yield the texts of a card."""
        words, there = version.words or (Piece(_("nothing here")),), bool(version.words)
        room = max(self.width() - 2 * (EDGE + INSIDE), 60)
        yield Said(words, room, is_small=False, is_muted=not there)
        for line in version.lines:
            yield Said(line, room, is_small=True, is_muted=True)

    def _laid_out(self, said: Said, before: Mapping[Said, VersionText]) -> VersionText:
        """Return a text laid out: once where several cards say the same, or the cards ``before`` said so."""
        text = self._laid.get(said) or before.get(said)
        if text is None:
            font = self._small if said.is_small else self._words
            text = VersionText(self, said.pieces, font, said.room, muted=said.is_muted)
        self._laid[said] = text
        return text

    def _place_cards(self) -> None:
        """Lay out the texts, and put the cards below each other."""
        before, self._laid = self._laid, {}
        self._texts = [[self._laid_out(said, before) for said in self._said(version)] for version in self._versions]
        self._cards = []
        top = 0.0
        for texts in self._texts:
            height = INSIDE + HEAD + sum(text.height + LINE_GAP for text in texts) + 2
            self._cards.append(QRectF(EDGE, top, self.width() - 2 * EDGE, height))
            top += height + GAP

    def _height(self) -> float:
        return self._cards[-1].bottom() + EDGE if self._cards else 0


def spoken(version: VersionWords) -> str:
    """Return a card in one line, for screen readers."""
    parts = (
        str(version.number),
        version.name,
        text_of(version.words) or _("nothing here"),
        *map(text_of, version.lines),
    )
    return ", ".join(parts)
