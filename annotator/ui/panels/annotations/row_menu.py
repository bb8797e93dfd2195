"""Context menu of the annotations selected in the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model.scheme import Scheme
from annotator.translation.messages import _
from annotator.ui.actions.label_menu import fill_label_menu
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.theme.look import Look


class RowMenu(QMenu):
    """Menu to relabel, edit the note and remove."""

    def __init__(self, scheme: Scheme, look: Look, *, writable: bool, parent: QWidget) -> None:
        super().__init__(_("Annotation"), parent)
        self.setObjectName("annotationMenu")
        self._scheme, self._look, self._writable = scheme, look, writable

    def offer(
        self, relabel: Callable[[str], None], note: Callable[[], None] | None, remove: Callable[[], None]
    ) -> None:
        """Fill the menu with actions that call these functions; None for ``note`` leaves that action out."""
        labels = QMenu(_("Relabel"), self)
        fill_label_menu(labels, self._scheme, self._look, relabel)
        labels.setEnabled(self._writable)
        self.addMenu(labels)
        if note:
            self._add(_("Note"), note)
        self.addSeparator()
        self._add(_("Remove"), remove)
        give_mnemonics(self)

    def _add(self, text: str, act: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.triggered.connect(lambda: act())
        action.setEnabled(self._writable)
        self.addAction(action)
