"""Tables spooled to disk row by row until all of their columns are known; no file stays open."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.interop.json.writing import json_line

MOST_LETTERS = 4 * 1024 * 1024
"""Most characters that are kept in memory before they are written to disk."""


@dataclass(slots=True)
class Table:
    """File and rows of a spooled table; ``columns`` are in order, by heading."""

    path: Path
    columns: dict[str, None] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)


class SpooledTables:
    """Spooled tables by name, in order of creation. ``folder`` must exist."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._letters = 0
        self.tables: dict[str, Table] = {}

    def table(self, name: str) -> Table:
        """Return the table of that name, created if missing."""
        if name not in self.tables:
            self.tables[name] = Table(self._folder / str(len(self.tables)))
        return self.tables[name]

    def add(self, name: str, row: Mapping[str, str]) -> None:
        """Append a row to the table; unknown columns are added to the table."""
        table = self.table(name)
        table.columns |= dict.fromkeys(row)
        line = json_line([row.get(column, "") for column in table.columns])
        table.waiting.append(line)
        self._letters += len(line)
        if self._letters > MOST_LETTERS:
            self._flush()

    def rows(self, name: str) -> Iterator[list[str]]:
        """Yield all rows of the table, padded to the number of columns."""
        self._flush()
        table = self.tables[name]
        if not table.path.exists():
            return
        with table.path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                cells = json.loads(line)
                yield cells + [""] * (len(table.columns) - len(cells))

    def _flush(self) -> None:
        for table in self.tables.values():
            if table.waiting:
                with table.path.open("a", encoding="utf-8", newline="\n") as file:
                    file.writelines(f"{line}\n" for line in table.waiting)
                table.waiting = []
        self._letters = 0
