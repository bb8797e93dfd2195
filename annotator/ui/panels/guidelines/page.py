"""Page of the guidelines: their text, a field to search in it, and why a file is not shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.session.sync.guidelines import Guidelines
from annotator.translation.messages import _
from annotator.ui.panels.guidelines.search_field import SearchField
from annotator.ui.panels.guidelines.text import GuidelinesText
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.panel_header import PADDING, plain_label


class GuidelinesPage(QWidget):
    """Guidelines as they are now.

    ``left``: to return to the article. ``link_requested``: an address to open, if the user agrees.
    ``print_requested``: to print the guidelines.
    """

    left = Signal()
    link_requested = Signal(str)
    print_requested = Signal()

    def __init__(self, guidelines: Guidelines, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._guidelines = guidelines
        self._wanted: tuple[Sequence[str], str] | None = None
        self._printing = False
        self._field, self._text = SearchField(look, self), GuidelinesText(look, self)
        self._problem = plain_label("", self)
        self.setFocusProxy(self._text)
        self._lay_out()
        self._connect(look)
        self._show()

    def show_part(self, names: Sequence[str], attribute: str) -> None:
        """Put the keyboard here, at the part about the label of these names, or about the attribute there."""
        self._wanted = names, attribute
        self._go()
        take_keyboard(self._text)

    def print_all(self) -> None:
        """Ask for the guidelines to be printed, as soon as they have been read."""
        self._printing = True
        self._print_if_read()

    def printable(self) -> QTextDocument:
        """Return the guidelines in black on white."""
        return self._text.printable()

    def _lay_out(self) -> None:
        self._problem.setWordWrap(True)
        self._problem.setObjectName("guidelinesProblem")
        self._problem.setContentsMargins(PADDING, 0, PADDING, 6)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        field = QVBoxLayout()
        field.setContentsMargins(10, 2, 10, 6)
        field.addWidget(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(field)
        column.addWidget(self._problem)
        column.addWidget(self._text, 1)

    def _connect(self, look: Look) -> None:
        self._guidelines.changed.connect(self._show)
        self._field.textChanged.connect(lambda words: self._text.light(words.split()))
        self._field.stepped.connect(self._text.step)
        self._field.went_down.connect(lambda: take_keyboard(self._text))
        self._text.stepped.connect(self._text.step)
        self._text.search_requested.connect(self._search)
        self._text.link_requested.connect(self.link_requested)
        for part in (self._field, self._text):
            part.left.connect(self.left)
        look.changed.connect(self._show)

    def _show(self) -> None:
        """Show the text as it is now, where it was scrolled to before."""
        place = self._text.verticalScrollBar().value()
        self._text.show_text(_("Guidelines"), self._guidelines.text)
        self._problem.setText(self._guidelines.problem)
        self._problem.setVisible(bool(self._guidelines.problem))
        self._text.light(self._field.text().split())
        self._text.verticalScrollBar().setValue(place)
        self._go()
        self._print_if_read()

    def _go(self) -> None:
        """Go where the user wanted to; once more when the file has been read, and no more when it changes later."""
        if self._wanted:
            self._text.show_part(*self._wanted)
        if self._guidelines.is_read:
            self._wanted = None

    def _print_if_read(self) -> None:
        if self._printing and self._guidelines.is_read:
            self._printing = False
            self.print_requested.emit()

    def _search(self) -> None:
        take_keyboard(self._field)
        self._field.selectAll()
