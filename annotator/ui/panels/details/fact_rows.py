"""Rows of name and text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.translation.messages import ngettext, number
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

ROW_HEIGHT, NAME_WIDTH, GAP, PAD = 32, 92, 10, 6
MOST_ROWS = 100
"""Rows that are shown: a file may have thousands of attributes, and each row is a widget."""


class FactRows(QWidget):
    """Column of rows that are reused: as many are visible as there are facts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_FactRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show pairs of name and text, and the number of those beyond MOST_ROWS; hide the widget if there are none."""
        if len(facts) > MOST_ROWS:
            facts = [*facts[: MOST_ROWS - 1], ("", _more_words(len(facts) - MOST_ROWS + 1))]
        while len(self._rows) < len(facts):
            self._rows.append(_FactRow(self))
            self._column.addWidget(self._rows[-1])
        for row, fact in zip(self._rows, facts, strict=False):
            row.show_fact(*fact)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(facts))
        self.setVisible(bool(facts))


def _more_words(more: int) -> str:
    return ngettext("and {count} more", "and {count} more", more).format(count=number(more))


class _FactRow(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._text = WrappingLabel(self), WrappingLabel(self)
        self._name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._name.setFixedWidth(NAME_WIDTH)
        self.setMinimumHeight(ROW_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, PAD, 0, PAD)
        row.setSpacing(GAP)
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def show_fact(self, name: str, text: str) -> None:
        self._name.setText(name)
        self._text.setText(text)
        self._text.setAccessibleName(f"{self._name.text()}: {self._text.text()}")
