"""Page of the differences by label, with examples and guidelines, to hand round."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.review.disagreements import Disagreements
from annotator.review.disagreements_page import disagreements_page
from annotator.session.saving.saved_first import SavedFirst
from annotator.session.services import Services
from annotator.session.sync.folder_slices import FolderSlices
from annotator.translation.messages import _
from annotator.ui.dialogs.agreement_dialog.target_file import target_file, written_to
from annotator.ui.system.system_dialogs import SystemDialogs


class HandRound(QObject):
    """Writes the page of the open folder; ``say`` tells what is done. Annotators are called by letters in it."""

    def __init__(
        self, services: Services, messages: SystemDialogs, say: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folder, self._messages, self._say = services.folder, messages, say
        self._slices, self._saved = FolderSlices(services.long_jobs), SavedFirst(services.autosave, self)

    def ask(self) -> None:
        """Ask for a file, and write it once everything is saved and read."""
        folder = self._folder.path
        path = target_file(self._messages, _("Hand round as HTML…"), folder / "differences.html") if folder else None
        if folder and path:
            self._say(_("Reading annotations"))
            self._saved.do(partial(self._read, folder, path))

    def stop(self) -> None:
        """Read no further, and write nothing."""
        self._saved.forget()
        self._slices.stop()

    def _read(self, folder: Path, path: Path) -> None:
        found = Disagreements()
        self._slices.read(
            folder,
            lambda one: found.add(one.path, one.scheme, one.documents),
            lambda: self._say(written_to(self._messages, _("Hand round as HTML…"), path, disagreements_page(found))),
        )
