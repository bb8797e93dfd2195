"""A text of a card in pieces: lit where not all versions have it, with dashes below where this version lacks it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from annotator.session.review.version_pieces import LACKING, OTHER, Pieces
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.theme.tokens import Theme
from annotator.ui.widgets.words.wrapping_label import laid_out

UNDERLINE, DASHES = 2, (3.0, 2.0)
"""Height of the line below what not all have; length and distance of dashes, in widths of their line."""


class VersionText:
    """Text that is laid out once, in the direction of ``widget``; ``height`` is that of its lines, in pixels."""

    def __init__(self, widget: QWidget, pieces: Pieces, font: QFont, width: int, *, muted: bool = False) -> None:
        self._pieces, self._muted = pieces, muted
        self._layout, self.height = laid_out(widget, "".join(piece.text for piece in pieces), font, width)

    def paint(self, painter: QPainter, corner: QPointF, theme: Theme) -> None:
        """Draw the text with its top left at ``corner``."""
        colours: list[QTextLayout.FormatRange] = []
        for how, start, length in self._ranges():
            for rect in self._rects(start, length):
                if how == OTHER:
                    self._light(painter, rect.translated(corner), theme)
                else:
                    _dash(painter, rect.translated(corner), theme.muted)
            colours.append(_coloured(start, length, theme.text if how == OTHER else theme.muted))
        painter.setPen(theme.muted if self._muted else theme.text)
        self._layout.draw(painter, corner, colours)

    def _ranges(self) -> Iterator[tuple[str, int, int]]:
        """Yield beginning and length of what is lit or lacking, as the layout counts."""
        at = 0
        for piece in self._pieces:
            length = len(piece.text.encode("utf-16-le", "surrogatepass")) // 2
            if piece.how in (OTHER, LACKING):
                yield piece.how, at, length
            at += length

    def _rects(self, start: int, length: int) -> Iterator[QRectF]:
        """Yield the parts of the lines that the range takes."""
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = max(start, line.textStart()), min(start + length, line.textStart() + line.textLength())
            if first < last:
                edges = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                yield QRectF(min(edges), line.y(), abs(edges[1] - edges[0]), line.height())

    def _light(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        ratio = ratio_of(painter)
        painter.fillRect(snapped_rect(rect, ratio), theme.warning_bg)
        line = QRectF(rect.left(), rect.bottom() - UNDERLINE, rect.width(), UNDERLINE)
        painter.fillRect(snapped_rect(line, ratio), theme.warning)


def _x(place: object) -> float:
    """Return the horizontal place out of what Qt's function returns: that alone, or with the position."""
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]


def _dash(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    dashes = QPen(colour, 1)
    dashes.setDashPattern(DASHES)
    painter.setPen(dashes)
    bottom = round(rect.bottom()) - 0.5
    painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))


def _coloured(start: int, length: int, colour: QColor) -> QTextLayout.FormatRange:
    found, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setForeground(colour)
    found.start, found.length, found.format = start, length, look
    return found
