"""Rows of the differences, under a heading for each kind: decision, badge, words and who has a version."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.review.comparing import Cluster, by_kind
from annotator.session.review.compare_mode import CompareMode
from annotator.session.review.compared_names import LETTERS
from annotator.session.session import Session
from annotator.translation.messages import _, number
from annotator.ui.review.compare.kept_pictures import KeptPictures
from annotator.ui.review.compare.kind_words import KINDS, kind_words
from annotator.ui.theme.fonts import chrome_font, header_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, placed
from annotator.ui.theme.paint import LIST_BADGE, RING, paint_badge, paint_ring
from annotator.ui.theme.sharp import paint_dashes
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.lists.rows_view import Index, RowDelegate
from annotator.ui.widgets.words.line_of_text import paint_line

ROW_HEIGHT, GLYPH_LEFT, BADGE_LEFT, TEXT_LEFT, RIGHT, GAP = 29, 12, 34, 60, 14, 4
CHOSEN, HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable, Qt.ItemFlag.ItemIsEnabled
"""Flags of rows: put together once, as the view asks for them three times for each row that it paints."""

ALONE = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver
"""States of one row among all, which is drawn without a picture."""

MOST_ROWS = 100
"""Rows that are kept as pictures: a step leads to another kind, where most rows were in sight before."""

Row = Cluster | str
"""A difference, or the heading of a kind."""


class Shown(NamedTuple):
    """Words, letters and state in the row of a difference; ``badge`` is the label's letter with its colour."""

    words: str
    letters: tuple[str, ...]
    badge: tuple[str, int]
    is_open: bool


