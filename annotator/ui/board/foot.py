"""Content of the strip below the board, by what is current in the rows and which key is waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from annotator.session.board.board import Board
from annotator.session.board.documents import BoardDocuments
from annotator.ui.board.key_mode import KeyMode, On
from annotator.ui.board.row_facts import group_facts, nothing_facts, row_facts, several_facts
from annotator.ui.board.rows import BoardRows
from annotator.ui.board.strip import BoardStrip, StripWords
from annotator.ui.theme.look import Look


class FootParts(NamedTuple):
    """The strip, and what it follows."""

    strip: BoardStrip
    rows: BoardRows
    keys: KeyMode


class BoardFoot(QObject):
    """Keep the strip as the rows are; ages are told by ``clock``."""

    def __init__(
        self, board: Board, documents: BoardDocuments, parts: FootParts, look: Look, clock: Callable[[], str]
    ) -> None:
        super().__init__(parts.strip)
        self._board, self._documents, self._look, self._clock = board, documents, look, clock
        self._strip, rows, keys = parts
        self._rows, self._keys = rows, keys
        self._soon = QTimer(
            self, interval=0, singleShot=True
        )  # a key changes both what is selected and what is current
        self._soon.timeout.connect(self.refresh)
        keys.hinted.connect(self.show_keys)
        documents.came.connect(self.refresh)
        rows.selectionModel().selectionChanged.connect(lambda _now, _before: self._soon.start())
        rows.selectionModel().currentRowChanged.connect(lambda _now, _before: self._soon.start())

    def refresh(self) -> None:
        """Show the current row, the group, how many rows are selected, or why there is none."""
        row = self._rows.row
        in_full = self._board.table.words[row] if row >= 0 else ""
        self._strip.show_words(self._words(row), in_full)
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that do something now."""
        on = On.ROW if self._rows.row >= 0 else On.GROUP if self._rows.current_row() >= 0 else On.NOTHING
        self._strip.show_keys(self._keys.hints(on), waiting=bool(self._keys.first))

    def _words(self, row: int) -> StripWords:
        board = self._board
        if row < 0:
            line = self._rows.current_row()
            return group_facts(board, line) if board.arrangement.group(line) else nothing_facts(board)
        several = len(self._rows.rows())
        if several > 1:
            return several_facts(several)
        label = board.scheme.label(board.label) if board.scheme else None
        colours = self._look.theme.label(label, board.label)
        return row_facts(board, self._documents, row, self._clock(), colours)
