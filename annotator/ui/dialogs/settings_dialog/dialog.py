"""Settings dialog with its pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from annotator.session.preferences.settings import Settings
from annotator.translation.messages import _
from annotator.ui.actions.row import ActionRow
from annotator.ui.dialogs.settings_dialog.general_page import GeneralPage
from annotator.ui.dialogs.settings_dialog.keys_page import KeysPage
from annotator.ui.dialogs.settings_dialog.tab_bar import PlainTabBar
from annotator.ui.dialogs.settings_dialog.text_page import TextPage
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent

SIZE = QSize(740, 580)


class SettingsDialog(FittingDialog):
    """Dialog. ``applied``: the new settings, emitted on OK. ``in_use`` is the annotator's name that is in use now."""

    applied = Signal(object)

    def __init__(
        self,
        settings: Settings,
        rows: Sequence[ActionRow],
        look: Look,
        parent: QWidget | None = None,
        *,
        in_use: str = "",
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._pages = (
            GeneralPage(settings, look, self, in_use),
            TextPage(settings, look, self),
            KeysPage(settings, rows, look, self),
        )
        self.setObjectName("settingsDialog")
        self.setWindowTitle(_("Settings"))
        self.setAccessibleName(_("Settings"))
        self._lay_out(look)
        self.finished.connect(self.deleteLater)
        self.fit(SIZE)

    def _lay_out(self, look: Look) -> None:
        tabs = Tabs(look, self)
        for page in self._pages:
            tabs.addTab(ScrolledContent(page, tabs), page.accessibleName())
        choices = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(choices.Ok | choices.Cancel, self)
        buttons.button(choices.Cancel).setText(_("Cancel"))
        buttons.setContentsMargins(24, 0, 24, 16)
        buttons.accepted.connect(self._apply)
        buttons.rejected.connect(self.reject)
        self._pages[2].left.connect(self.reject)
        self._pages[0].allowed.connect(buttons.button(choices.Ok).setEnabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(tabs, 1)
        column.addWidget(buttons)

    def _apply(self) -> None:
        settings = self._settings
        for page in self._pages:
            settings = page.chosen(settings)
        self.accept()
        self.applied.emit(settings)


class Tabs(QTabWidget):
    """Tabs of the pages."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsPages")
        self.setAccessibleName(_("Pages"))
        self.setTabBar(PlainTabBar(look, self))
        self.setDocumentMode(True)
