"""The encodings as rows, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.storage.articles.encodings import name_of
from annotator.ui.dialogs.encoding_dialog.readings import Readings

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
IN_USE, LIKELIEST, MISFIT = "in use", "likeliest", "does not fit"


class EncodingRows(QAbstractTableModel):
    """``codes`` in their order; ``narrow`` shows some of them."""

    def __init__(self, codes: Sequence[str], in_use: str, readings: Readings, parent: QObject) -> None:
        super().__init__(parent)
        self._codes, self._in_use, self._readings = codes, in_use, readings
        self._shown = list(codes)

    def narrow(self, words: str) -> None:
        """Show the encodings whose names have all of these words."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._shown = [code for code in self._codes if _has(f"{name_of(code)} {code}".casefold(), wanted)]
        self.endResetModel()

    def code(self, row: int) -> str:
        return self._shown[row] if 0 <= row < len(self._shown) else ""

    def row_of(self, code: str) -> int:
        """Its row; -1 where it has none."""
        return self._shown.index(code) if code in self._shown else -1

    def remark(self, row: int) -> str:
        """What is to be said of the encoding beside its name."""
        code = self._shown[row]
        if self._readings.known_misfit(code):
            return MISFIT
        if code == self._in_use:
            return IN_USE
        return LIKELIEST if code == self._codes[0] else ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name_of(self._shown[index.row()])
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (name_of(self._shown[index.row()]), self.remark(index.row()))
                return ", ".join(part for part in parts if part)
            case _:
                return None


def _has(name: str, words: Sequence[str]) -> bool:
    return all(word in name for word in words)
