"""Wrapped text with highlighted runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.language.plain_line import runs_leftwards
from annotator.model.visible import visible
from annotator.ui.theme.fonts import STRONG
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline, pen, ratio_of, stroke_centre
from annotator.ui.theme.tokens import Theme
from annotator.ui.widgets.words.wrap_mode import wrap_mode
from annotator.ui.widgets.words.wrapping_label import lay_out

NARROWEST, UNDERLINE, RADIUS = 60, 2, 3


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


class RunsText(QLabel):
    """Widget that shows runs as one wrapped text; marked runs are drawn in a label's colours."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._runs: Sequence[Run] = ()
        self._colours: LabelColours | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    @property
    def runs(self) -> Sequence[Run]:
        """Runs shown, with invisible characters escaped."""
        return self._runs

    def show_runs(self, runs: Sequence[Run], colours: LabelColours | None = None) -> None:
        """Show ``runs``; ``colours`` are those of the marked ones, the accent's where None."""
        self._runs = [replace(run, text=visible(run.text)) for run in runs if run.text]
        self._colours = colours
        self.setAccessibleName("".join(run.text for run in self._runs))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width)[1] + UNDERLINE

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), NARROWEST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, round(QFontMetricsF(self.font()).lineSpacing()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._laid_out(self.width())[0]
        start = 0
        for run in self._runs:
            length = _units(run.text)
            for number in range(layout.lineCount()):
                self._paint_ground(painter, layout.lineAt(number), (start, start + length), run.kind)
            start += length
        painter.setPen(theme.text)
        layout.draw(painter, QPointF())

    def _paint_ground(self, painter: QPainter, line: QTextLine, span: tuple[int, int], kind: Kind) -> None:
        """Draw the background of that part of a run that lies in ``line``; ``span`` is in UTF-16 offsets."""
        start, end = max(span[0], line.textStart()), min(span[1], line.textStart() + line.textLength())
        if start >= end or kind in WITHOUT_GROUND:
            return
        theme, edges = self._look.theme, sorted(_x(line, at) for at in (start, end))
        box = QRectF(edges[0] - 1, line.y(), edges[1] - edges[0] + 2, line.height())
        if kind is not Kind.MISSING:
            painter.setPen(Qt.PenStyle.NoPen)
            tint = self._colours.tint if self._colours else theme.accent_soft
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

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        text = "".join(run.text for run in self._runs)
        layout = QTextLayout(text.replace("\n", "\u2028"), self.font())
        option = QTextOption()
        option.setWrapMode(wrap_mode(text))
        leftwards = runs_leftwards(text)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(list(self._formats()))
        return layout, round(lay_out(layout, max(width, NARROWEST)))

    def _formats(self) -> Iterator[QTextLayout.FormatRange]:
        start = 0
        for run in self._runs:
            shape, found = QTextCharFormat(), QTextLayout.FormatRange()
            shape.setForeground(_ink(run.kind, self._look.theme))
            shape.setFontStrikeOut(run.kind is Kind.STRUCK)
            if run.kind is Kind.STRONG:
                shape.setFontWeight(STRONG)
            found.start, found.length, found.format = start, _units(run.text), shape
            start += found.length
            yield found


def _units(text: str) -> int:
    """Return the number of UTF-16 code units, in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _x(line: QTextLine, at: int) -> float:
    x, _ = cast(tuple[float, int], line.cursorToX(at))
    return x


def _ink(kind: Kind, theme: Theme) -> QColor:
    return theme.muted if kind in (Kind.MUTED, Kind.MISSING, Kind.STRUCK) else theme.text
