"""Tables that grow row by row on disk, as it shows only at the end which columns they have; no file stays open."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.interop.json.writing import json_line

MOST_LETTERS = 4 * 1024 * 1024
"""How much is kept in memory before it goes to disk."""


@dataclass(slots=True)
class Table:
    """``columns`` in their order, each with its heading."""

    path: Path
    columns: dict[str, None] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)


class SpooledTables:
    """The tables by their names, in the order in which they were begun. ``folder`` must be there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._letters = 0
        self.tables: dict[str, Table] = {}

    def table(self, name: str) -> Table:
        """The table of that name, begun where there is none."""
        if name not in self.tables:
            self.tables[name] = Table(self._folder / str(len(self.tables)))
        return self.tables[name]

    def add(self, name: str, row: Mapping[str, str]) -> None:
        """One more row of the table; what it has beyond the table's columns, the table has from now on."""
        table = self.table(name)
        table.columns |= dict.fromkeys(row)
        line = json_line([row.get(column, "") for column in table.columns])
        table.waiting.append(line)
        self._letters += len(line)
        if self._letters > MOST_LETTERS:
            self._put_away()

    def rows(self, name: str) -> Iterator[list[str]]:
        """All rows of the table, each as long as there are columns."""
        self._put_away()
        table = self.tables[name]
        if not table.path.exists():
            return
        with table.path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                cells = json.loads(line)
                yield cells + [""] * (len(table.columns) - len(cells))

    def _put_away(self) -> None:
        for table in self.tables.values():
            if table.waiting:
                with table.path.open("a", encoding="utf-8", newline="\n") as file:
                    file.writelines(f"{line}\n" for line in table.waiting)
                table.waiting = []
        self._letters = 0
