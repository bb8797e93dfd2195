"""Rows of the board as CSV, and as text with tabs for the clipboard."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.corpus.board.parts import time_text
from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.language.table_cells import csv_text
from annotator.session.board.cells import cell_words
from annotator.session.board.titles import column_title

COUNTS = {ColumnKind.NUMBER: "number", ColumnKind.EVIDENCE: "pieces", ColumnKind.QUERIES: "queries"}
PLACES = ("article", "annotator", "start", "end")


def board_csv(table: BoardTable, columns: Sequence[BoardColumn], rows: Sequence[int]) -> str:
    """Return the rows as CSV: what is shown, with the place of each; values as the files have them, in English."""
    shown = [one for one in columns if one.kind not in (ColumnKind.ARTICLE, ColumnKind.ANNOTATOR)]
    head = [*PLACES, *(column.name or column.kind.value for column in shown)]
    return csv_text(head, (_cells(table, shown, row) for row in rows))


def board_text(table: BoardTable, columns: Sequence[BoardColumn], rows: Sequence[int], now: str) -> str:
    """Return the rows as they are shown, with tabs between the cells and the titles above."""
    lines = ["\t".join(map(column_title, columns))]
    for row in rows:
        cells = (cell_words(table, column, row, now) for column in columns)
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines)


def _cells(table: BoardTable, shown: Sequence[BoardColumn], row: int) -> list[str]:
    about, start, end = table.document(row), table.numbers["start"][row], table.numbers["end"][row]
    cells = (about.article, about.annotator, str(start), str(end), *(_plain(table, one, row) for one in shown))
    return [" ".join(cell.split()) for cell in cells]


def _plain(table: BoardTable, column: BoardColumn, row: int) -> str:
    if column.kind in COUNTS:
        return str(table.numbers[COUNTS[column.kind]][row])
    if column.kind in (ColumnKind.CREATED, ColumnKind.MODIFIED):
        return time_text(table.numbers[column.kind.value][row])
    if column.kind is ColumnKind.WORDS:
        return table.words[row]
    return "; ".join(table.text(column, row).split("\n"))
