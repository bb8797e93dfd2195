"""The rows of the table: what was measured, against what, and how far it may be off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

HEAD = ("", "article", "this program", "compared with", "ratio", "at most", "")


@dataclass(frozen=True, slots=True)
class Row:
    """A figure beside the one it is compared with; ``limit`` is for their ratio, or for the figure if alone.

    A row without a limit is there to be known.
    """

    what: str
    article: str
    ours: float
    other: float | None = None
    limit: float | None = None
    unit: str = "ms"
    other_name: str = "bare"

    @property
    def measured(self) -> float:
        """What the limit is for."""
        return self.ours / self.other if self.other else self.ours

    @property
    def met(self) -> bool | None:
        return None if self.limit is None else self.measured <= self.limit

    def cells(self) -> tuple[str, ...]:
        ratio = f"{self.measured:.2f} ×" if self.other else ""
        other = f"{_number(self.other)} {self.unit} ({self.other_name})" if self.other else ""
        limit = "" if self.limit is None else f"{self.limit:g} ×" if self.other else f"{self.limit:g} {self.unit}"
        verdict = {True: "met", False: "NOT MET", None: ""}[self.met]
        return self.what, self.article, f"{_number(self.ours)} {self.unit}", other, ratio, limit, verdict

    def as_data(self) -> dict[str, object]:
        return {**asdict(self), "measured": self.measured, "met": self.met}


def as_text(rows: Sequence[Row]) -> str:
    """The table for a terminal; it is Markdown too."""
    cells = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(c, widths, strict=True)) + " |" for c in cells]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
