"""Order of annotations in rows: by text position, or in groups under headings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from itertools import accumulate, chain

from annotator.model.annotation import Annotation
from annotator.ui.panels.annotations.grouping import Grouping

Position = tuple[int, int, str]
EVERYTHING = "\0"


@dataclass(slots=True)
class Group:
    """Positions that stand together, in text order; ``key`` is EVERYTHING where annotations are not grouped.

    Only the heading of a group that is ``closed`` has a row.
    """

    key: str
    positions: list[Position] = field(default_factory=list)
    closed: bool = False


class RowOrder:
    """Mapping between rows and positions: the groups of ``grouping``, each below its heading; None for one list.

    ``closed`` has the keys of the groups that are closed at first.
    """

    def __init__(self, grouping: Grouping | None = None, closed: Set[str] = frozenset()) -> None:
        self.grouping, self._closed = grouping, closed
        self._groups: list[Group] = [] if grouping else [Group(EVERYTHING)]
        self._known = {group.key: group for group in self._groups}
        self._tops = [0, 0]
        self._heading = int(grouping is not None)
        self._count()

    def fill(self, annotations: Iterable[tuple[Annotation, Position]]) -> None:
        """Sort annotations, given in text order with their positions, into groups."""
        if self.grouping is None:
            return
        key, found = self.grouping.key, defaultdict[str, list[Position]](list)
        for annotation, position in annotations:
            found[key(annotation)].append(position)
        self._known = {name: Group(name, positions, name in self._closed) for name, positions in found.items()}
        self._groups = sorted(self._known.values(), key=self._rank)
        self._count()

    def fill_in_text_order(self, positions: list[Position]) -> None:
        """Replace all rows by ``positions``, given in text order; only for an order without groups."""
        self._groups[0].positions = positions
        self._count()

    def append(self, positions: list[Position]) -> None:
        """Add positions after all others; only for an order without groups."""
        self._groups[0].positions.extend(positions)
        self._count()

    def __len__(self) -> int:
        return self._tops[-1]

    @property
    def annotations(self) -> int:
        """Number of annotations in all groups, also in closed ones."""
        return sum(len(group.positions) for group in self._groups)

    @property
    def groups(self) -> list[Group]:
        """The groups in order; one without a heading where annotations are not grouped."""
        return self._groups

    @property
    def positions(self) -> list[Position]:
        """All positions, in text order within each group."""
        return list(chain.from_iterable(group.positions for group in self._groups))

    def at(self, row: int) -> tuple[Group, Position | None]:
        """Return the row's group and position, which is None for a heading. Raises IndexError where there is no row."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        number = bisect_right(self._tops, row) - 1
        group, rank = self._groups[number], row - self._tops[number] - self._heading
        return group, group.positions[rank] if rank >= 0 else None

    def ids_in(self, rows: range) -> list[str]:
        """Return the ids of the annotations in these rows, in order."""
        ids: list[str] = []
        first, last = bisect_right(self._tops, rows.start) - 1, bisect_left(self._tops, rows.stop)
        for group, top in zip(self._groups[first:last], self._tops[first:last], strict=False):
            if not group.closed:
                begin = top + self._heading
                part = group.positions[max(rows.start - begin, 0) : max(rows.stop - begin, 0)]
                ids += [position[2] for position in part]
        return ids

    def row_of(self, annotation: Annotation) -> int | None:
        """Return the row of the annotation; None where it has none, as it is not listed or its group is closed."""
        group = self._known.get(self._key(annotation))
        if group is None or group.closed or not _holds(group, annotation):
            return None
        return self._top(group) + self._heading + bisect_left(group.positions, annotation.position)

    def heading_of(self, annotation: Annotation) -> int | None:
        """Return the row of the heading of the annotation's group; None where there is none."""
        group = self._known.get(self._key(annotation)) if self.grouping else None
        return self._top(group) if group else None

    def heading_above(self, row: int) -> int | None:
        """Return the row of the heading of the group that the row belongs to; None where there is none."""
        return self._tops[bisect_right(self._tops, row) - 1] if self.grouping and 0 <= row < len(self) else None

    def set_closed(self, group: Group, *, closed: bool) -> None:
        """Close or open a group."""
        group.closed = closed
        self._count()

    def rows_for(self, annotation: Annotation) -> range:
        """Return the rows that inserting the annotation would add: its own, and a heading where its group is new."""
        key = self._key(annotation)
        group = self._known.get(key)
        if group:
            row = self._top(group) + self._heading + bisect_left(group.positions, annotation.position)
            return range(row, row if group.closed else row + 1)
        place = bisect_left(self._groups, self._rank(Group(key)), key=self._rank)
        return range(self._tops[place], self._tops[place] + (1 if key in self._closed else 2))

    def put_in(self, annotation: Annotation) -> None:
        """Insert the annotation, and a group for it where there is none."""
        key = self._key(annotation)
        if key not in self._known:
            group = self._known[key] = Group(key, closed=key in self._closed)
            insort(self._groups, group, key=self._rank)
        insort(self._known[key].positions, annotation.position)
        self._count()

    def rows_with(self, annotation: Annotation) -> range | None:
        """Return the rows that removing the annotation would remove; None where it is not listed."""
        group = self._known.get(self._key(annotation))
        if group is None or not _holds(group, annotation):
            return None
        if self.grouping and len(group.positions) == 1:
            return range(self._top(group), self._top(group) + self._height(group))
        row = self._top(group) + self._heading + bisect_left(group.positions, annotation.position)
        return range(row, row if group.closed else row + 1)

    def take_out(self, annotation: Annotation) -> None:
        """Remove the annotation, and its group where that becomes empty."""
        group = self._known[self._key(annotation)]
        del group.positions[bisect_left(group.positions, annotation.position)]
        if self.grouping and not group.positions:
            self._groups.remove(group)
            del self._known[group.key]
        self._count()

    def _key(self, annotation: Annotation) -> str:
        return self.grouping.key(annotation) if self.grouping else EVERYTHING

    def _rank(self, group: Group) -> tuple[bool, int, str]:
        return self.grouping.rank(group.key) if self.grouping else (False, 0, "")

    def _top(self, group: Group) -> int:
        return self._tops[bisect_left(self._groups, self._rank(group), key=self._rank)]

    def _height(self, group: Group) -> int:
        return self._heading + (0 if group.closed else len(group.positions))

    def _count(self) -> None:
        """Find the first row of each group anew, and the number of rows."""
        self._tops = [0, *accumulate(map(self._height, self._groups))]


def _holds(group: Group, annotation: Annotation) -> bool:
    place = bisect_left(group.positions, annotation.position)
    return place < len(group.positions) and group.positions[place] == annotation.position
