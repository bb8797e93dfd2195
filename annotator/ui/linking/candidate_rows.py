"""Rows of the candidates: number, badge, words, what they would be linked by, and how far away they are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.session.editing.relations.link_candidates import Candidate
from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.editing.relations.relation_words import direction_words
from annotator.session.session import Session
from annotator.translation.messages import _, in_digits, listed, number
from annotator.ui.linking.relation_line import directed
from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import CENTRE, LIST_BADGE, paint_badge
from annotator.ui.theme.tokens import Theme
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.lists.rows_view import RowDelegate
from annotator.ui.widgets.words.line_of_text import paint_line

ROW_HEIGHT, DISC, DISC_LEFT, BADGE_LEFT, TEXT_LEFT, RIGHT, GAP, LINE = 46, 18, 14, 42, 70, 16, 8, 19
MOST_FAR = 0.5
"""Largest share of a row's width that the distance may take."""


class CandidateRows(RowsModel[Candidate]):
    """Model of the candidates that are listed."""

    def __init__(self, session: Session, mode: LinkMode, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._mode = session, mode

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return spoken(self.rows[index.row()], self._session, self._mode)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        free = self.rows[index.row()].free
        return Qt.ItemFlag.ItemIsEnabled | (Qt.ItemFlag.ItemIsSelectable if free else Qt.ItemFlag.NoItemFlags)


def relation_line(candidate: Candidate) -> str:
    """Return the relations that can be made, or those that are made already, with an arrow where they lead inwards."""
    options = candidate.free or candidate.allowed
    words = listed(direction_words(option.rule.id, inwards=option.inwards) for option in options)
    if not candidate.free:
        words = _("linked already: {relation}").format(relation=words)
    return directed(words, inwards=bool(options) and options[0].inwards)


def spoken(candidate: Candidate, session: Session, mode: LinkMode) -> str:
    """Return the row in one line, for screen readers."""
    annotation = candidate.annotation
    parts = [
        in_digits(str(mode.number_of(candidate) or "")),
        label_name(session.scheme, annotation.label),
        plain_line(session.words(annotation)),
        relation_line(candidate),
        mode.distance(candidate),
    ]
    return ", ".join(filter(None, parts))


class CandidateDelegate(RowDelegate):
    """Painter of the rows."""

    def __init__(self, rows: CandidateRows, session: Session, mode: LinkMode, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._rows, self._session, self._mode = rows, session, mode
        self._words, self._small = chrome_font(), small_font()
        self._words_metrics, self._small_metrics = QFontMetricsF(self._words), QFontMetricsF(self._small)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:
        candidate, theme = self._rows.rows[row], self.theme
        disc = QRectF(rect.left() + DISC_LEFT, rect.center().y() - DISC / 2, DISC, DISC)
        if candidate.free:
            shown = self._mode.number_of(candidate)
            if shown:
                paint_number(painter, placed(painter, disc, rect), shown, theme, filled=selected)
        else:
            paint_icon(painter, placed(painter, disc, rect), "check", theme.muted, 14)
        annotation = candidate.annotation
        colours = theme.label(self._session.scheme.label(annotation.label), annotation.label)
        badge = QRectF(rect.left() + BADGE_LEFT, rect.center().y() - LIST_BADGE / 2, LIST_BADGE, LIST_BADGE)
        paint_badge(painter, placed(painter, badge, rect), colours, colours.sign)
        self._paint_words(painter, rect, candidate)

    def _paint_words(self, painter: QPainter, rect: QRectF, candidate: Candidate) -> None:
        theme, top = self.theme, rect.center().y() - LINE
        room = QRectF(rect.left() + TEXT_LEFT, top, rect.width() - TEXT_LEFT - RIGHT, LINE)
        painter.setFont(self._small)
        painter.setPen(theme.muted)
        paint_line(
            painter,
            placed(painter, room.translated(0, LINE), rect),
            relation_line(candidate),
            self._small_metrics,
            leading=True,
        )
        far = self._mode.distance(candidate)
        width = min(self._small_metrics.horizontalAdvance(far) + 1, room.width() * MOST_FAR)
        end = QRectF(room.right() - width, top, width, LINE)
        paint_line(painter, placed(painter, end, rect), far, self._small_metrics)
        painter.setFont(self._words)
        painter.setPen(theme.text if candidate.free else theme.muted)
        words = plain_line(self._session.words(candidate.annotation))
        paint_line(painter, placed(painter, room.adjusted(0, 0, -width - GAP, 0), rect), words, self._words_metrics)


def paint_number(painter: QPainter, rect: QRectF, shown: int, theme: Theme, *, filled: bool) -> None:
    """Draw the disc with the number that chooses a candidate, ``filled`` for the current one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(theme.accent)
    pen.setWidthF(1.5)
    painter.setPen(pen)
    painter.setBrush(theme.accent if filled else theme.raised)
    painter.drawEllipse(rect.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.setPen(theme.accent_text if filled else theme.accent)
    painter.setFont(chrome_font(-3 if rect.height() < DISC else -2, MEDIUM))
    painter.drawText(rect, CENTRE, number(shown))
    painter.restore()
