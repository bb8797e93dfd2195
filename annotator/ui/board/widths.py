"""Widths of the columns of the board: those that the user has drawn, the usual ones, and for the words what is left."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHeaderView

from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.ui.board.model import BoardModel

LEAST_WORDS = 260
WIDTHS = {
    ColumnKind.NUMBER: 56,
    ColumnKind.RELATION: 176,
    ColumnKind.ATTRIBUTE: 116,
    ColumnKind.STATE: 128,
    ColumnKind.EVIDENCE: 84,
    ColumnKind.QUERIES: 76,
    ColumnKind.ANNOTATOR: 96,
    ColumnKind.ARTICLE: 140,
    ColumnKind.CREATED: 80,
    ColumnKind.MODIFIED: 80,
}
VERDICT_WIDTH = 168


class ColumnWidths(QObject):
    """Widths of the heads. ``widened``: the user has drawn a column, its id, to that width in pixels."""

    widened = Signal(str, int)

    def __init__(self, heads: QHeaderView, model: BoardModel) -> None:
        super().__init__(heads)
        self._heads, self._model = heads, model
        self._chosen: MutableMapping[str, int] = {}
        self._is_dividing = False
        heads.sectionResized.connect(self._note)

    def show(self, chosen: Mapping[str, int], room: int) -> None:
        """Give the columns these widths, in pixels, by their ids; ``room`` is that of all together."""
        self._chosen = dict(chosen)
        self.divide(room)

    def divide(self, room: int) -> None:
        """Give each column its width, and the words what is left of the room."""
        self._is_dividing = True
        usual = [self._width(column) for column in self._model.shown]
        kinds = [column.kind for column in self._model.shown]
        if ColumnKind.WORDS in kinds:
            at = kinds.index(ColumnKind.WORDS)
            left = room - (sum(usual) - usual[at])
            usual[at] = max(left, self._chosen.get("words", LEAST_WORDS))
        for number, width in enumerate(usual):
            if self._heads.sectionSize(number) != width:
                self._heads.resizeSection(number, width)
        self._is_dividing = False

    def _width(self, column: BoardColumn) -> int:
        usual = VERDICT_WIDTH if column.name == "verdict" else WIDTHS.get(column.kind, LEAST_WORDS)
        return self._chosen.get(column.id, usual)

    def _note(self, number: int, _before: int, width: int) -> None:
        if not self._is_dividing and number < len(self._model.shown):
            id = self._model.shown[number].id
            self._chosen[id] = width
            self.widened.emit(id, width)
