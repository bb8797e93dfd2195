"""Context menu of the annotations selected in the list."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.actions.label_menu import fill_label_menu
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.theme.look import Look


class RowMenu(QMenu):
    """Menu to relabel the annotations of these ids, edit the note of one, link them to one and remove them."""

    def __init__(self, session: Session, ids: Collection[str], look: Look, parent: QWidget) -> None:
        super().__init__(_("Annotation"), parent)
        self.setObjectName("annotationMenu")
        self._scheme, self._look, self._writable = session.scheme, look, session.writable
        self._present = {session.document.annotations[id].label for id in ids}

    def offer(
        self,
        relabel: Callable[[str], None],
        note: Callable[[], None] | None,
        link: Callable[[], None],
        remove: Callable[[], None],
    ) -> None:
        """Fill the menu with actions that call these functions; None for ``note`` leaves that action out."""
        labels = QMenu(_("Relabel"), self)
        fill_label_menu(labels, self._scheme, self._look, relabel, self._present)
        labels.setEnabled(self._writable)
        self.addMenu(labels)
        if note:
            self._add(_("Note"), note)
        self._add(_("Link to…"), link)
        self.addSeparator()
        self._add(_("Remove"), remove)
        give_mnemonics(self)

    def _add(self, text: str, act: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.triggered.connect(lambda: act())
        action.setEnabled(self._writable)
        self.addAction(action)
