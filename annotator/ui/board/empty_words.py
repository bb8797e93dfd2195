"""Sentences in place of a board without rows: why there are none, and what to do."""

from __future__ import annotations

from annotator.language.label_names import label_name
from annotator.session.board.board import Board
from annotator.translation.messages import _, ngettext, number
from annotator.ui.widgets.lists.empty_state import EmptyState, words


def say_why_empty(state: EmptyState, board: Board) -> None:
    """Say why the board shows no rows: a filter, the choice of open facts, or that there are none yet."""
    every = len(board.table)
    if board.view.filter and every:
        hidden = ngettext("{count} row is hidden", "{count} rows are hidden", every)
        state.say_no_match(board.view.filter, hidden.format(count=number(every)))
    elif every:
        state.say(_("None here"), words(_("All facts are in the other view: choose “All” above.")))
    elif board.filling.busy:
        state.say(_("Reading articles"))
    elif not board.label or board.scheme is None:
        state.say(_("No folder is open"), words(_("Open a folder to see its annotations as a table.")))
    else:
        hint = _("Mark them in the articles; the board fills as you mark them. Another label is chosen above.")
        name = label_name(board.scheme, board.label)
        state.say(_("Nothing is marked as {label} yet").format(label=name), words(hint))
