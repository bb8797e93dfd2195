"""Choice between the start page and the article page, by what the open folder has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.session.importing.empty_folder import EmptyFolder
from annotator.session.importing.importable import FolderFiles
from annotator.session.services import Services
from annotator.translation.messages import _
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.window.central_area import CentralArea
from annotator.ui.window.docks import START
from annotator.ui.window.exchange_dialogs import NO_FOLDER
from annotator.ui.window.side_panels import SidePanels

OUTGOING = ("export", "hand_over")
"""Actions that need a folder."""


class FolderPages(QObject):
    """Show the start page while no folder is open, or one that has no article but files to import.

    ``tell_empty`` is called with these files when the article page is shown without an article.
    """

    def __init__(
        self,
        services: Services,
        actions: Actions,
        middle: CentralArea,
        panels: SidePanels,
        tell_empty: Callable[[Sequence[Path]], None],
        messages: SystemDialogs,
    ) -> None:
        super().__init__(middle)
        self._services, self._actions, self._middle, self._panels = services, actions, middle, panels
        self._tell_empty, self._messages = tell_empty, messages
        self._offered = FolderFiles(Path())
        self._empty_folder = EmptyFolder(services.folder, services.long_jobs, self)
        services.folder.failed.connect(self._tell_failed)
        services.folder.listed.connect(self._show_folder)
        services.folder.relisted.connect(self._show_relisted)
        self._empty_folder.found.connect(self._show_empty)
        middle.offer_declined.connect(self._open_without)

    def show_start(self) -> None:
        """Show the start page, as no folder is open."""
        for action in OUTGOING:
            self._actions.close(action, _(NO_FOLDER))
        self._panels.put_away(START)
        self._middle.show_start(self._services.store.settings)

    def _tell_failed(self, sentence: str) -> None:
        if self._services.folder.path is None:
            reason = _("The folder cannot be opened. {problem}").format(problem=sentence)
            self._messages.tell(_("Open folder"), reason)

    def _show_folder(self) -> None:
        """Show the folder's article; one without stays on the start page until its files are known."""
        for action in OUTGOING:
            self._actions.close(action, "")
        if self._services.folder.entries or not self._middle.shows_start:
            self._show_page()

    def _show_relisted(self) -> None:
        if self._services.folder.entries and self._middle.shows_start:
            self._show_page()

    def _show_page(self) -> None:
        self._panels.bring_back(START)
        self._middle.show_page()

    def _show_empty(self, files: FolderFiles) -> None:
        """Offer on the start page what a folder without articles has, or say that it has none."""
        self._offered = files
        if files:
            self._panels.put_away(START)
            self._middle.show_start(self._services.store.settings, files)
        else:
            self._open_without()

    def _open_without(self) -> None:
        self._show_page()
        self._tell_empty(self._offered.paths)
