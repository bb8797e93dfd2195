"""Table model of encodings, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.language.folding import folded
from annotator.storage.articles.encodings import name_of
from annotator.translation.messages import N_, _, listed
from annotator.ui.dialogs.encoding_dialog.readings import Readings
from annotator.ui.widgets.lists.rows_model import RowsModel

Index = QModelIndex | QPersistentModelIndex
IN_USE, LIKELIEST, MISFIT = N_("in use"), N_("likeliest"), N_("does not fit")


class EncodingRows(RowsModel[str]):
    """Rows of ``codes`` in their order, filtered by ``narrow``."""

    def __init__(self, codes: Sequence[str], in_use: str, readings: Readings, parent: QObject) -> None:
        super().__init__(parent)
        self._codes, self._in_use, self._readings = codes, in_use, readings
        self.show_rows(codes)

    def narrow(self, words: str) -> None:
        """Show only the encodings whose names contain all of these words."""
        wanted = folded(words).split()
        self.show_rows([code for code in self._codes if _has(folded(f"{name_of(code)} {code}"), wanted)])

    def code(self, row: int) -> str:
        """Return the code in the row; empty where there is no such row."""
        return self.rows[row] if 0 <= row < len(self.rows) else ""

    def row_of(self, code: str) -> int:
        """Return the row of the encoding; -1 where it has none."""
        return self.rows.index(code) if code in self.rows else -1

    def remark(self, row: int) -> str:
        """Return the remark beside the encoding's name: whether it fits, is in use or the likeliest; empty for none."""
        code = self.rows[row]
        if self._readings.known_misfit(code):
            return MISFIT
        if code == self._in_use:
            return IN_USE
        return LIKELIEST if code == self._codes[0] else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name_of(self.rows[index.row()])
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (name_of(self.rows[index.row()]), _(self.remark(index.row())))
                return listed(part for part in parts if part)
            case _:
                return None


def _has(name: str, words: Sequence[str]) -> bool:
    return all(word in name for word in words)
