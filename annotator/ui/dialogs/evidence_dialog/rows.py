"""Rows of the list of evidence: the columns, what stands in each, filtered and sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.corpus.evidence.listing import ListedEvidence
from annotator.language.folding import folded
from annotator.language.plain_line import plain_line
from annotator.language.quoted_words import quoted
from annotator.session.editing.evidence.evidence_words import file_words, kind_words, stance_words
from annotator.translation.messages import N_, _, listed
from annotator.ui.widgets.words.line_of_text import literal

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in pixels, and what stands in it."""

    heading: str
    width: int
    text: Callable[[ListedEvidence], str]


def _confidential(one: ListedEvidence) -> str:
    return _("confidential") if one.row.piece.confidential else ""


COLUMNS = (
    # Translators: heading of a column with the numbers of pieces of evidence, as E1
    Column(N_("No."), 52, lambda one: one.row.label),
    Column(N_("Title"), 160, lambda one: plain_line(one.row.piece.title)),
    Column(N_("Kind"), 84, lambda one: kind_words(one.row.piece.kind)),
    Column(N_("Stance"), 84, lambda one: stance_words(one.row.piece.stance)),
    Column(N_("Publisher"), 90, lambda one: plain_line(one.row.piece.publisher)),
    Column(N_("Link"), 100, lambda one: plain_line(one.row.piece.link or one.row.piece.archived)),
    Column(N_("Page or time"), 88, lambda one: plain_line(one.row.piece.page)),
    Column(N_("Seen on"), 88, lambda one: plain_line(one.row.piece.seen)),
    # Translators: heading of a column with the words of the claims that a piece of evidence is for
    Column(N_("For"), 136, lambda one: listed(map(quoted, one.claims))),
    Column(N_("File"), 108, lambda one: file_words(one.file)),
    Column(N_("Confidential"), 90, _confidential),
    Column(N_("Article"), 120, lambda one: plain_line(one.article)),
)


class EvidenceRows(QAbstractTableModel):
    """Model of the pieces that the filter leaves, in the order of a column."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: list[ListedEvidence] = []
        self._words: list[str] = []
        self._order = -1, Qt.SortOrder.AscendingOrder
        self.rows: list[ListedEvidence] = []

    def show_rows(self, rows: Sequence[ListedEvidence]) -> None:
        """Replace all rows."""
        self._all = [*rows]
        self._arrange()

    def narrow(self, words: str) -> None:
        """Leave the pieces in whose columns all of the words are."""
        self._words = folded(words).split()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by -1 as they were given."""
        self._order = column, order
        self._arrange()

    def row_of(self, article: str, id: str) -> int:
        """Return the row of a piece; -1 where it is not shown."""
        keys = [(one.article, one.row.piece.id) for one in self.rows]
        return keys.index((article, id)) if (article, id) in keys else -1

    def rowCount(
        self,
        parent: Index = QModelIndex(),  # noqa: B008  # Qt's own signature
    ) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(
        self,
        parent: Index = QModelIndex(),  # noqa: B008  # Qt's own signature
    ) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        return _(COLUMNS[section].heading) if across and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one, column = self.rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(one)
            case Qt.ItemDataRole.ToolTipRole:
                return literal(column.text(one))
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                return listed(text for each in COLUMNS if (text := each.text(one)))
            case _:
                return None

    def _arrange(self) -> None:
        self.beginResetModel()
        number, order = self._order
        self.rows = [one for one in self._all if self._is_meant(one)]
        if number >= 0:
            backwards = order == Qt.SortOrder.DescendingOrder
            self.rows.sort(key=lambda one: _key(number, one), reverse=backwards)
        self.endResetModel()

    def _is_meant(self, one: ListedEvidence) -> bool:
        if not self._words:
            return True
        text = folded("\n".join([*(column.text(one) for column in COLUMNS), one.row.piece.quote, one.row.piece.note]))
        return all(word in text for word in self._words)


def _key(number: int, one: ListedEvidence) -> tuple[bool, str | int, str]:
    """Return by what a row is sorted: empty cells last, numbers as numbers."""
    text = COLUMNS[number].text(one)
    return not text, one.row.number if number == 0 else folded(text), one.article
