"""Opening of the dialog that signs, and what it does to the article."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.facts.desk.signing import OpenFactsError, SignedAlreadyError
from annotator.session.editing.sign_offs.signing import Signing
from annotator.session.open_article import Key
from annotator.session.services import Services
from annotator.translation.messages import _
from annotator.ui.dialogs.sign_off_dialog.content import content_of
from annotator.ui.dialogs.sign_off_dialog.dialog import SignOffDialog


class SignOffWindow(QObject):
    """The dialog whenever it is open; reasons that were typed stay until the article is signed or left."""

    def __init__(self, services: Services, signing: Signing, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._signing, self._window = services, signing, window
        self._reasons: dict[str, str] = {}
        self._of: Key | None = None
        self._dialog: SignOffDialog | None = None

    def open(self) -> None:
        """Show the dialog for the open article."""
        session = self._services.session
        session.field.finish()
        if session.current is None:
            session.say(_("No article is open"))
            return
        if session.current.key != self._of:
            self._reasons, self._of = {}, session.current.key
        settings = self._services.store.settings
        content = content_of(session, self._signing)
        reasons = {**self._signing.reasons_before(), **self._reasons}
        dialog = SignOffDialog(content, settings.signature or settings.annotator, reasons, self._window)
        self._dialog = dialog
        dialog.signed.connect(self._sign)
        dialog.went.connect(self._go)
        dialog.finished.connect(self._close)
        dialog.open()

    def _sign(self, name: str, reasons: dict[str, str]) -> None:
        session = self._services.session
        self._services.store.update(signature=name)
        try:
            done = self._signing.sign(name, reasons)
        except OpenFactsError:
            self._show_again()
            return
        except SignedAlreadyError:
            words = _("{name} has signed this text with these facts already")
            session.say(words.format(name=name))
            done = True
        if done and self._dialog:
            self._dialog.accept()
            self._reasons = {}

    def _show_again(self) -> None:
        """Show the dialog with what is open now: somebody else has changed it meanwhile."""
        if self._dialog:
            self._dialog.reject()
        self._services.session.say(_("Somebody else has opened a fact or a query meanwhile"))
        self.open()

    def _go(self, id: str) -> None:
        if self._dialog:
            self._dialog.reject()
        self._window.activateWindow()
        self._services.session.select(id, show=True)

    def _close(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog:
            self._reasons = dialog.reasons
            dialog.deleteLater()