class DifferenceRows(RowsModel[Row]):
    """Model of the differences by kind."""

    def __init__(self, mode: CompareMode, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._mode, self._session = mode, session
        self._counts: dict[str, int] = {}
        self._places: dict[int, int] = {}

    def refill(self) -> None:
        """Show the differences of the mode."""
        kinds = by_kind(self._mode.differences)
        self._counts = {kind: len(some) for kind, some in kinds.items()}
        rows: list[Row] = []
        for kind, some in kinds.items():
            rows += [kind, *some]
        self._places = {id(row): place for place, row in enumerate(rows) if isinstance(row, Cluster)}
        self.show_rows(rows)

    def row_of(self, cluster: Cluster | None) -> int:
        """Return the row of the difference, -1 for none."""
        return self._places.get(id(cluster), -1)

    def count(self, kind: str) -> int:
        """Return how many differences are listed with the kind."""
        return self._counts.get(kind, 0)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self._spoken(self.rows[index.row()])
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return CHOSEN if isinstance(self.rows[index.row()], Cluster) else HEADING

    def words(self, cluster: Cluster) -> str:
        """Return the words of all versions in one line."""
        return plain_line(cluster.span.of(self._session.document.article.text))

    def _spoken(self, row: Row) -> str:
        if not isinstance(row, Cluster):
            return f"{_(KINDS[row])}, {number(self.count(row))}"
        first = next(iter(row.versions.values()))
        state = "" if self._mode.is_open(row) else _("decided")
        names = ", ".join(self._mode.name(name) for name in self._mode.annotators if name in row.versions)
        parts = (label_name(self._session.scheme, first.label), self.words(row), kind_words(row), names, state)
        return ", ".join(filter(None, parts))


class DifferenceDelegate(RowDelegate):
    """Painter of the rows."""

    def __init__(self, rows: DifferenceRows, mode: CompareMode, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._rows, self._mode, self._session = rows, mode, session
        self._words = chrome_font()
        self._metrics = QFontMetricsF(self._words)
        self._pictures, self._whole = KeptPictures(look), KeptPictures(look, MOST_ROWS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        draw, shown = super().paint, self._rows.rows[index.row()]
        if not isinstance(shown, Cluster) or option.state & ALONE:
            draw(painter, option, index)
            return

        def draw_row(inner: QPainter, rect: QRectF) -> None:
            moved = QStyleOptionViewItem(option)
            moved.rect = rect.toRect()
            draw(inner, moved, index)

        painter.setLayoutDirection(option.direction)
        self._whole.paint(painter, QRectF(option.rect), self._shown(shown), draw_row, self.theme.panel)

    def _shown(self, cluster: Cluster) -> Shown:
        """Return what the row of a difference shows."""
        colours, versions = self._colours(cluster), cluster.versions
        letters = (
            letter if name in versions else "" for name, letter in zip(self._mode.annotators, LETTERS, strict=False)
        )
        badge = colours.sign, colours.base.rgba()
        return Shown(self._rows.words(cluster), tuple(letters), badge, self._mode.is_open(cluster))

    def _colours(self, cluster: Cluster) -> LabelColours:
        label = next(iter(cluster.versions.values())).label
        return self.theme.label(self._session.scheme.label(label), label)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:  # noqa: ARG002  # all rows give it
        shown = self._rows.rows[row]
        if isinstance(shown, Cluster):
            self._paint_difference(painter, rect, shown)
        else:
            self._paint_heading(painter, rect, shown)

    def _paint_heading(self, painter: QPainter, rect: QRectF, kind: str) -> None:
        room = rect.adjusted(GLYPH_LEFT, 0, -RIGHT, 0)
        painter.setFont(header_font())
        painter.setPen(self.theme.text)
        title = _(KINDS[kind])
        painter.drawText(placed(painter, room, rect), LEADING, title)
        width = QFontMetricsF(header_font()).horizontalAdvance(title) + 2 * GAP
        painter.setFont(chrome_font())
        painter.setPen(self.theme.muted)
        painter.drawText(placed(painter, room.adjusted(width, 0, 0, 0), rect), LEADING, number(self._rows.count(kind)))

    def _paint_difference(self, painter: QPainter, rect: QRectF, cluster: Cluster) -> None:
        theme, shown, colours = self.theme, self._shown(cluster), self._colours(cluster)
        middle = rect.center().y()
        if not shown.is_open:
            glyph = QRectF(rect.left() + GLYPH_LEFT, middle - 7, 14, 14)
            paint_icon(painter, placed(painter, glyph, rect), "check", theme.success, 14)
        badge = QRectF(rect.left() + BADGE_LEFT, middle - LIST_BADGE / 2, LIST_BADGE, LIST_BADGE)
        draw = partial(paint_badge, colours=colours, letter=colours.sign)
        self._pictures.paint(painter, placed(painter, badge, rect), shown.badge, draw)
        width = len(shown.letters) * (RING + GAP)
        room = QRectF(rect.left() + TEXT_LEFT, rect.top(), rect.width() - TEXT_LEFT - RIGHT - width, rect.height())
        painter.setFont(self._words)
        painter.setPen(theme.text if shown.is_open else theme.muted)
        paint_line(painter, placed(painter, room, rect), shown.words, self._metrics, leading=True)
        rings = QRectF(rect.right() - RIGHT - width + GAP, middle - RING / 2, width, RING)
        draw = partial(self._paint_rings, letters=shown.letters)
        self._pictures.paint(painter, placed(painter, rings, rect), shown.letters, draw)

    def _paint_rings(self, painter: QPainter, room: QRectF, letters: Sequence[str]) -> None:
        for place, letter in enumerate(letters):
            ring = QRectF(place * (RING + GAP), 0, RING, RING)
            self._paint_ring(painter, placed(painter, ring, room), letter)

    def _paint_ring(self, painter: QPainter, ring: QRectF, letter: str) -> None:
        """Draw the letter of an annotator in a ring, or a dashed ring for one who has no version."""
        if not letter:
            paint_dashes(painter, ring, self.theme.control, RING / 2)
            return
        paint_ring(painter, ring, letter, self.theme)
