"""Order of annotations in rows: by text position, or grouped by label under headers."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from annotator.model.annotation import Annotation
from annotator.model.scheme import Scheme

Position = tuple[int, int, str]
EVERYTHING = ""


@dataclass(slots=True)
class Group:
    """Positions that stand together, in text order; ``label`` is EVERYTHING where annotations are not grouped."""

    label: str
    positions: list[Position] = field(default_factory=list)


class RowOrder:
    """Mapping between rows and positions: groups in order, each with a header row where ``by_label``.

    Groups are in the scheme's order of labels; labels that the scheme lacks follow, by name.
    """

    def __init__(self, scheme: Scheme, *, by_label: bool) -> None:
        self.by_label = by_label
        self._ranks = {label.id: rank for rank, label in enumerate(scheme.labels)}
        self._groups: list[Group] = [] if by_label else [Group(EVERYTHING)]

    def fill(self, positions: Iterable[tuple[str, Position]]) -> None:
        """Add pairs of label and position, given in text order."""
        groups: dict[str, Group] = {group.label: group for group in self._groups}
        for label, position in positions:
            name = label if self.by_label else EVERYTHING
            if name not in groups:
                groups[name] = Group(name)
            groups[name].positions.append(position)
        self._groups = sorted(groups.values(), key=lambda group: self._place(group.label))

    def fill_in_text_order(self, positions: list[Position]) -> None:
        """Replace all rows by ``positions``, given in text order; only for an order that is not ``by_label``."""
        self._groups = [Group(EVERYTHING, positions)]

    def append(self, positions: list[Position]) -> None:
        """Add positions after all others; only for an order that is not ``by_label``."""
        self._groups[-1].positions.extend(positions)

    def __len__(self) -> int:
        return sum(map(self._height, self._groups))

    @property
    def annotations(self) -> int:
        """Number of annotations in all groups."""
        return sum(len(group.positions) for group in self._groups)

    @property
    def positions(self) -> list[Position]:
        """All positions, in text order within each group."""
        return list(chain.from_iterable(group.positions for group in self._groups))

    def at(self, row: int) -> tuple[Group, Position | None]:
        """Return the row's group and position, which is None for a header. Raises IndexError where there is no row."""
        for group in self._groups:
            if row < self._height(group):
                rank = row - self.by_label
                return group, group.positions[rank] if rank >= 0 else None
            row -= self._height(group)
        raise IndexError(row)

    def ids_in(self, rows: range) -> list[str]:
        """Return the ids of the annotations in these rows, in order."""
        ids: list[str] = []
        top = self.by_label * 1
        for group in self._groups:
            part = group.positions[max(rows.start - top, 0) : max(rows.stop - top, 0)]
            ids += [position[2] for position in part]
            top += self._height(group)
        return ids

    def row_of(self, annotation: Annotation) -> int | None:
        """Return the row of the annotation; None where it has none."""
        top = 0
        for group in self._groups:
            if group.label in (annotation.label, EVERYTHING):
                rank = bisect_left(group.positions, annotation.position)
                found = rank < len(group.positions) and group.positions[rank] == annotation.position
                return top + self.by_label + rank if found else None
            top += self._height(group)
        return None

    def header_of(self, label: str) -> int | None:
        """Return the row of the label's header; None where there is none."""
        top = 0
        for group in self._groups:
            if group.label == label and self.by_label:
                return top
            top += self._height(group)
        return None

    def rows_for(self, annotation: Annotation) -> tuple[int, int]:
        """Return the first and last row that inserting the annotation would add: its own and perhaps a header."""
        top = 0
        for group in self._groups:
            if group.label in (annotation.label, EVERYTHING):
                row = top + self.by_label + bisect_left(group.positions, annotation.position)
                return row, row
            if self._place(group.label) > self._place(annotation.label):
                break
            top += self._height(group)
        return top, top + 1

    def put_in(self, annotation: Annotation) -> None:
        """Insert the annotation, and a group for its label where there is none."""
        insort(self._group_for(annotation).positions, annotation.position)

    def rows_with(self, annotation: Annotation) -> tuple[int, int] | None:
        """Return the first and last row that removing the annotation would remove; None where it has no row."""
        row = self.row_of(annotation)
        if row is None:
            return None
        alone = self.by_label and len(self.at(row)[0].positions) == 1
        return row - alone, row

    def take_out(self, annotation: Annotation) -> None:
        """Remove the annotation, and its group where that becomes empty."""
        group = self._group_for(annotation)
        del group.positions[bisect_left(group.positions, annotation.position)]
        if self.by_label and not group.positions:
            self._groups.remove(group)

    def _group_for(self, annotation: Annotation) -> Group:
        for group in self._groups:
            if group.label in (annotation.label, EVERYTHING):
                return group
        group = Group(annotation.label)
        insort(self._groups, group, key=lambda group: self._place(group.label))
        return group

    def _height(self, group: Group) -> int:
        return len(group.positions) + self.by_label

    def _place(self, label: str) -> tuple[int, str]:
        return self._ranks.get(label, len(self._ranks)), label
