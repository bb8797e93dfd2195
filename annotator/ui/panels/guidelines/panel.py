"""Dock with the guidelines: the folder's file, or the definitions and examples of the scheme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QPalette, QShowEvent, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.session.sync.guidelines import Guidelines
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.icon_button import IconButton
from annotator.ui.widgets.keyboard import let_tab_reach
from annotator.ui.widgets.panel_header import PanelHeader

if TYPE_CHECKING:
    from annotator.ui.panels.guidelines.page import GuidelinesPage


class GuidelinesPanel(QWidget):
    """Header and page of the guidelines; the page is imported and made when it is first seen, as most never are.

    ``text_requested``: to return to the article. ``link_requested``: an address to open, if the user agrees.
    ``print_requested``: to print the guidelines.
    """

    text_requested = Signal()
    link_requested = Signal(str)
    print_requested = Signal()

    def __init__(self, guidelines: Guidelines, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guidelinesPanel")
        self.setAccessibleName(_("Guidelines"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._guidelines, self._look = guidelines, look
        self.header = PanelHeader(_("Guidelines"), parent=self)
        self._print = IconButton(look, "print", _("Print the guidelines…"), self.header)
        self._print.clicked.connect(self.print_all)
        self.header.add(self._print)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)

    @cached_property
    def _page(self) -> GuidelinesPage:
        from annotator.ui.panels.guidelines.page import GuidelinesPage  # here: not before it is wanted

        page = GuidelinesPage(self._guidelines, self._look, self)
        page.left.connect(self.text_requested)
        page.link_requested.connect(self.link_requested)
        page.print_requested.connect(self.print_requested)
        self._column.addWidget(page, 1)
        self.setFocusProxy(page)
        let_tab_reach(page, after=self.header)
        return page

    def show_part(self, names: Sequence[str], attribute: str = "") -> None:
        """Put the keyboard here, at the part about the label of these names, or about the attribute there."""
        self._page.show_part(names, attribute)

    def print_all(self) -> None:
        """Ask for the guidelines to be printed, as soon as they have been read."""
        self._page.print_all()

    def printable(self) -> QTextDocument:
        """Return the guidelines in black on white."""
        return self._page.printable()

    def showEvent(self, event: QShowEvent) -> None:
        self._page.show()
        super().showEvent(event)
        self._guidelines.follow(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._guidelines.follow(on=False)
