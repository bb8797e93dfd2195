"""Filter of the list of annotations: the field, the menu of kept filters, and the field for the name of one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.session.annotation_filter import divided, names, suggestions
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.panels.annotations.kept_filters import KeptFiltersMenu
from annotator.ui.panels.annotations.search import SessionSearch
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.lists.term_field import TermField

MOST_KEPT = 50
LONGEST_NAME = 80


class FilterBar(QWidget):
    """Field of the filter with its menu. ``edited``: the filter is another one.

    ``kept``: all kept filters by their names, after one was added or removed. ``went_down``: on to the list. ``left``:
    back to the text.
    """

    edited = Signal()
    kept = Signal(dict)
    went_down = Signal()
    left = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._search = session, SessionSearch(session)
        self._kept: Mapping[str, str] = {}
        self._menu = KeptFiltersMenu(self)
        self._field = TermField(look, _("Filter the annotations"), self._divided, self._menu, self)
        self._field.setObjectName("annotationsFilter")
        self._field.count_with(lambda term: self._search.count(" ".join([*self._field.terms, term])))
        self._field.setToolTip(
            _("Words, or terms such as label:claim, has:note, has:relation, verdict:none, signed:no; a minus excludes")
        )
        self._name = NameField(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 10, 6)
        column.setSpacing(4)
        column.addWidget(self._field)
        column.addWidget(self._name)
        self.setFocusProxy(self._field)
        self._connect()
        self._offer()

    @property
    def filter(self) -> str:
        """The filter as one would type it."""
        return self._field.filter

    def show_kept(self, kept: Mapping[str, str]) -> None:
        """Offer these kept filters, by their names."""
        self._kept = kept
        self._menu.show_filters(kept, present=self.filter)

    def focus(self) -> None:
        """Focus the field and select its text."""
        take_keyboard(self._field)
        self._field.selectAll()

    def clear(self) -> None:
        """Remove the filter and focus the field."""
        self._field.set_filter("")
        self._field.setFocus()

    def _connect(self) -> None:
        self._field.edited.connect(self._follow_edit)
        self._field.went_down.connect(self.went_down)
        self._field.left.connect(self.left)
        self._session.opened.connect(self._offer)
        for change in (self._session.opened, self._session.changed):
            change.connect(self._field.forget_counts)
        self._menu.chosen.connect(self._field.set_filter)
        self._menu.keep_wanted.connect(self._ask_name)
        self._menu.forgotten.connect(lambda name: self._tell({n: f for n, f in self._kept.items() if n != name}))
        self._name.named.connect(self._keep)
        self._name.left.connect(self._field.setFocus)

    def _divided(self, text: str) -> tuple[list[str], str]:
        return divided(text, names(self._session.scheme)) if self._session.current else ([], text)

    def _offer(self) -> None:
        """Offer the terms of the scheme, and divide the filter into the terms that the scheme has."""
        self._field.offer(suggestions(self._session.scheme) if self._session.current else [])
        if self._field.filter:
            self._field.set_filter(self._field.filter)

    def _follow_edit(self) -> None:
        self._menu.show_filters(self._kept, present=self.filter)
        self._name.hide()
        self.edited.emit()

    def _ask_name(self) -> None:
        known = next((name for name, filter in self._kept.items() if filter == self.filter), "")
        self._name.ask(known or self.filter)

    def _keep(self, name: str) -> None:
        others = [item for item in self._kept.items() if item[0] != name]
        self._tell(dict([*others, (name, self.filter)][-MOST_KEPT:]))
        self._session.say(_("Filter kept as “{name}”").format(name=name))

    def _tell(self, kept: Mapping[str, str]) -> None:
        self.show_kept(kept)
        self._field.setFocus()
        self.kept.emit(dict(kept))


class NameField(QLineEdit):
    """Field for a name, shown while it is asked for. ``named``: Enter. ``left``: Escape."""

    named = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filterName")
        self.setAccessibleName(_("Name of the filter"))
        self.setPlaceholderText(_("Name of the filter, then Enter"))
        self.setMaxLength(LONGEST_NAME)
        self.hide()

    def ask(self, name: str) -> None:
        """Ask for a name; ``name`` is proposed."""
        self.setText(name[:LONGEST_NAME])
        self.selectAll()
        self.show()
        take_keyboard(self)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcuts."""
        key = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride else None
        if key and key.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.hide()
            self.named.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)
