"""Model of the lines of a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from annotator.session.fact_tables.lines import Line
from annotator.translation.messages import _
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.words.line_of_text import literal

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class LinesModel(RowsModel[Line]):
    """List model of lines; headings cannot be selected."""

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line = self.rows[index.row()]
        match role:
            case Role.DisplayRole:
                return line.said
            case Role.AccessibleTextRole:
                return _said(line)
            case Role.ToolTipRole:
                return literal(line.said)
            case Role.CheckStateRole if line.ticked is not None:
                return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.rows[index.row()]
        if line.is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _said(line: Line) -> str:
    """Return the text of the line with what is drawn only."""
    said = line.said
    if line.ticked:
        said = _("{line}, ticked").format(line=said)
    # Translators: a row of a table whose figure or name does not fit another one.
    return _("{line}, does not fit").format(line=said) if line.lit else said
