"""Names of the groups of the board, and what their headings say beside them."""

from __future__ import annotations

from annotator.corpus.board.parts import OPEN
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.language.annotator_names import annotator_name
from annotator.session.board.board import Board
from annotator.session.board.cells import attribute_words, is_who_says_it
from annotator.session.board.groups import Group
from annotator.session.board.titles import column_title
from annotator.session.editing.check_words import state_words
from annotator.translation.messages import _, ngettext, number


def group_column(board: Board) -> BoardColumn | None:
    """Return the column by which the board is grouped; None if it is not."""
    return next((column for column in board.table.columns if column.id == board.view.group), None)


def group_name(board: Board, group: Group) -> str:
    """Return the name of a group: the article without its suffix, or the cell that its rows share."""
    if group.document >= 0:
        article = board.table.documents[group.document].about.article
        return article.rpartition(".")[0] or article
    column = group_column(board)
    if column and not group.text:
        return _("the article") if is_who_says_it(column) else _("No {column}").format(column=column_title(column))
    if column and column.kind is ColumnKind.STATE:
        return state_words(group.text)
    if column and column.kind is ColumnKind.ANNOTATOR:
        return annotator_name(group.text)
    return attribute_words(column, group.text) if column and column.rule else group.text


def group_title(board: Board, group: Group) -> str:
    """Return the title of a group's article, with its annotator; empty for another group."""
    if group.document < 0:
        return ""
    about = board.table.documents[group.document].about
    return " · ".join(filter(None, [about.title, about.annotator and annotator_name(about.annotator)]))


def group_count(board: Board, group: Group) -> str:
    """Return how many rows a group has, and of facts how many of them are open."""
    count = len(group.rows)
    rows = ngettext("{count} row", "{count} rows", count).format(count=number(count))
    if not board.is_of_facts:
        return rows
    flags = board.table.flags
    still_open = sum(flags[row] & OPEN for row in group.rows)
    return _("{rows}, {count} open").format(rows=rows, count=number(still_open))
