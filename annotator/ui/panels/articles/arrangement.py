"""Entries of the folder that pass the filter, in groups; knows no widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice

from annotator.corpus.summary import Summary
from annotator.session.opening.article_groups import NONE, ArticleGroups
from annotator.session.opening.entries import Entries
from annotator.session.opening.entry import Entry
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.grouping import FOLDER, UNKNOWN, group_of, rank_of
from annotator.ui.panels.articles.article_filter import EVERYTHING, ArticleFilter
from annotator.ui.panels.articles.article_search import ArticleSearch
from annotator.ui.panels.articles.shown_order import ArticleGroup, ShownOrder


class Arrangement:
    """``order`` of the entries that pass ``filter``, in groups of ``kind``.

    Entries have numbers: those of the folder's articles, then those that are missing. While there is a filter all
    groups are open. Of a folder with a ``plan`` it has those that this says. The folder's own order follows the groups
    and the plan, so that the next article is the next one shown. While it is ``searching``, ``order`` has what has been
    found, without a gap.
    """

    def __init__(self, folder: Folder, groups: ArticleGroups, plan: FolderPlan) -> None:
        self._folder, self._groups, self._plan = folder, groups, plan
        self._planned: frozenset[int] | None = None
        self.filter, self.kind = EVERYTHING, NONE
        self._keys: list[str] = []
        self._line: Sequence[int] = ()  # all entries in the order of the list
        self._passing: Sequence[int] = ()
        self._search: ArticleSearch | None = None
        self.order = ShownOrder((), self._key, headed=False)

    @property
    def searching(self) -> bool:
        return self._search is not None

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
        self._line = self._in_order(self._every())
        self._note_order()
        self._show_all(self._line if self.filter == EVERYTHING else self._that_pass(self._line))

    def filter_by(self, filter: ArticleFilter, around: int | None = None) -> None:
        """Show the entries that pass the filter: at first a screen of them, around that one where it passes."""
        among = self._passing if filter.narrows(self.filter) and not self.searching else self._line
        self.filter = filter
        if filter == EVERYTHING:
            self._show_all(among)
            return
        self._search = ArticleSearch(among, self._start(among, around), self._that_pass)
        self._search.find_screen()
        if self._search.complete:
            self.finish()
        else:
            self._show(self._search.found)

    def search(self) -> bool:
        """Search a little further, without showing it; return False where nothing is left to be searched."""
        return self._search is not None and self._search.step()

    def finish(self) -> None:
        """Search to the end, and show what passes."""
        while self.search():
            pass
        if self._search:
            self._show_all(self._search.found)

    def moved(self, numbers: Iterable[int]) -> list[int]:
        """Note the groups of the entries; return which are in another, or pass the filter as they did not.

        All has to be searched.
        """
        changing = self.kind not in (NONE, FOLDER, *self._groups.worked_out)
        if not changing and self.filter == EVERYTHING:
            return []
        return [number for number in numbers if (changing and self._changes_group(number)) or self._passes_anew(number)]

    def _changes_group(self, number: int) -> bool:
        """Note the group of the entry; return whether it is another."""
        key, before = group_of(self.kind, self._folder.entries.read[number]), self._keys[number]
        self._keys[number] = key
        return key != before

    def _passes_anew(self, number: int) -> bool:
        """Return whether the entry passes the filter as it did not, or did and does not any more."""
        if self.filter == EVERYTHING or (self._planned is not None and number not in self._planned):
            return False
        entries, shown = self._folder.entries, self.order.group_of(number) is not None
        return shown != self.filter.lets(entries.read[number], entries.texts()[number])

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
        in_place = self.kind in (NONE, FOLDER)
        self._folder.order = self._plan.rows if in_place else [*filter(self.is_there, self._line)]

    def _start(self, among: Sequence[int], around: int | None) -> int:
        """Return the place of the entry among these where it is one of them and passes, else the first place."""
        return among.index(around) if around is not None and self._that_pass([around]) and around in among else 0

    def _that_pass(self, numbers: Sequence[int]) -> Sequence[int]:
        return self.filter.passing(self._folder.entries, self._folder.missing, numbers)

    def _show_all(self, numbers: Sequence[int]) -> None:
        """Show these and no others, which are all that pass the filter, in the order of the list."""
        self._passing, self._search = numbers, None
        self._show(numbers)

    def _show(self, numbers: Sequence[int]) -> None:
        groups = self._grouped(numbers)
        closed = frozenset[str]() if self.filter != EVERYTHING or not self._keys else self._groups.closed
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

    @property
    def _is_by_rows(self) -> bool:
        """True where the list has the entries in the order of their numbers."""
        return not self._keys or (self.kind == FOLDER and not self._folder.missing)

    def _in_order(self, numbers: Sequence[int]) -> Sequence[int]:
        """Return the numbers in the order of the list, one group after another."""
        if self._is_by_rows:
            return numbers
        found, keys = defaultdict[str, list[int]](list), self._keys
        for number in numbers:
            found[keys[number]].append(number)
        groups = sorted(found.items(), key=lambda group: rank_of(self.kind, group[0], group[1][0]))
        return [*chain.from_iterable(some for _key, some in groups)]

    def _grouped(self, numbers: Sequence[int]) -> list[ArticleGroup]:
        """Return the groups of these entries, which are in the order of the list."""
        count = self._finished_in
        if not self._keys:
            return [ArticleGroup("", numbers, count)] if numbers else []
        if self._is_by_rows:
            runs = _runs_of(numbers, self._folder.entries.runs)
            return [ArticleGroup(folder, some, count) for folder, some in runs]
        return [ArticleGroup(key, [*some], count) for key, some in groupby(numbers, self._keys.__getitem__)]


def _runs_of(numbers: Sequence[int], runs: Sequence[tuple[str, range]]) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield the folders of the numbers with those that are in each; runs and numbers are in order, and all are in one.

    In so many rows as a run has there are no more of the numbers, so few are looked at.
    """
    begin, count = 0, len(numbers)
    first = bisect_right(runs, numbers[0], key=_start_of) - 1 if count else len(runs)
    for folder, rows in islice(runs, first, None):
        end = bisect_left(numbers, rows.stop, begin, min(begin + len(rows), count))
        if end > begin:
            yield folder, numbers[begin:end]
        if end == count:
            return
        begin = end


def _start_of(run: tuple[str, range]) -> int:
    return run[1].start


def keys_of(kind: str, entries: Entries, missing: Sequence[Entry]) -> list[str]:
    """Return the key of the group of each entry."""
    if kind == FOLDER:
        return [*entries.folders, *(entry.folder for entry in missing)]
    known: list[Entry | Summary] = [*entries.read, *missing]
    return [group_of(kind, one) for one in known]
