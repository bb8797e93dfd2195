"""Entries of the folder that pass the filter, in groups; knows no widget."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from annotator.model.document import NEW
from annotator.session.opening.article_groups import NONE, ArticleGroups
from annotator.session.opening.entries import Entries
from annotator.session.opening.entry import Entry
from annotator.session.opening.folder import Folder
from annotator.session.opening.grouping import FOLDER, STATUS, UNKNOWN, group_of, rank_of
from annotator.ui.panels.articles.article_filter import EVERYTHING, ArticleFilter
from annotator.ui.panels.articles.shown_order import ArticleGroup, ShownOrder


class Arrangement:
    """``order`` of the entries that pass ``filter``, in groups of ``kind``.

    Entries have numbers: those of the folder's articles, then those that are missing. While there is a filter all
    groups are open. The folder's own order follows the groups, so that the next article is the next one shown.
    """

    def __init__(self, folder: Folder, groups: ArticleGroups) -> None:
        self._folder, self._groups = folder, groups
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
        self.kind = self._groups.kind
        entries, missing = self._folder.entries, self._folder.missing
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
        entry, moved = self._folder.entries[number], False
        if self._keys:
            key = group_of(self.kind, entry)
            moved, self._keys[number] = key != self._keys[number], key
        if self.filter == EVERYTHING:
            return moved
        place = bisect_left(self._passing, number)
        shown = place < len(self._passing) and self._passing[place] == number
        return moved or shown != self.filter.lets(entry)

    def count_finished(self, numbers: Iterable[int]) -> list[ArticleGroup]:
        """Count the finished articles anew in the groups of these entries; return the groups with another count."""
        groups = {group.key: group for number in numbers if (group := self.order.group_of(number))}
        counts = {key: self._finished_in(group) for key, group in groups.items()}
        changed = [group for key, group in groups.items() if group.finished != counts[key]]
        for group in changed:
            group.finished = counts[group.key]
        return changed

    def _key(self, number: int) -> str:
        return self._keys[number] if self._keys else ""

    def _note_order(self) -> None:
        """Let the keys of the next and the previous article follow the groups; folders are in their order anyway."""
        own = self.kind in (NONE, FOLDER)
        groups = [] if own else self._divided(range(len(self._folder.entries)))
        self._folder.order = None if own else [*chain.from_iterable(group.numbers for group in groups)]

    def _show(self, among: Sequence[int] | None) -> None:
        """Show the entries that pass the filter; with ``among`` no others than these can."""
        entries, missing = self._folder.entries, self._folder.missing
        every, filtered = range(len(entries) + len(missing)), self.filter != EVERYTHING
        self._passing = self.filter.passing(entries, missing, every if among is None else among) if filtered else every
        groups = self._divided(self._passing)
        closed = frozenset[str]() if filtered or not self._keys else self._groups.closed
        for group in groups:
            group.closed = group.key in closed
            group.finished = self._finished_in(group) if self._keys else 0
        self.order = ShownOrder(groups, self._key, headed=bool(self._keys))

    def _finished_in(self, group: ArticleGroup) -> int:
        end = bisect_left(group.numbers, len(self._folder.entries))
        return self._folder.entries.finished_in(group.numbers[:end])

    def _divided(self, numbers: Sequence[int]) -> list[ArticleGroup]:
        """Return the groups of these entries, in order."""
        if not self._keys:
            return [ArticleGroup("", numbers)] if numbers else []
        found, keys = defaultdict[str, list[int]](list), self._keys
        for number in numbers:
            found[keys[number]].append(number)
        groups = (ArticleGroup(key, some) for key, some in found.items())
        return sorted(groups, key=lambda group: rank_of(self.kind, group.key, group.numbers[0]))


def keys_of(kind: str, entries: Entries, missing: Sequence[Entry]) -> list[str]:
    """Return the key of the group of each entry."""
    if kind == FOLDER:
        return [*entries.folders, *(entry.folder for entry in missing)]
    keys = [NEW if kind == STATUS else UNKNOWN] * len(entries)
    for number, entry in entries.known():
        keys[number] = group_of(kind, entry)
    return [*keys, *(group_of(kind, entry) for entry in missing)]
