"""Painting of a passage on a few lines: words in bold, differences underlined on a coloured background."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from annotator.language.plain_line import runs_leftwards
from annotator.ui.panels.places.passage import AROUND, Kind, Passage, Piece, plain, shortened
from annotator.ui.theme.fonts import STRONG, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.tokens import Theme
from annotator.ui.widgets.words.wrap_mode import wrap_mode

LINES = 3
LEADING = 2
TO_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
TO_THE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
AROUND_AT_MOST = (AROUND, 18, 8, 0)


class PassagePainter:
    """Painter in the window's font that shortens the context, then the words, to LINES lines."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._font = chrome_font()
        self.line_height = QFontMetricsF(self._font).height() + LEADING
        self._fitted = lru_cache(maxsize=256)(self._fit)

    @property
    def height(self) -> float:
        """Height in pixels of LINES lines."""
        return LINES * self.line_height

    def paint(self, painter: QPainter, rect: QRectF, passage: Passage) -> None:
        """Draw the passage from the top of ``rect``."""
        fitted = self._fitted(passage, rect.width())
        layout = self._laid_out(fitted, rect.width())
        painter.setPen(self._look.theme.text)
        layout.draw(painter, rect.topLeft())

    def _fit(self, passage: Passage, width: float) -> Passage:
        for around in AROUND_AT_MOST:
            fitted = shortened(passage, around)
            layout = self._laid_out(fitted, width)
            if layout.lineCount() <= LINES:
                return fitted
        return _cut_to(fitted, _end_of_last_line(layout) - 2)

    def _laid_out(self, passage: Passage, width: float) -> QTextLayout:
        layout = QTextLayout(plain(passage), self._font)
        option = QTextOption()
        option.setWrapMode(wrap_mode(layout.text()))
        words = plain(piece for piece in passage if piece.kind is not Kind.AROUND)
        leftwards = runs_leftwards(words)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
        option.setAlignment(TO_THE_RIGHT if leftwards else TO_THE_LEFT)
        layout.setTextOption(option)
        layout.setFormats(list(_formats(passage, self._look.theme)))
        self._set_lines(layout, width)
        return layout

    def _set_lines(self, layout: QTextLayout, width: float) -> None:
        layout.beginLayout()
        y, line = 0.0, layout.createLine()
        while line.isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, y))
            y += self.line_height
            line = layout.createLine()
        layout.endLayout()


def _formats(passage: Passage, theme: Theme) -> Iterator[QTextLayout.FormatRange]:
    at = 0
    for piece in passage:
        form = QTextLayout.FormatRange()
        form.start, form.length = at, _width_in_qt(piece.text)
        form.format = _format(piece.kind, theme)
        at += form.length
        yield form


def _format(kind: Kind, theme: Theme) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(theme.muted if kind is Kind.AROUND else theme.text)
    if kind is not Kind.AROUND:
        form.setFontWeight(STRONG)
    if kind is Kind.DIFFERENT:
        form.setBackground(theme.warning_bg)
        form.setFontUnderline(True)
        form.setUnderlineColor(theme.warning)
    return form


def _end_of_last_line(layout: QTextLayout) -> int:
    line = layout.lineAt(LINES - 1)
    return line.textStart() + line.textLength()


def _cut_to(passage: Passage, length: int) -> Passage:
    """Return the passage up to the UTF-16 offset ``length``, with an ellipsis."""
    kept: list[Piece] = []
    for piece in passage:
        room = max(length, 0)
        text = piece.text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
        kept.append(Piece(piece.kind, text))
        length -= _width_in_qt(piece.text)
        if length <= 0:
            break
    return (*kept[:-1], Piece(kept[-1].kind, kept[-1].text.rstrip() + "…"))


def _width_in_qt(text: str) -> int:
    """Return the number of UTF-16 code units, in which Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
