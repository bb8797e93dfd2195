"""Menu of the values that the selected rows of the board can be given, each with its keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from annotator.facts.board.columns import BoardColumn
from annotator.session.board.titles import column_title
from annotator.session.board.values import choice_words, choices_of, is_typed
from annotator.translation.messages import _
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.board.value_keys import keys_of
from annotator.ui.widgets.words.line_of_text import literal


class ValueMenu(QMenu):
    """Menu of states and choices. ``chosen``: a column and the value for it, empty for none. ``asked``: to be typed."""

    chosen = Signal(object, str)
    asked = Signal(object)

    def __init__(self, columns: Sequence[BoardColumn], parent: QWidget) -> None:
        super().__init__(_("Values"), parent)
        self.setObjectName("boardValues")
        self.setToolTipsVisible(True)
        if len(columns) == 1 and choices_of(columns[0]):
            self._fill(self, columns[0])
        else:
            for column in columns:
                self._add(column)
        give_mnemonics(self)
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, column: BoardColumn) -> None:
        title = column_title(column).replace("&", "&&")
        if choices_of(column):
            self._fill(self.addMenu(title), column)
            return
        action = self.addAction(_("{column}…").format(column=title))
        action.setObjectName(f"type-{column.attribute}")
        action.triggered.connect(lambda: self.asked.emit(column))

    def _fill(self, menu: QMenu, column: BoardColumn) -> None:
        for choice in choices_of(column):
            words = choice_words(column, choice).replace("&", "&&")
            keys = keys_of(column, choice)
            action = menu.addAction(f"{words}\t{keys}" if keys else words)
            action.setObjectName(f"set-{choice}")
            action.setToolTip(literal(column.rule.meaning(choice)) if column.rule else "")
            action.triggered.connect(lambda _on=False, choice=choice: self.chosen.emit(column, choice))
        menu.addSeparator()
        nothing = menu.addAction(_("None"))
        nothing.setObjectName("set-none")
        nothing.triggered.connect(lambda: self.chosen.emit(column, ""))
        if menu is not self:
            give_mnemonics(menu)


def changeable(columns: Sequence[BoardColumn], shown: Sequence[BoardColumn]) -> list[BoardColumn]:
    """Return the columns whose cells can be given a value in place: a typed one only where the column is shown."""
    return [column for column in columns if choices_of(column) or (is_typed(column) and column in shown)]
