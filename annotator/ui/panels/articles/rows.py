"""Table model of the folder's articles that pass a filter, in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from annotator.session.opening.article_groups import ArticleGroups
from annotator.session.opening.entry import Entry
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.ui.panels.articles.arrangement import Arrangement
from annotator.ui.panels.articles.article_filter import EVERYTHING, ArticleFilter
from annotator.ui.panels.articles.group_names import group_name
from annotator.ui.panels.articles.row_words import of_entry, of_group
from annotator.ui.panels.articles.shown_order import ArticleGroup

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
OF_A_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
OF_A_FILE = OF_A_ROW | Qt.ItemFlag.ItemIsDragEnabled
TOGETHER_MS = 200
"""Delay in ms after which articles that were read in the background move to other groups, many at a time."""
SLICE = 0.002
"""Seconds of searching before the window may do something else."""


class ArticleRows(QAbstractTableModel):
    """One row for every entry that passes the filter and for the heading of its group.

    Of many entries a screen has rows at once; the others get theirs when all have been searched, while nothing else is
    to do. ``searched``: that is so now.
    """

    searched = Signal()

    def __init__(self, folder: Folder, groups: ArticleGroups, plan: FolderPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._groups = folder, groups
        self._shown = Arrangement(folder, groups, plan)
        self._soon = QTimer(self, interval=TOGETHER_MS, singleShot=True)
        self._soon.timeout.connect(self._regroup)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._search)
        for signal in (folder.listed, folder.relisted, folder.missing_changed, groups.changed, plan.changed):
            signal.connect(self._list)
        folder.entries_changed.connect(self._entries_changed)
        self._comments: Callable[[Path], int] = lambda _path: 0
        self._list()

    def show_comments(self, count: Callable[[Path], int]) -> None:
        """Show how many comments are open in each article, as ``count`` returns them now."""
        self._comments = count
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    def comments(self, entry: Entry) -> int:
        """Return how many comments are open in the article."""
        return self._comments(entry.path)

    @property
    def filter(self) -> ArticleFilter:
        return self._shown.filter

    @property
    def articles(self) -> int:
        """Number of articles that pass the filter, also in closed groups."""
        return self._shown.order.articles

    @property
    def headings(self) -> list[int]:
        """Rows of the headings of groups."""
        return self._shown.order.headings

    @property
    def searching(self) -> bool:
        """True while it is not known of all articles whether they pass the filter."""
        return self._shown.searching

    def set_filter(self, filter: ArticleFilter, around: Path | None = None) -> None:
        """Show what passes the filter, the entries around that article first, if it passes."""
        if filter == self._shown.filter:
            return
        self.beginResetModel()
        self._shown.filter_by(filter, self._folder.row_of(around))
        self.endResetModel()
        if self.searching:
            self._idle.start()

    def search_all(self) -> None:
        """Search to the end, if that has not been done, and show all that passes."""
        if self.searching:
            self._lay_out(self._shown.finish)
            self.searched.emit()

    def entry(self, row: int) -> Entry | None:
        """Return the entry in the row; None for the heading of a group."""
        number = self._shown.order.at(row)[1]
        return None if number is None else self._shown.entry(number)

    def entries(self, rows: Iterable[int]) -> list[Entry]:
        """Return the entries in these rows, without headings."""
        return [entry for row in rows if (entry := self.entry(row))]

    def numbers(self, rows: Iterable[int]) -> list[int]:
        """Return the numbers of the folder's articles in these rows, without headings and what is missing."""
        found = (self._shown.order.at(row)[1] for row in rows)
        return [number for number in found if number is not None and self._shown.is_there(number)]

    def files(self, rows: Iterable[int]) -> list[Path]:
        """Return the files of the articles in these rows, without those that are missing."""
        return [self._shown.entry(number).path for number in self.numbers(rows)]

    def row_of(self, path: Path | None) -> int | None:
        """Return the row of the article; None where it is not shown."""
        number = self._folder.row_of(path)
        return None if number is None else self._shown.order.row_of(number)

    def heading_of(self, path: Path | None) -> int | None:
        """Return the row of the heading of the article's group; None where that is not shown."""
        number, order = self._folder.row_of(path), self._shown.order
        group = order.group_of(number) if number is not None and order.headed else None
        return order.top(group) if group else None

    def group(self, row: int) -> ArticleGroup | None:
        """Return the group of which the row is the heading; None for an article."""
        group, number = self._shown.order.at(row)
        return group if number is None else None

    def heading_above(self, row: int) -> int | None:
        """Return the row of the heading of the group that the row belongs to; None where there are no groups."""
        order = self._shown.order
        return order.top(order.at(row)[0]) if order.headed else None

    def name(self, group: ArticleGroup) -> str:
        """Return the name of the group."""
        return group_name(self._shown.kind, group.key, self._folder.path)

    def set_closed(self, row: int, *, closed: bool) -> None:
        """Close or open the group with the heading in that row; that is remembered unless there is a filter."""
        group = self.group(row)
        if group is None or group.closed == closed:
            return
        rows = self._shown.order.rows_below(group)
        if closed:
            self.beginRemoveRows(NOWHERE, rows.start, rows.stop - 1)
        else:
            self.beginInsertRows(NOWHERE, rows.start, rows.stop - 1)
        self._shown.order.set_closed(group, closed=closed)
        if closed:
            self.endRemoveRows()
        else:
            self.endInsertRows()
        self._show_row(row)
        self._remember([group.key], closed=closed)

    def set_all_closed(self, *, closed: bool) -> None:
        """Close or open all groups."""
        self.beginResetModel()
        self._shown.order.set_all_closed(closed=closed)
        self.endResetModel()
        self._remember([group.key for group in self._shown.order.groups], closed=closed)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return OF_A_FILE if self._shown.is_there(self._shown.order.at(index.row())[1]) else OF_A_ROW

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown.order)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if group := self.group(index.row()):
            return of_group(self.name(group), group, role)
        entry = self.entry(index.row())
        return of_entry(entry, self.comments(entry), role) if entry else None

    def _remember(self, keys: list[str], *, closed: bool) -> None:
        if self._shown.filter == EVERYTHING:
            self._groups.close(keys, closed=closed)

    def _list(self) -> None:
        self.beginResetModel()
        self._shown.list_anew()
        self.endResetModel()

    def _entries_changed(self, numbers: range) -> None:
        """Show what has become known of these entries, in other groups where they belong there now."""
        self.search_all()  # some of them may have been looked at as they were before
        if not self._shown.moved(numbers):
            self._show_changed(numbers)
        elif len(numbers) == 1:
            self._regroup()
        elif not self._soon.isActive():
            self._soon.start()

    def _show_changed(self, numbers: range) -> None:
        order = self._shown.order
        for group in self._shown.counted_groups(numbers):
            if order.headed:
                self._show_row(order.top(group))
            if rows := order.rows_among(group, numbers):
                self.dataChanged.emit(self.index(rows.start, 0), self.index(rows.stop - 1, 0))

    def _show_row(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _search(self) -> None:
        """Search for a moment."""
        end = perf_counter() + SLICE
        while self._shown.search():
            if perf_counter() > end:
                return
        self._idle.stop()
        self.search_all()

    def _regroup(self) -> None:
        """Move entries to the groups in which they belong now."""
        self.search_all()
        self._lay_out(self._shown.arrange)

    def _lay_out(self, change: Callable[[], None]) -> None:
        """Let the change give the rows another order; what is selected stays so."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        meant = [self._shown.order.at(index.row()) for index in before]
        change()
        self.changePersistentIndexList(before, [self._index_of(group.key, number) for group, number in meant])
        self.layoutChanged.emit()

    def _index_of(self, key: str, number: int | None) -> QModelIndex:
        """Return the index of an entry, or of the heading of a group; an invalid one where it is not shown."""
        order = self._shown.order
        row = order.top_of(key) if number is None else order.row_of(number)
        return QModelIndex() if row is None else self.index(row, 0)
