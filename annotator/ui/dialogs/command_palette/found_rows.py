"""List of what was found, with headings between the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.language.plain_line import runs_leftwards
from annotator.session.session import Session
from annotator.translation.messages import listed
from annotator.ui.dialogs.command_palette.candidates import Candidate, Found
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, LEFTWARDS, placed
from annotator.ui.theme.paint import LIST_BADGE, STATUS_GLYPH, paint_badge, paint_status, row_ground
from annotator.ui.widgets.key_caps import caps_width, paint_caps
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.words.line_of_text import paint_line

Index = QModelIndex | QPersistentModelIndex
Row = Found | str
ROW_HEIGHT, HEADING_HEIGHT = 34, 26
INSET, GAP, DIM = 20, 10, 0.45
FOUND_WEIGHT = QFont.Weight(650)


class FoundModel(RowsModel[Row]):
    """List model of found candidates and of headings, which cannot be selected."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()]
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if isinstance(row, Found) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.candidate.text if isinstance(row, Found) else row
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case _:
                return None


class FoundDelegate(QStyledItemDelegate):
    """Painter of a row: badge or status glyph, text with the matched letters in bold, detail and keys at the right."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        return QSize(100, height_of(model.rows[index.row()]) if isinstance(model, FoundModel) else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        row = model.rows[index.row()] if isinstance(model, FoundModel) else ""
        rect = QRectF(option.rect)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if isinstance(row, Found):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            row_ground(painter, rect.adjusted(2, 0, -2, 0), self._look.theme, selected=selected, hovered=False)
            self._paint_found(painter, rect.adjusted(INSET, 0, -INSET, 0), row)
        else:
            painter.setFont(small_font())
            painter.setPen(self._look.theme.muted)
            painter.drawText(rect.adjusted(INSET, 0, -INSET, 0), LEADING, row)
        painter.restore()

    def _paint_found(self, painter: QPainter, rect: QRectF, row: Found) -> None:
        candidate, theme = row.candidate, self._look.theme
        painter.setOpacity(DIM if candidate.reason else 1)
        keys = caps_width(candidate.keys)
        caps = placed(painter, QRectF(rect.right() - keys, rect.top(), keys, rect.height()), rect)
        paint_caps(painter, QPointF(caps.left(), rect.center().y()), candidate.keys, theme, on_raised=True)
        right = rect.right() - (keys + GAP if keys else 0)
        left = self._paint_sign(painter, rect, candidate)
        metrics = QFontMetricsF(chrome_font())
        width = min(metrics.horizontalAdvance(candidate.detail) + 1, (right - left) * 0.45)
        painter.setPen(theme.muted)
        painter.setFont(chrome_font())
        detail = placed(painter, QRectF(right - width, rect.top(), width, rect.height()), rect)
        paint_line(painter, detail, candidate.detail, metrics)
        text = QRectF(left, rect.top(), right - width - GAP - left, rect.height())
        paint_marked(painter, placed(painter, text, rect), candidate.text, row.places, theme.text)

    def _paint_sign(self, painter: QPainter, rect: QRectF, candidate: Candidate) -> float:
        """Draw the label's badge or the status glyph, if any; return where the text begins, from left to right."""
        if candidate.badge:
            known = self._session.scheme.label(candidate.badge) if self._session.current else None
            colours = self._look.theme.label(known, candidate.badge)
            box = QRectF(rect.left(), round(rect.center().y() - LIST_BADGE / 2), LIST_BADGE, LIST_BADGE)
            paint_badge(painter, placed(painter, box, rect), colours, colours.sign)
            return box.right() + GAP
        if candidate.status:
            box = QRectF(rect.left(), rect.top(), STATUS_GLYPH, rect.height())
            paint_status(painter, placed(painter, box, rect), candidate.status, self._look.theme)
            return box.right() + GAP
        return rect.left()


def paint_marked(painter: QPainter, rect: QRectF, text: str, places: Sequence[int], colour: QColor) -> None:
    """Draw one line of text with the letters at ``places`` in bold, elided at the right."""
    painter.setPen(colour)
    plain, bold = chrome_font(), chrome_font(0, FOUND_WEIGHT)
    if not places or runs_leftwards(text):
        painter.setFont(plain)
        paint_line(painter, rect, text, QFontMetricsF(plain), leading=True)
        return
    measures = QFontMetricsF(plain), QFontMetricsF(bold)
    runs = [(marked, part, measures[marked].horizontalAdvance(part)) for marked, part in _runs(text, frozenset(places))]
    x = rect.left()
    if painter.layoutDirection() == LEFTWARDS:
        x = max(rect.right() - sum(width for _marked, _part, width in runs), x)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for marked, part, width in runs:
        room = rect.right() - x
        fits = width <= room  # asked first: cutting off takes three times as long
        shown = part if fits else measures[marked].elidedText(part, Qt.TextElideMode.ElideRight, room)
        painter.setFont(bold if marked else plain)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(x, rect.top(), room, rect.height()), flags, shown)
        x += width
        if shown != part:
            return


def rows_of(found: Iterable[tuple[str, Sequence[Found]]]) -> list[Row]:
    """Return the candidates of all sources in one list, each source after its heading."""
    rows: list[Row] = []
    for heading, some in found:
        if some and heading:
            rows.append(heading)
        rows.extend(some)
    return rows


def height_of(row: Row) -> int:
    """Return the row's height in pixels."""
    return ROW_HEIGHT if isinstance(row, Found) else HEADING_HEIGHT


def spoken(row: Row) -> str:
    """Return the row's text for a screen reader."""
    if isinstance(row, str):
        return row
    parts = (row.candidate.text, row.candidate.detail, " ".join(row.candidate.keys), row.candidate.reason)
    return listed(part for part in parts if part)


def _runs(text: str, places: frozenset[int]) -> Iterator[tuple[bool, str]]:
    for marked, group in groupby(enumerate(text), key=lambda item: item[0] in places):
        yield marked, "".join(char for _, char in group)
