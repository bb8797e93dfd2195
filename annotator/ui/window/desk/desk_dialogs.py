"""Dialogs of the desk over the window, from queries to the sign-off; each is imported when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from annotator.session.editing.navigation import Navigation
from annotator.session.services import Services
from annotator.translation.messages import _
from annotator.ui.desk.desk_parts import desk_parts
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look

if TYPE_CHECKING:  # imported when it is first wanted
    from annotator.ui.dialogs.agreement_dialog.opening import AgreementWindow
    from annotator.ui.dialogs.lists_dialog.opening import ListsWindow
    from annotator.ui.dialogs.sign_off_dialog.opening import SignOffWindow


class DeskDialogs:
    """Open what is asked for over ``window``; the lists are open once at a time."""

    def __init__(
        self, services: Services, look: Look, messages: SystemDialogs, navigation: Navigation, window: QWidget
    ) -> None:
        self._services, self._look, self._messages, self._navigation = services, look, messages, navigation
        self._window = window
        self._parts = desk_parts(services.session, look)
        self._lists: ListsWindow | None = None
        self._sign_off: SignOffWindow | None = None
        self._evidence: QDialog | None = None
        self._agreement: AgreementWindow | None = None

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

    def open_sign_off(self) -> None:
        """Open the dialog that signs the open article."""
        from annotator.ui.dialogs.sign_off_dialog.opening import SignOffWindow  # here: not before it is wanted

        if self._sign_off is None:
            self._sign_off = SignOffWindow(self._services, self._navigation.signing, self._window)
        self._sign_off.open()

    def open_agreement(self) -> None:
        """Open the agreement of the annotators of the folder."""
        from annotator.ui.dialogs.agreement_dialog.opening import AgreementWindow  # here: not before it is wanted

        if self._agreement is None:
            parts = self._navigation, self._look, self._messages, self._window
            self._agreement = AgreementWindow(self._services, *parts)
        self._agreement.open()

    def open_evidence(self) -> None:
        """Open the list of evidence, once at a time."""
        from annotator.ui.dialogs.evidence_dialog import open_evidence  # here: not before it is wanted

        if self._evidence is None:
            self._evidence = open_evidence(self._services, self._look, self._messages, self._navigation, self._window)
            self._evidence.finished.connect(self._forget_evidence)
        self._evidence.raise_()
        self._evidence.activateWindow()

    def _forget_evidence(self) -> None:
        self._evidence = None

    def close(self) -> None:
        """Close its windows, whatever they do, as the window closes."""
        for window in (self._lists, self._evidence, self._agreement):
            if window:
                window.close()
