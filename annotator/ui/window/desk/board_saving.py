"""Saving of what the board shows as a CSV file."""

from __future__ import annotations

from pathlib import Path

from annotator.session.board.board import Board
from annotator.session.board.csv_file import board_csv
from annotator.session.fact_tables.csv_file import write_csv
from annotator.session.session import Session
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, shown
from annotator.translation.messages import _
from annotator.ui.board.page import BoardPage
from annotator.ui.system.system_dialogs import Question, SystemDialogs


def save_board(board: Board, page: BoardPage, messages: SystemDialogs, session: Session) -> None:
    """Ask for a file and save there the rows that pass, in their order, with the columns that are shown."""
    start = (board.root or Path()) / f"{board.label}.csv"
    chosen = messages.choose_target(str(start), ".csv")
    if not chosen or not _may_write(Path(chosen), messages):
        return
    try:
        write_csv(Path(chosen), board_csv(board.table, page.rows.shown_columns, board.arrangement.rows()))
    except FileError as error:
        messages.tell(_("Save as CSV…"), str(error))
        return
    session.say(_("Saved as {file}").format(file=shown(Path(chosen).name)))


def _may_write(path: Path, messages: SystemDialogs) -> bool:
    if not is_there(path):
        return True
    replace, back = _("Replace"), _("Cancel")
    sentence = _("{file} is there already.").format(file=shown(path.name))
    return messages.ask(Question(_("Save as CSV…"), sentence, (replace, back))) == replace
