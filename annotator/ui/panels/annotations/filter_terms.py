"""Field for the filter of annotations, which offers the terms that the scheme allows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from annotator.session.annotation_filter import suggestions
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.filter_field import FilterField

LEAST = 2
"""Letters of a term's name from which on terms are offered; after a colon they are offered at once."""
NOTHING = "\0"
"""Beginning that no term has."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TermField(FilterField):
    """Filter field that completes the term before the caret; Enter takes the one chosen, Escape closes the list."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Filter the annotations"), parent=parent)
        self.setObjectName("annotationsFilter")
        self._session = session
        self._terms = TermCompleter(self)
        self.setCompleter(self._terms)
        self.setToolTip(
            _("Words, or terms such as label:claim, has:note, has:relation, verdict:none; a minus excludes")
        )
        session.opened.connect(self._offer)
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the list of terms to it while it is open."""
        if self._terms.takes(event.key()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        self._terms.offer(suggestions(self._session.scheme) if self._session.current else [])


class TermCompleter(QCompleter):
    """Completer of the last term of a filter; what stands before it stays."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._known = QStringListModel(self)
        self.setModel(self._known)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def offer(self, terms: list[str]) -> None:
        """Offer these terms from now on."""
        self._known.setStringList(terms)

    def takes(self, key: int) -> bool:
        """Return whether the open list does something with the key: it is closed, or the chosen term is taken."""
        popup = self.popup()
        if popup is None or not popup.isVisible():
            return False
        return key == Qt.Key.Key_Escape or (key in ENTER and popup.currentIndex().isValid())

    def splitPath(self, path: str) -> list[str]:
        """Return the term that is being typed, without a minus before it."""
        term = path[_beginning(path) :]
        return [term if len(term) >= LEAST or ":" in term else NOTHING]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole filter with the term completed."""
        typed = self.completionPrefix()  # as it was typed: the field has the chosen term already
        return f"{typed[: _beginning(typed)]}{super().pathFromIndex(index)} "


def _beginning(typed: str) -> int:
    """Return the offset at which the last term begins: after a blank outside of quotation marks, and a minus."""
    quoted, start = False, 0
    for place, char in enumerate(typed):
        quoted ^= char == '"'
        if char.isspace() and not quoted:
            start = place + 1
    return start + typed.startswith("-", start)
