"""Matrix: which label of the one annotator stands for which of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _, ngettext, number
from annotator.ui.system.announcing import announce
from annotator.ui.theme.colour import contrast, over
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEFTWARDS, mirrored, painter_on, placed

SIDE, NAMES, HEAD, GAP, RADIUS = 16, 76, 26, 3, 4
WIDEST, HIGHEST, LEAST = 58, 42, 30
STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


class Matrix(QWidget):
    """Cells, one of which is chosen. ``chosen``: the labels of the cell. ``entered``: Enter on it."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._labels: list[str] = []
        self._names: dict[str, str] = {}
        self._counts: Mapping[tuple[str, str], int] = {}
        self._at = (0, 0)
        self._is_kept = False  # the user has chosen the cell
        self._is_listed = True
        self.setObjectName("agreementMatrix")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Which label for which"))
        look.changed.connect(self.update)

    def show_counts(
        self, labels: Sequence[str], names: Mapping[str, str], counts: Mapping[tuple[str, str], int]
    ) -> None:
        """Show how often labels stand for each other; ``names`` are those shown. An empty label is no annotation."""
        kept = self.cell if self._is_kept else None
        used = {label for pair in counts for label in pair}
        self._labels = [label for label in labels if label in used] + ([""] if counts else [])
        self._names = {**names, "": _("nothing")}
        self._counts = counts
        if kept and {*kept} <= {*self._labels}:
            self._at = self._labels.index(kept[0]), self._labels.index(kept[1])
        else:
            self._at, self._is_kept = self._strongest(), False
        self.setFixedHeight(HEAD + len(self._labels) * HIGHEST + 8)
        self.updateGeometry()
        self.update()

    def _strongest(self) -> tuple[int, int]:
        """Return the place of the cell with most differences."""
        apart = [pair for pair in self._counts if pair[0] != pair[1]]
        if not apart:
            return 0, 0
        one, other = max(apart, key=lambda pair: self._counts[pair])
        return self._labels.index(one), self._labels.index(other)

    @property
    def cell(self) -> tuple[str, str]:
        """Labels of the chosen cell."""
        row, column = self._at
        return (self._labels[row], self._labels[column]) if self._labels else ("", "")

    def words(self, cell: tuple[str, str]) -> str:
        """Return the cell in a sentence."""
        one, other = (self._names.get(label, label) for label in cell)
        count = self._counts.get(cell, 0)
        # Translators: A and B are the two annotators; the names are those of labels, or “nothing”.
        return ngettext(
            "{count} place: {one} by A, {other} by B", "{count} places: {one} by A, {other} by B", count
        ).format(count=number(count), one=one, other=other)

    def sizeHint(self) -> QSize:
        return QSize(2 * SIDE + NAMES + max(len(self._labels), 4) * WIDEST, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * SIDE + NAMES + max(len(self._labels), 4) * LEAST, HEAD + len(self._labels) * HIGHEST)

    def show_chosen(self, *, on: bool) -> None:
        """Show which cell is chosen, or none."""
        self._is_listed = on
        self.update()

    def choose(self, row: int, column: int) -> None:
        """Choose a cell, if it exists, and tell it."""
        if 0 <= row < len(self._labels) and 0 <= column < len(self._labels):
            self._at, self._is_kept = (row, column), True
            self.setAccessibleDescription(self.words(self.cell))
            announce(self, self.words(self.cell))
            self.update()
            self.chosen.emit(self.cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            down, across = STEPS[key]
            self.choose(self._at[0] + down, self._at[1] + (-across if self.isRightToLeft() else across))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.cell)
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        for row in range(len(self._labels)):
            for column in range(len(self._labels)):
                if self._shown(self._cell(row, column)).contains(at):
                    self.choose(row, column)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, whole = painter_on(self), self._look.theme, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font())
        metrics = QFontMetricsF(small_font())
        for at, label in enumerate(self._labels):
            painter.setPen(theme.muted)
            cell = self._cell(at, at)
            head = QRectF(cell.left(), 0, cell.width(), HEAD)
            words = self._names.get(label, label)
            painter.drawText(
                placed(painter, head, whole),
                CENTRE,
                metrics.elidedText(words, Qt.TextElideMode.ElideRight, head.width()),
            )
            painter.setPen(theme.text)
            name = QRectF(SIDE, cell.top(), NAMES - 8, cell.height())
            end = Qt.AlignmentFlag.AlignVCenter | (
                Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
            )
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, name.width())
            painter.drawText(placed(painter, name, whole), end | Qt.AlignmentFlag.AlignAbsolute, shown)
        self._paint_cells(painter)

    def _paint_cells(self, painter: QPainter) -> None:
        theme = self._look.theme
        apart = [count for (one, other), count in self._counts.items() if one != other]
        most = max(apart, default=0)
        for row, one in enumerate(self._labels):
            for column, other in enumerate(self._labels):
                rect = self._shown(self._cell(row, column))
                count = self._counts.get((one, other), 0)
                ground = theme.base
                if one == other and one:
                    ground = theme.pressed if count else theme.base
                elif count:
                    ground = over(theme.accent, 0.2 + 0.6 * count / most, theme.base)
                painter.setPen(QPen(theme.border, 1))
                painter.setBrush(ground)
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
                inks = (theme.text, theme.accent_text, theme.base) if count else (theme.muted,)
                painter.setPen(max(inks, key=lambda ink: contrast(ink, ground)))
                painter.setFont(chrome_font(-1))
                painter.drawText(rect, CENTRE, number(count) if one or other else "–")
                if (row, column) == self._at and (self._is_listed or self.hasFocus()):
                    painter.setPen(QPen(theme.text, 2 if self.hasFocus() else 1.5))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(rect.adjusted(0, 0, 0, 0), RADIUS + 1, RADIUS + 1)

    def _cell(self, row: int, column: int) -> QRectF:
        count = max(len(self._labels), 1)
        width = min((self.width() - 2 * SIDE - NAMES) / count, WIDEST)
        start = QPointF(SIDE + NAMES + column * width, HEAD + row * HIGHEST)
        return QRectF(start.x(), start.y(), width - GAP, HIGHEST - GAP)

    def _shown(self, rect: QRectF) -> QRectF:
        return mirrored(rect, QRectF(self.rect())) if self.layoutDirection() == LEFTWARDS else rect
