"""Rows of the queue: glyph of the decision, badge, words, and what has been decided or said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from annotator.review.reviewing import Outcome, Reviewed
from annotator.translation.messages import _, ngettext, number
from annotator.ui.review.outcomes import ICONS, outcome_colour, outcome_words
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import LIST_BADGE, paint_badge
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.lists.rows_view import RowDelegate
from annotator.ui.widgets.words.line_of_text import paint_line

ROW_HEIGHT, SIDE, GLYPH, BADGE_LEFT, TEXT_LEFT, GAP = 29, 18, 14, 42, 68, 8


@dataclass(frozen=True, slots=True)
class QueueRow:
    """Row of the queue; ``comments`` are open threads, ``unsure``: the annotator has said so."""

    reviewed: Reviewed
    words: str
    label: str
    comments: int = 0
    unsure: bool = False

    @property
    def about(self) -> str:
        """Word of the decision, else the comments, else the annotator's doubt."""
        outcome = self.reviewed.outcome
        if outcome is not Outcome.UNDECIDED:
            return outcome_words(outcome)
        return self.said or (_("? not sure") if self.unsure else "")

    @property
    def said(self) -> str:
        """Number of open comments in words; empty for none."""
        words = ngettext("{count} comment", "{count} comments", self.comments)
        return words.format(count=number(self.comments)) if self.comments else ""


class QueueRows(RowsModel[QueueRow]):
    """Model of the rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            row = self.rows[index.row()]
            doubt = _("not sure") if row.unsure else ""
            return ", ".join(filter(None, (row.label, row.words, doubt, row.said, outcome_words(row.reviewed.outcome))))
        return None


class QueueDelegate(RowDelegate):
    """Painter of the rows; ``colours`` returns those of a label."""

    def __init__(self, rows: QueueRows, colours: Callable[[str], LabelColours], look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._rows, self._colours = rows, colours
        self._words, self._small = chrome_font(), small_font()

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:  # noqa: ARG002
        shown, theme = self._rows.rows[row], self.theme
        middle = rect.center().y()
        glyph = placed(painter, QRectF(rect.left() + SIDE, middle - GLYPH / 2, GLYPH, GLYPH), rect)
        paint_outcome(painter, glyph, shown.reviewed.outcome, self._look)
        colours = self._colours(shown.reviewed.annotation.label)
        badge = QRectF(rect.left() + BADGE_LEFT, middle - LIST_BADGE / 2, LIST_BADGE, LIST_BADGE)
        paint_badge(painter, placed(painter, badge, rect), colours, colours.sign)
        metrics, small = QFontMetricsF(self._words), QFontMetricsF(self._small)
        width = small.horizontalAdvance(shown.about) + 1 if shown.about else 0
        room = QRectF(rect.left() + TEXT_LEFT, rect.top(), rect.width() - TEXT_LEFT - SIDE, rect.height())
        painter.setFont(self._small)
        unsure = shown.unsure and shown.reviewed.outcome is Outcome.UNDECIDED and not shown.comments
        painter.setPen(theme.warning if unsure else theme.muted)
        about = QRectF(room.right() - width, room.top(), width, room.height())
        paint_line(painter, placed(painter, about, rect), shown.about, small)
        painter.setFont(self._words)
        painter.setPen(theme.text)
        words = room.adjusted(0, 0, -width - GAP if width else 0, 0)
        paint_line(painter, placed(painter, words, rect), shown.words, metrics, leading=True)


def paint_outcome(painter: QPainter, rect: QRectF, outcome: Outcome, look: Look) -> None:
    """Draw the glyph of the outcome into ``rect``; an open ring for what is not decided."""
    colour = outcome_colour(outcome, look.theme)
    if icon := ICONS.get(outcome):
        paint_icon(painter, rect, icon, colour, GLYPH)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.adjusted(2, 2, -2, -2))
    painter.restore()


def rows_by_id(rows: list[QueueRow]) -> Mapping[str, int]:
    """Return the place of each row by the id of its annotation."""
    return {row.reviewed.annotation.id: place for place, row in enumerate(rows)}
