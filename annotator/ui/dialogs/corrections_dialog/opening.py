"""Opening of the window of one's corrections, and the way from one of them to its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.corpus.tree import count_sidecars
from annotator.session.background.long_work import Passing
from annotator.session.editing.navigation import Navigation
from annotator.session.review.folder_corrections import CorrectedPlace, FolderCorrections, corrections_below
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.session.services import Services
from annotator.storage.files.confinement import confined_to
from annotator.translation.messages import _
from annotator.ui.dialogs.corrections_dialog.dialog import CorrectionsDialog
from annotator.ui.theme.look import Look


class CorrectionsWindow(QObject):
    """The window whenever it is open; the folder is read anew each time."""

    def __init__(self, services: Services, navigation: Navigation, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._navigation, self._look, self._window = services, navigation, look, window
        self._work = WorkAfterSaving(services.long_jobs, services.autosave, self)
        self._work.ended.connect(self._show)
        self._dialog: CorrectionsDialog | None = None
        self._wanted: CorrectedPlace | None = None
        services.session.opened.connect(self._arrive)

    def open(self) -> None:
        """Read the corrections of the annotator of the open article in the folder, and show them."""
        session, folder = self._services.session, self._services.folder.path
        if folder is None or session.current is None:
            session.say(_("No article is open"))
            return
        self.close()
        annotator = session.document.annotator
        dialog = self._dialog = CorrectionsDialog(session.scheme, self._look, self._window)
        dialog.went.connect(self._go)
        dialog.finished.connect(self._forget)
        dialog.open()
        self._work.when_saved(lambda: self._work.start(lambda passing: _read(folder, annotator, passing)))

    def close(self) -> None:
        """Close the window whatever it does."""
        if self._dialog:
            self._dialog.done(0)

    def _show(self, result: object) -> None:
        if self._dialog is None:
            return
        if isinstance(result, FolderCorrections):
            self._dialog.show_found(result)
        else:
            self._dialog.tell(result if isinstance(result, str) else _("Cancelled: the list is not whole"))

    def _go(self, place: CorrectedPlace) -> None:
        folder, current = self._services.folder.path, self._services.session.current
        if folder is None:
            return
        self._wanted = place
        path = folder / place.article
        if current is None or current.path != path:
            self._navigation.open_article(path)
        else:
            self._arrive()

    def _arrive(self) -> None:
        """Select the annotation that was corrected, or the words that were missed, once their article is open."""
        session, place, folder = self._services.session, self._wanted, self._services.folder.path
        if place is None or folder is None or session.current is None:
            return
        if session.current.path != folder / place.article:
            return
        self._wanted, span = None, place.correction.span
        if place.correction.id in session.document.annotations:
            session.select(place.correction.id, show=True)
        elif span.end <= len(session.document.article.text):
            session.move_caret(span.end, span.start)
            session.reveal_caret()

    def _forget(self) -> None:
        self._work.cancel()
        if self._dialog:
            self._dialog.deleteLater()
        self._dialog = None


def _read(folder: Path, annotator: str, passing: Passing) -> FolderCorrections:
    """Read the corrections below the folder. Raises CancelledError."""
    with confined_to([folder]):
        passing.begin(_("Reading the folder"), count_sidecars([folder]))
        return corrections_below([folder], annotator, passing.passed)
