"""Table model of the folder's articles that pass a filter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.language.folding import folded_query
from annotator.language.plain_line import plain_line
from annotator.model.document import NEW
from annotator.session.annotation_filter import Term
from annotator.session.editing.status_words import PROBLEM, status_in_sentence, status_words
from annotator.session.opening.article_filter import meets
from annotator.session.opening.entry import Entry
from annotator.session.opening.folder import Folder
from annotator.storage.files.file_error import shown
from annotator.translation.messages import listed
from annotator.ui.widgets.words.counted import counted_annotations
from annotator.ui.widgets.words.line_of_text import literal

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Filter by ``words`` in file name or title, by ``status`` and by ``terms``; an empty one lets everything pass."""

    words: str = ""
    status: str = ""
    terms: tuple[Term, ...] = ()

    def lets(self, entry: Entry) -> bool:
        """Return whether the filter lets the entry pass."""
        of_status = self.status in ("", shown_status(entry))
        return self.needle in entry.folded and of_status and meets(entry, self.terms)

    def narrows(self, other: ArticleFilter) -> bool:
        """Return whether the other filter lets everything pass that this one does, as that of one letter less does."""
        return other.needle in self.needle and other.status in ("", self.status) and other.terms == self.terms

    def passing(self, entries: Sequence[Entry], numbers: Iterable[int]) -> list[int]:
        """Return those of the ``numbers`` whose entries the filter lets pass."""
        needle, status = self.needle, self.status
        found = [number for number in numbers if needle in entries[number].folded]
        if status:
            found = [number for number in found if shown_status(entries[number]) == status]
        return [number for number in found if meets(entries[number], self.terms)] if self.terms else found

    @property
    def needle(self) -> str:
        return folded_query(self.words)


def shown_status(entry: Entry) -> str:
    """Return the status that a row shows; a problem takes precedence."""
    return PROBLEM if entry.problem else entry.status or NEW


class ArticleRows(QAbstractTableModel):
    """One row for every entry that passes the filter, in the folder's order."""

    def __init__(self, folder: Folder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._filter = ArticleFilter()
        self._shown: list[int] = []
        folder.listed.connect(lambda: self._list())
        folder.relisted.connect(lambda: self._list())
        folder.missing_changed.connect(lambda: self._list())
        folder.entries_changed.connect(self._entries_changed)
        self._list()

    @property
    def filter(self) -> ArticleFilter:
        return self._filter

    def set_filter(self, filter: ArticleFilter) -> None:
        if filter != self._filter:
            narrows, self._filter = filter.narrows(self._filter), filter
            self._list(self._shown if narrows else None)

    def entry(self, row: int) -> Entry:
        number, articles = self._shown[row], len(self._folder.entries)
        return self._folder.entries[number] if number < articles else self._folder.missing[number - articles]

    def files(self, rows: Iterable[int]) -> list[Path]:
        """Return the files of the articles in these rows, without those that are missing."""
        return [self.entry(row).path for row in rows if self._shown[row] < len(self._folder.entries)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        there = index.isValid() and self._shown[index.row()] < len(self._folder.entries)
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if there else Qt.ItemFlag.NoItemFlags)

    def row_of(self, path: Path | None) -> int | None:
        """Return the row of the article; None where it is not shown."""
        number = self._folder.row_of(path)
        return None if number is None else self._row(number)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(entry.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return listed(part for part in _told(entry) if part)
            case Qt.ItemDataRole.ToolTipRole:
                return literal("\n".join(part for part in _tip(entry) if part))
            case _:
                return None

    def _list(self, among: Sequence[int] | None = None) -> None:
        """Show the entries that pass the filter; with ``among`` no others than these can."""
        self.beginResetModel()
        entries = [*self._folder.entries, *self._folder.missing]
        self._shown = self._filter.passing(entries, range(len(entries)) if among is None else among)
        self.endResetModel()

    def _entries_changed(self, numbers: range) -> None:
        if self._filter == ArticleFilter():
            self.dataChanged.emit(self.index(numbers.start, 0), self.index(numbers.stop - 1, 0))
            return
        for number in numbers:
            self._entry_changed(number)

    def _entry_changed(self, number: int) -> None:
        row, wanted = self._row(number), self._filter.lets(self._folder.entries[number])
        if row is not None and wanted:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        elif row is not None:
            self.beginRemoveRows(NOWHERE, row, row)
            del self._shown[row]
            self.endRemoveRows()
        elif wanted:
            place = bisect_left(self._shown, number)
            self.beginInsertRows(NOWHERE, place, place)
            self._shown.insert(place, number)
            self.endInsertRows()

    def _row(self, number: int) -> int | None:
        row = bisect_left(self._shown, number)
        return row if row < len(self._shown) and self._shown[row] == number else None


def _told(entry: Entry) -> tuple[str, ...]:
    return (
        shown(entry.name),
        status_in_sentence(shown_status(entry)),
        counted_annotations(entry.annotations),
        plain_line(entry.problem or entry.title),
    )


def _tip(entry: Entry) -> tuple[str, ...]:
    return shown(entry.path.name), plain_line(entry.title), status_words(shown_status(entry)), entry.problem
