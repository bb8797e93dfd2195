"""Button that asks to open an address."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from annotator.translation.messages import _

OPENED = ("http://", "https://")


class LinkButton(QPushButton):
    """Button beside a link, shown for addresses of the web only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Open…"), parent)
        self.setObjectName("openLink")
        self.setAutoDefault(False)
        self.setAccessibleName(_("Open the address"))
        self.hide()

    def show_address(self, address: str) -> None:
        """Show the button if the address is one of the web."""
        self.setVisible(address.casefold().startswith(OPENED))
