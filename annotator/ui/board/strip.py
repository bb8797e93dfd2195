"""Strip below the board: the sentence of the current row, a line about it, and the keys that do something now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.language.plain_line import runs_leftwards
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, painter_on, placed
from annotator.ui.theme.paint import LIST_BADGE, key_cap_width, paint_badge, paint_key_cap
from annotator.ui.widgets.words.line_of_text import literal, paint_line

HEIGHT, SIDE, BADGE_LEFT, GAP, BETWEEN = 62, 48, 14, 6, 14
LEAST_FOR_KEYS, LEAST_OWN = 1100, 2 / 3
"""Width that the keys need, and the part of the room that the row's own words have before those before them."""


class StripWords(NamedTuple):
    """The sentence in three pieces, of which the middle one is marked in ``colours``; ``about`` stands below it."""

    before: str = ""
    words: str = ""
    after: str = ""
    about: str = ""
    colours: LabelColours | None = None

    @property
    def sentence(self) -> str:
        return "".join(self[:3])


class BoardStrip(QWidget):
    """Two lines on the current row, and hints of keys as pairs of a key and what it does."""

    def __init__(self, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._font, self._small = look, font, small_font()
        self._shown = StripWords()
        self._keys: Sequence[tuple[str, str]] = ()
        self._is_waiting = False
        self.setObjectName("boardStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_words(self, shown: StripWords, in_full: str = "") -> None:
        """Show a sentence with a line about it; ``in_full`` is told where the mouse rests."""
        self._shown = shown
        self.setAccessibleName(shown.sentence)
        self.setAccessibleDescription(shown.about)
        self.setToolTip(literal(in_full or shown.sentence))
        self.update()

    def show_keys(self, keys: Sequence[tuple[str, str]], *, waiting: bool = False) -> None:
        """Show these keys with what they do; where a second key is waited for, they come before the sentence."""
        self._keys, self._is_waiting = keys, waiting
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = painter_on(self), QRectF(self.rect()), self._look.theme
        painter.fillRect(whole, theme.raised if self._is_waiting else theme.panel)
        painter.fillRect(QRectF(0, 0, whole.width(), 1), theme.border)
        has_room = whole.width() >= LEAST_FOR_KEYS or self._is_waiting
        taken = self._paint_keys(painter, whole) if has_room else 0
        room = whole.adjusted(SIDE, 9, -SIDE / 2 - taken, 0)
        if room.width() < SIDE:
            return
        if colours := self._shown.colours:
            badge = QRectF(BADGE_LEFT, whole.center().y() - LIST_BADGE / 2, LIST_BADGE, LIST_BADGE)
            paint_badge(painter, placed(painter, badge, whole), colours, colours.sign, selected=True)
        self._paint_sentence(painter, placed(painter, QRectF(room.left(), room.top(), room.width(), 24), whole))
        painter.setFont(self._small)
        painter.setPen(theme.muted)
        second = QRectF(room.left(), room.top() + 25, room.width(), 18)
        about, metrics = self._shown.about, QFontMetricsF(self._small)
        paint_line(painter, placed(painter, second, whole), about, metrics, leading=True)

    def _paint_sentence(self, painter: QPainter, room: QRectF) -> None:
        shown, metrics = self._shown, QFontMetricsF(self._font)
        if not shown.before and not shown.after:
            painter.setFont(self._font)
            painter.setPen(self._look.theme.text)
            paint_line(painter, room, shown.sentence, metrics, leading=True)
            return
        own = min(metrics.horizontalAdvance(shown.words), room.width() * LEAST_OWN)
        before = metrics.elidedText(shown.before, Qt.TextElideMode.ElideLeft, room.width() - own)
        left = room.width() - metrics.horizontalAdvance(before)
        words = metrics.elidedText(shown.words, Qt.TextElideMode.ElideRight, left)
        left -= metrics.horizontalAdvance(words)
        after = metrics.elidedText(shown.after, Qt.TextElideMode.ElideRight, max(left, 0))
        document = self._document(before, words, after)
        document.setTextWidth(room.width())
        painter.save()
        painter.setClipRect(room)
        painter.translate(room.left(), room.center().y() - document.size().height() / 2)
        document.drawContents(painter)
        painter.restore()

    def _document(self, before: str, words: str, after: str) -> QTextDocument:
        """Return the sentence as a document of one line, in its own direction."""
        document, option = QTextDocument(), QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        direction = Qt.LayoutDirection.RightToLeft if runs_leftwards(before + words) else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        document.setDefaultTextOption(option)
        document.setDefaultFont(self._font)
        document.setDocumentMargin(0)
        plain, marked, cursor = QTextCharFormat(), QTextCharFormat(), QTextCursor(document)
        for form in (plain, marked):
            form.setForeground(self._look.theme.text)
        if self._shown.colours:
            marked.setBackground(self._shown.colours.tint)
        for text, form in ((before, plain), (words, marked), (after, plain)):
            cursor.insertText(text, form)
        return document

    def _paint_keys(self, painter: QPainter, whole: QRectF) -> float:
        """Paint the keys at the end; return the width that they take."""
        metrics = QFontMetricsF(self._small)
        widths = [key_cap_width(key) + GAP + metrics.horizontalAdvance(words) + BETWEEN for key, words in self._keys]
        x, middle = whole.right() - sum(widths), whole.center().y()
        painter.setFont(self._small)
        for (key, words), width in zip(self._keys, widths, strict=True):
            cap = key_cap_width(key)
            at = placed(painter, QRectF(x, middle - 9, cap, 18), whole)
            paint_key_cap(painter, QPointF(at.left(), middle), key, self._look.theme)
            painter.setFont(self._small)
            painter.setPen(self._look.theme.muted)
            box = QRectF(x + cap + GAP, middle - 12, width, 24)
            painter.drawText(placed(painter, box, whole), LEADING | Qt.TextFlag.TextSingleLine, words)
            x += width
        return sum(widths) + BETWEEN
