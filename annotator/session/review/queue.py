"""Queue of a review: all rows, those that are shown, and the current one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.review.reviewing import Reviewed


class Queue:
    """Rows in text order, or by how often the annotators differ over their labels, which ``shares`` tells then.

    ``only_open`` and ``label`` filter those that are ``shown``. ``id`` is the current one's.
    """

    def __init__(self) -> None:
        self.rows: Sequence[Reviewed] = ()
        self.id, self.label, self.only_open = "", "", False
        self.shares: Mapping[str, float] | None = None

    def clear(self) -> None:
        """Forget the rows; the filters stay."""
        self.rows, self.id = (), ""

    def show(self, rows: Sequence[Reviewed]) -> None:
        """Take these rows; without a current one the first undecided one becomes it."""
        self.rows = rows if self.shares is None else sorted(rows, key=self._gain)
        if self.current is None:
            first = next((row for row in rows if row.is_open), next(iter(rows), None))
            self.id = first.annotation.id if first else ""

    @property
    def current(self) -> Reviewed | None:
        return next((row for row in self.rows if row.annotation.id == self.id), None)

    @property
    def shown(self) -> list[Reviewed]:
        """Rows that the filters let through, and the current one."""
        return [row for row in self.rows if self._passes(row) or row.annotation.id == self.id]

    @property
    def open_count(self) -> int:
        return sum(row.is_open for row in self.rows)

    def narrow(self, *, undecided: bool | None = None, label: str | None = None) -> None:
        """Set the filters that are given."""
        self.only_open = self.only_open if undecided is None else undecided
        self.label = self.label if label is None else label

    def select(self, id: str) -> bool:
        """Make the row with the id the current one; return whether there is one."""
        found = any(row.annotation.id == id for row in self.rows)
        self.id = id if found else self.id
        return found

    def step(self, step: int) -> bool:
        """Make the next of the shown rows current, or the one before; return False at the end."""
        shown = [row.annotation.id for row in self.shown]
        place = shown.index(self.id) + step if self.id in shown else 0
        if not 0 <= place < len(shown):
            return False
        self.id = shown[place]
        return True

    def _gain(self, row: Reviewed) -> float:
        return -(self.shares or {}).get(row.annotation.label, 0.0)

    def _passes(self, row: Reviewed) -> bool:
        return (row.is_open or not self.only_open) and self.label in ("", row.annotation.label)
