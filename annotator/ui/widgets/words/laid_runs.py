"""Runs of text laid out as one wrapped text, and painted with the ground and the line of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from annotator.language.plain_line import runs_leftwards
from annotator.ui.theme.fonts import STRONG
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.sharp import paint_outline, pen, ratio_of, stroke_centre
from annotator.ui.theme.tokens import Theme
from annotator.ui.widgets.words.wrap_mode import wrap_mode
from annotator.ui.widgets.words.wrapping_label import lay_out

NARROWEST, RADIUS = 60, 3


class Kind(Enum):
    """Appearance of a run; each highlighted kind differs by more than colour."""

    PLAIN = "plain"
    MUTED = "muted"
    MARKED = "marked"
    ALTERED = "altered"
    MISSING = "missing"
    STRUCK = "struck"
    STRONG = "strong"


WITHOUT_GROUND = frozenset({Kind.PLAIN, Kind.MUTED, Kind.STRUCK, Kind.STRONG})
LINES = {Kind.ALTERED: Qt.PenStyle.SolidLine, Kind.MISSING: Qt.PenStyle.DashLine}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text with one appearance."""

    text: str
    kind: Kind = Kind.PLAIN


class LaidRuns:
    """Runs in lines ``width`` pixels wide. ``height`` is that of the lines, in pixels."""

    def __init__(self, runs: Sequence[Run], font: QFont, width: int, theme: Theme) -> None:
        self._runs, self._theme = runs, theme
        text = "".join(run.text for run in runs)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(wrap_mode(text))
        leftwards = runs_leftwards(text)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        self._layout.setFormats(list(self._formats()))
        self.height = round(lay_out(self._layout, max(width, NARROWEST)))

    def paint(self, painter: QPainter, corner: QPointF, colours: LabelColours | None = None) -> None:
        """Draw the text with its top left at ``corner``; ``colours`` are those of marked runs, the accent's if None."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(corner)
        start = 0
        for run in self._runs:
            length = _units(run.text)
            for number in range(self._layout.lineCount()):
                self._paint_ground(painter, self._layout.lineAt(number), (start, start + length), run.kind, colours)
            start += length
        painter.setPen(self._theme.text)
        self._layout.draw(painter, QPointF())
        painter.restore()

    def fitting(self, lines: int) -> str:
        """Return the text as far as it stands on that many lines."""
        if self._layout.lineCount() <= lines:
            return self._layout.text()
        last = self._layout.lineAt(lines - 1)
        units = self._layout.text().encode("utf-16-le", "surrogatepass")[: 2 * (last.textStart() + last.textLength())]
        return units.decode("utf-16-le", "ignore")

    def _paint_ground(
        self, painter: QPainter, line: QTextLine, span: tuple[int, int], kind: Kind, colours: LabelColours | None
    ) -> None:
        """Draw the background of that part of a run that lies in ``line``; ``span`` is in UTF-16 offsets."""
        start, end = max(span[0], line.textStart()), min(span[1], line.textStart() + line.textLength())
        if start >= end or kind in WITHOUT_GROUND:
            return
        theme, edges = self._theme, sorted(_x(line, at) for at in (start, end))
        box = QRectF(edges[0] - 1, line.y(), edges[1] - edges[0] + 2, line.height())
        if kind is not Kind.MISSING:
            painter.setPen(Qt.PenStyle.NoPen)
            tint = colours.tint if colours else theme.accent_soft
            painter.setBrush(tint if kind is Kind.MARKED else theme.warning_bg)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
            if kind is Kind.MARKED and tint == theme.base:
                paint_outline(painter, box, theme.text, RADIUS)
        if kind in LINES:
            stroke = pen(theme.warning if kind is Kind.ALTERED else theme.muted, 1.5, ratio_of(painter))
            stroke.setStyle(LINES[kind])
            painter.setPen(stroke)
            y = stroke_centre(box.bottom(), 1.5, ratio_of(painter))
            painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y))

    def _formats(self) -> Iterator[QTextLayout.FormatRange]:
        start = 0
        for run in self._runs:
            shape, found = QTextCharFormat(), QTextLayout.FormatRange()
            shape.setForeground(_ink(run.kind, self._theme))
            shape.setFontStrikeOut(run.kind is Kind.STRUCK)
            if run.kind is Kind.STRONG:
                shape.setFontWeight(STRONG)
            found.start, found.length, found.format = start, _units(run.text), shape
            start += found.length
            yield found


def fitted(runs: Sequence[Run], font: QFont, width: int, theme: Theme, lines: int) -> LaidRuns:
    """Return the runs laid out on that many lines at most; what does not fit is cut off with “…”."""
    laid = LaidRuns(runs, font, width, theme)
    fits = laid.fitting(lines)
    if len(fits) == sum(len(run.text) for run in runs):
        return laid
    left, kept = max(len(fits.rstrip()) - 2, 0), list[Run]()
    for run in runs:
        kept.append(replace(run, text=run.text[:left]))
        left -= len(kept[-1].text)
    return LaidRuns([*(run for run in kept if run.text), Run("…", Kind.MUTED)], font, width, theme)


def _units(text: str) -> int:
    """Return the number of UTF-16 code units, in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _x(line: QTextLine, at: int) -> float:
    x, _ = cast(tuple[float, int], line.cursorToX(at))
    return x


def _ink(kind: Kind, theme: Theme) -> QColor:
    return theme.muted if kind in (Kind.MUTED, Kind.MISSING, Kind.STRUCK) else theme.text
