"""List of formats with a filter field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.language.folding import folded
from annotator.session.exporting.format_list import ListedFormat
from annotator.translation.messages import _
from annotator.ui.dialogs.export_dialog.wording import LOOKING, kind_words, row_words
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.lists.two_line_rows import TwoLineRows, TwoLines

WIDTH, NARROWEST, PADDING = 290, 200, 12


class FormatChooser(QWidget):
    """Format list. ``chosen``: another format is current. ``entered``: Enter on a format. ``left``: Escape.

    ``loading`` until the formats are known.
    """

    chosen = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: list[ListedFormat] = []
        self.loading = True
        self._shown: list[ListedFormat] = []
        self._field = FilterField(look, _("Filter the formats"), parent=self)
        self._field.setObjectName("formatFilter")
        self._list = TwoLineRows(look, self)
        self._list.setObjectName("formatList")
        self._list.setAccessibleName(_("Formats"))
        self._list.say_when_empty(_(LOOKING))
        self._lay_out()
        self._connect()

    @property
    def current(self) -> ListedFormat | None:
        row = self._list.current_row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def show_formats(self, formats: Sequence[ListedFormat], name: str) -> None:
        """List the formats that can be written, with the one called ``name`` as current."""
        self._all = [listed for listed in formats if listed.format.write]
        self.loading = False
        self._narrow(self._field.text(), name)
        if not self._field.text():  # else somebody is typing into it
            self._list.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def _lay_out(self) -> None:
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDTH)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self._list.viewport().backgroundRole())
        field = QVBoxLayout()
        field.setContentsMargins(PADDING, PADDING, PADDING, 0)
        field.addWidget(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addLayout(field)
        column.addWidget(self._list, 1)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._narrow)
        self._field.went_down.connect(self._list.setFocus)
        self._field.left.connect(self.left)
        self._list.left.connect(self.left)
        self._list.entered.connect(lambda _row: self.entered.emit())
        self._list.typed.connect(self._type)
        self._list.went_to.connect(lambda _row: self.chosen.emit())

    def _narrow(self, words: str, name: str = "") -> None:
        current, wanted = self.current, folded(words).split()
        name = name or (current.format.name if current else "")
        self._shown = [listed for listed in self._all if _has(listed, wanted)]
        names = [listed.format.name for listed in self._shown]
        self._list.show_rows([_row(listed) for listed in self._shown], names.index(name) if name in names else 0)
        none = _("No match for “{words}”").format(words=words)
        self._list.say_when_empty(_(LOOKING) if self.loading else none)
        if not self._shown:
            self.chosen.emit()

    def _type(self, letter: str) -> None:
        """Continue in the filter field with a letter typed on the list."""
        self._field.setFocus()
        self._field.setText(self._field.text() + letter)


def _row(listed: ListedFormat) -> TwoLines:
    return TwoLines(_(listed.format.title), row_words(listed), kind_words(listed.format), dim=not listed.installed)


def _has(listed: ListedFormat, wanted: Sequence[str]) -> bool:
    format = listed.format
    words = folded(f"{_(format.title)} {format.title} {format.name} {format.suffix}")
    return all(word in words for word in wanted)
