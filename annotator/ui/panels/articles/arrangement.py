"""Entries of the folder that pass the filter, in groups; knows no widget."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from annotator.corpus.summary import Summary
from annotator.session.opening.article_groups import NONE, ArticleGroups
from annotator.session.opening.entries import Entries
from annotator.session.opening.entry import Entry
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.grouping import FOLDER, UNKNOWN, group_of, rank_of
from annotator.ui.panels.articles.article_filter import EVERYTHING, ArticleFilter
from annotator.ui.panels.articles.shown_order import ArticleGroup, ShownOrder


class Arrangement:
    """``order`` of the entries that pass ``filter``, in groups of ``kind``.

    Entries have numbers: those of the folder's articles, then those that are missing. While there is a filter all
    groups are open. Of a folder with a ``plan`` it has those that this says. The folder's own order follows the groups
    and the plan, so that the next article is the next one shown.
    """

    def __init__(self, folder: Folder, groups: ArticleGroups, plan: FolderPlan) -> None:
        self._folder, self._groups, self._plan = folder, groups, plan
        self._planned: frozenset[int] | None = None
        self.filter, self.kind = EVERYTHING, NONE
        self._keys: list[str] = []
        self._passing: Sequence[int] = ()
        self.order = ShownOrder((), self._key, headed=False)

    def entry(self, number: int) -> Entry:
        """Return the entry with that number."""
        articles = len(self._folder.entries)
        return self._folder.entries[number] if number < articles else self._folder.missing[number - articles]

    def is_there(self, number: int | None) -> bool:
        """Return whether it is the number of an article that is not missing."""
        return number is not None and number < len(self._folder.entries)

    def list_anew(self) -> None:
        """Take the folder's entries as they are now."""
        self.kind, rows = self._groups.kind, self._plan.rows
        self._planned = None if rows is None else frozenset(rows)
        entries, missing = self._folder.entries, self._folder.missing
        if key_of := self._groups.worked_out.get(self.kind):
            self._keys = [*map(key_of, entries.names), *(UNKNOWN for _entry in missing)]
        else:
            self._keys = [] if self.kind == NONE else keys_of(self.kind, entries, missing)
        self.arrange()

    def arrange(self) -> None:
        """Put all entries into the groups in which they belong."""
        self._note_order()
        self._show(None)

    def filter_by(self, filter: ArticleFilter) -> None:
        """Show the entries that pass the filter."""
        narrows, self.filter = filter.narrows(self.filter), filter
        self._show(self._passing if narrows else None)

    def has_moved(self, number: int) -> bool:
        """Note the group of the entry; return whether it is another, or whether it passes the filter as it did not."""
        entries, moved = self._folder.entries, False
        if self.kind not in (NONE, FOLDER, *self._groups.worked_out):
            key = group_of(self.kind, entries.read[number])
            moved, self._keys[number] = key != self._keys[number], key
        if self.filter == EVERYTHING:
            return moved
        place = bisect_left(self._passing, number)
        shown = place < len(self._passing) and self._passing[place] == number
        if self._planned is not None and number not in self._planned:
            return moved
        return moved or shown != self.filter.lets(entries.read[number], entries.texts()[number])

    def counted_groups(self, numbers: Iterable[int]) -> list[ArticleGroup]:
        """Return the groups of these entries, in which the finished articles are counted anew."""
        groups = [group for key in dict.fromkeys(map(self._key, numbers)) if (group := self.order.group(key))]
        for group in groups:
            group.count_again()
        return groups

    def _key(self, number: int) -> str:
        return self._keys[number] if self._keys else ""

    def _note_order(self) -> None:
        """Let the keys of the next and the previous article follow the groups; folders are in their order anyway."""
        planned = self._plan.rows
        if self.kind in (NONE, FOLDER):
            self._folder.order = planned
            return
        groups = self._divided(range(len(self._folder.entries)) if planned is None else planned)
        self._folder.order = [*chain.from_iterable(group.numbers for group in groups)]

    def _show(self, among: Sequence[int] | None) -> None:
        """Show the entries that pass the filter; with ``among`` no others than these can."""
        entries, missing = self._folder.entries, self._folder.missing
        every, filtered = self._every(), self.filter != EVERYTHING
        self._passing = self.filter.passing(entries, missing, every if among is None else among) if filtered else every
        groups = self._divided(self._passing)
        closed = frozenset[str]() if filtered or not self._keys else self._groups.closed
        for group in groups if closed else ():
            group.closed = group.key in closed
        self.order = ShownOrder(groups, self._key, headed=bool(self._keys))

    def _every(self) -> Sequence[int]:
        """Return the numbers of all entries, or of those that the plan says with those that are missing."""
        articles, end = len(self._folder.entries), len(self._folder.entries) + len(self._folder.missing)
        return range(end) if self._plan.rows is None else [*self._plan.rows, *range(articles, end)]

    def _finished_in(self, numbers: Sequence[int]) -> int:
        end = bisect_left(numbers, len(self._folder.entries))
        return self._folder.entries.finished_in(numbers[:end])

    def _divided(self, numbers: Sequence[int]) -> list[ArticleGroup]:
        """Return the groups of these entries, in order."""
        count = self._finished_in
        if not self._keys:
            return [ArticleGroup("", numbers, count)] if numbers else []
        if self.kind == FOLDER and not self._folder.missing:
            runs = _runs_of(numbers, self._folder.entries.runs)
            return [ArticleGroup(folder, some, count) for folder, some in runs]
        found, keys = defaultdict[str, list[int]](list), self._keys
        for number in numbers:
            found[keys[number]].append(number)
        groups = (ArticleGroup(key, some, count) for key, some in found.items())
        return sorted(groups, key=lambda group: rank_of(self.kind, group.key, group.numbers[0]))


def _runs_of(numbers: Sequence[int], runs: Iterable[tuple[str, range]]) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield the folders of the numbers with those that are in each; runs and numbers are in order, and all are in one.

    In so many rows as a run has there are no more of the numbers, so few are looked at.
    """
    begin, count = 0, len(numbers)
    for folder, rows in runs:
        end = bisect_left(numbers, rows.stop, begin, min(begin + len(rows), count))
        if end > begin:
            yield folder, numbers[begin:end]
        begin = end


def keys_of(kind: str, entries: Entries, missing: Sequence[Entry]) -> list[str]:
    """Return the key of the group of each entry."""
    if kind == FOLDER:
        return [*entries.folders, *(entry.folder for entry in missing)]
    known: list[Entry | Summary] = [*entries.read, *missing]
    return [group_of(kind, one) for one in known]
