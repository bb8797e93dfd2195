"""Dialogs of the desk over the window: a query, criticism, and the lists; each imported when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.session.editing.navigation import Navigation
from annotator.session.services import Services
from annotator.translation.messages import _
from annotator.ui.desk.desk_parts import desk_parts
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look

if TYPE_CHECKING:  # imported when it is first wanted
    from annotator.ui.dialogs.lists_dialog.opening import ListsWindow


class DeskDialogs:
    """Open what is asked for over ``window``; the lists are open once at a time."""

    def __init__(
        self, services: Services, look: Look, messages: SystemDialogs, navigation: Navigation, window: QWidget
    ) -> None:
        self._services, self._look, self._messages, self._navigation = services, look, messages, navigation
        self._window = window
        self._parts = desk_parts(services.session, look)
        self._lists: ListsWindow | None = None

    def ask_query(self) -> None:
        """Open the form of a query about the selected annotation, else about the article."""
        from annotator.ui.desk.query_dialog import ask_query  # here: not before it is wanted

        session = self._services.session
        session.field.finish()
        chosen = session.selected_annotation
        ask_query(self._parts, chosen.id if chosen else "", self._window)

    def mark_criticism(self) -> None:
        """Open the form of criticism in the selected annotation."""
        from annotator.ui.desk.criticism_dialog import mark_criticism  # here: not before it is wanted

        session = self._services.session
        session.field.finish()
        if chosen := session.selected_annotation:
            mark_criticism(self._parts, chosen.id, self._window)

    def open_lists(self) -> None:
        """Open the lists of the open article and of its folder."""
        from annotator.ui.dialogs.lists_dialog.opening import ListsWindow  # here: not before it is wanted

        if self._services.folder.path is None:
            self._services.session.say(_("No folder is open"))
            return
        if self._lists is None:
            self._lists = ListsWindow(self._services, self._parts, self._navigation, self._messages, self._window)
        self._lists.open()

    def close(self) -> None:
        """Close the lists, whatever they do, as the window closes."""
        if self._lists:
            self._lists.close()
