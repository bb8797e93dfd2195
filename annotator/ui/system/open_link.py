"""Opening of addresses of the web in the system's browser, after they were shown and agreed to."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from annotator.model.visible import visible
from annotator.translation.messages import _
from annotator.ui.system.system_dialogs import Question, SystemDialogs

OPENED = ("http", "https")


def open_link(address: str, dialogs: SystemDialogs) -> None:
    """Show the address and open it if the user agrees; one that is not of the web is never opened."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in OPENED or not url.host():
        dialogs.tell(_("Open the address"), _("It is not an address of the web, and is not opened."), visible(address))
        return
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    question = Question(
        _("Open the address"),
        _("Your browser opens this address of {host}:").format(host=host),
        (_("Open"), _("Cancel")),
        visible(address),
    )
    if dialogs.ask(question) == _("Open"):
        QDesktopServices.openUrl(url)
