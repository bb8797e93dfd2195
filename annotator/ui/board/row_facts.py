"""The current row of the board in full, in two lines."""

from __future__ import annotations

from annotator.facts.board.columns import ColumnKind
from annotator.session.board.board import Board
from annotator.session.board.cells import full_words
from annotator.session.board.titles import column_title
from annotator.translation.messages import _

ABOUT = (ColumnKind.RELATION, ColumnKind.STATE)


def row_facts(board: Board, row: int, now: str) -> tuple[str, str]:
    """Return the words of the row, and its place with who says it, its figures and its state."""
    table = board.table
    about, start, end = table.document(row), table.numbers["start"][row], table.numbers["end"][row]
    # Translators: an article, and the code points in it at which the words of a row stand.
    place = _("{article}, at {start}–{end}").format(article=about.article, start=start, end=end)
    said = []
    for column in table.columns:
        if column.kind in ABOUT and (words := full_words(table, column, row, now)):
            said.append(_("{column}: {cell}").format(column=column_title(column), cell=words))
    return table.words[row], " · ".join([place, *said])
