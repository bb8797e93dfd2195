"""Mapping between the rows of the list and the articles: groups in order, each with a heading."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(slots=True)
class ArticleGroup:
    """Articles that stand together: their ``numbers`` in order; ``count`` returns how many of these are finished.

    Only the heading of a group that is ``closed`` has a row.
    """

    key: str
    numbers: Sequence[int]
    count: Callable[[Sequence[int]], int]
    closed: bool = False
    _finished: int | None = None

    @property
    def finished(self) -> int:
        """Number of articles that are finished, counted when it is first asked for."""
        if self._finished is None:
            self._finished = self.count(self.numbers)
        return self._finished

    def count_again(self) -> None:
        """Count the finished articles anew when they are asked for."""
        self._finished = None


class ShownOrder:
    """The ``groups`` in order; ``headed`` tells whether each has a heading, else there is one list.

    ``articles`` is how many there are in all of them, also in closed ones. ``key_of`` returns the key of the group that
    the article of a number belongs to.
    """

    def __init__(self, groups: Sequence[ArticleGroup], key_of: Callable[[int], str], *, headed: bool) -> None:
        self.groups, self.headed = groups, headed
        self._key_of, self._heading = key_of, int(headed)
        self._places = {group.key: place for place, group in enumerate(groups)}
        self._tops = [0]
        self.articles = sum(len(group.numbers) for group in groups)
        self._count()

    def __len__(self) -> int:
        return self._tops[-1]

    @property
    def headings(self) -> list[int]:
        """Rows of the headings."""
        return self._tops[:-1] if self.headed else []

    def at(self, row: int) -> tuple[ArticleGroup, int | None]:
        """Return the row's group and article, which is None for a heading. Raises IndexError where there is no row."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        place = bisect_right(self._tops, row) - 1
        group, rank = self.groups[place], row - self._tops[place] - self._heading
        return group, group.numbers[rank] if rank >= 0 else None

    def group(self, key: str) -> ArticleGroup | None:
        """Return the group with that key; None where there is none."""
        place = self._places.get(key)
        return None if place is None else self.groups[place]

    def group_of(self, number: int) -> ArticleGroup | None:
        """Return the group with this article; None where it is in none."""
        place = self._places.get(self._key_of(number))
        if place is None or _place_in(self.groups[place], number) is None:
            return None
        return self.groups[place]

    def row_of(self, number: int) -> int | None:
        """Return the row of the article; None where it has none, also as its group is closed."""
        group = self.group_of(number)
        rank = None if group is None or group.closed else _place_in(group, number)
        return None if group is None or rank is None else self.top(group) + self._heading + rank

    def top(self, group: ArticleGroup) -> int:
        """Return the first row of the group, that of its heading if it has one."""
        return self._tops[self._places[group.key]]

    def top_of(self, key: str) -> int | None:
        """Return the first row of the group with that key; None where there is none."""
        place = self._places.get(key)
        return None if place is None else self._tops[place]

    def rows_below(self, group: ArticleGroup) -> range:
        """Return the rows of the group's articles, which are there while it is open."""
        begin = self.top(group) + self._heading
        return range(begin, begin + len(group.numbers))

    def rows_among(self, group: ArticleGroup, numbers: range) -> range:
        """Return the rows of those articles of the group that have these numbers; none where it is closed."""
        if group.closed:
            return range(0)
        first, end = bisect_left(group.numbers, numbers.start), bisect_left(group.numbers, numbers.stop)
        return self.rows_below(group)[first:end]

    def set_closed(self, group: ArticleGroup, *, closed: bool) -> None:
        """Close or open a group."""
        group.closed = closed
        self._count()

    def set_all_closed(self, *, closed: bool) -> None:
        """Close or open all groups."""
        for group in self.groups:
            group.closed = closed
        self._count()

    def _count(self) -> None:
        heights = (self._heading + (0 if group.closed else len(group.numbers)) for group in self.groups)
        self._tops = [0, *accumulate(heights)]


def _place_in(group: ArticleGroup, number: int) -> int | None:
    place = bisect_left(group.numbers, number)
    return place if place < len(group.numbers) and group.numbers[place] == number else None
