"""Sentences of the strip below the board: of the current row, a group, several rows, and a board without any."""

from __future__ import annotations

from annotator.facts.board.columns import ColumnKind
from annotator.session.board.board import Board
from annotator.session.board.cells import full_words
from annotator.session.board.documents import BoardDocuments, sentence_around
from annotator.session.board.titles import column_title
from annotator.translation.messages import _, in_digits, ngettext, number
from annotator.ui.board.group_words import group_count, group_name, group_title
from annotator.ui.board.strip import StripWords
from annotator.ui.theme.label_colours import LabelColours

ABOUT = (ColumnKind.RELATION, ColumnKind.STATE)


def row_facts(board: Board, documents: BoardDocuments, row: int, now: str, colours: LabelColours) -> StripWords:
    """Return the sentence of the row, its words alone until that is known, and what is said of it."""
    known = documents.annotation(row)
    around = sentence_around(*known) if known else None
    before, words, after = around or ("", board.table.words[row], "")
    return StripWords(before, words, after, _about(board, row, now), colours)


def group_facts(board: Board, line: int) -> StripWords:
    """Return the name of the group whose heading is in that line, and how many rows it has."""
    group = board.arrangement.group(line)
    if group is None:
        return StripWords()
    title = " · ".join(filter(None, [group_name(board, group), group_title(board, group)]))
    return StripWords(words=title, about=group_count(board, group))


def several_facts(count: int) -> StripWords:
    """Return how many rows are selected, and what that means."""
    words = ngettext("{count} row is selected", "{count} rows are selected", count).format(count=number(count))
    return StripWords(words=words, about=_("A value that is set now is set for all of them."))


def nothing_facts(board: Board) -> StripWords:
    """Return why no row is the current one: all are still to come, none is there, or none is chosen."""
    if board.filling.busy:
        return StripWords(about=_("The articles are still being read."))
    chosen = _("Choose a row to see its sentence.")
    return StripWords(about=chosen if board.arrangement.count else _("There is no row to choose."))


def _about(board: Board, row: int, now: str) -> str:
    """Return the place of the row with who says it, its figures and its state."""
    table = board.table
    about = table.document(row)
    start, end = (in_digits(str(table.numbers[name][row])) for name in ("start", "end"))
    # Translators: an article, and the code points in it at which the words of a row stand.
    place = _("{article}, at {start}–{end}").format(article=about.article, start=start, end=end)
    said = []
    for column in table.columns:
        if column.kind in ABOUT and (words := full_words(table, column, row, now)):
            said.append(_("{column}: {cell}").format(column=column_title(column), cell=words))
    return " · ".join([place, *said])
