"""The way to an annotation of the board whose row may still have to be read."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.session.board.board import Board
from annotator.ui.board.rows import BoardRows


class RowSeeking(QObject):
    """Go to an annotation as soon as its row is there, unless another row is chosen until then."""

    def __init__(self, board: Board, rows: BoardRows) -> None:
        super().__init__(rows)
        self._board, self._rows = board, rows
        self._wanted: tuple[str, str] | None = None
        self._before = -1
        board.counted.connect(self._go)

    def begin(self, sidecar: str, id: str) -> None:
        """Seek an annotation of that document."""
        self._wanted, self._before = (sidecar, id), self._rows.row
        self._go()

    def _go(self) -> None:
        if self._wanted is None:
            return
        row, was_left = self._board.row_of(*self._wanted), self._rows.row != self._before
        if row >= 0 or was_left or not self._board.filling.busy:
            self._wanted = None
        if row >= 0 and not was_left:
            self._rows.go_to_row(row)
