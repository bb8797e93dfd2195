"""Reports of unexpected errors: the work is saved first, then the user is told."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMainWindow

from annotator.session.errors.error_hooks import ErrorHooks
from annotator.session.errors.error_report import ErrorReport
from annotator.session.services import Services
from annotator.storage.files.file_error import SaveError
from annotator.storage.program.private_paths import without_home
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.failure_dialog import FailureDialog
from annotator.ui.notices.crash_notice import tell_of_crash
from annotator.ui.theme.look import Look
from annotator.ui.widgets.banner import BannerStack
from annotator.ui.window.closing import not_saved

SAVED = N_("Your work is saved.")
UNSURE = N_("It is not certain that all of your work is saved: look at the status bar.")
FAILED = 1


class ErrorReporting:
    """Show one dialog at a time; errors that happen while it is open are added to it.

    What is being typed is taken over before everything is saved. Where the run before crashed, ``banners`` say so.
    """

    def __init__(
        self, failures: ErrorHooks, services: Services, look: Look, banners: BannerStack, window: QMainWindow
    ) -> None:
        self._failures, self._look, self._window = failures, look, window
        self._autosave, self._field = services.autosave, services.session.field
        self._dialog: FailureDialog | None = None
        failures.failed.connect(self._tell)
        if crash := failures.crash:
            tell_of_crash(banners, lambda: self._show_crash(crash))

    def _tell(self, failure: ErrorReport) -> None:
        saved = self._saved()
        if self._dialog is None:
            self._dialog = self._made(saved)
            self._dialog.add(failure.text)
            self._dialog.open()
        else:
            self._dialog.add(failure.text)
            self._dialog.say_saved(saved)

    def _show_crash(self, crash: ErrorReport) -> None:
        self._tell(crash)
        if self._dialog:
            self._dialog.unfold()

    def _saved(self) -> str:
        """Save, and return a sentence on whether everything is saved."""
        noted = self._failures.attempt(self._field_finished)
        unsaved = self._failures.attempt(self._save)
        if unsaved:
            return not_saved(unsaved[0])
        return _(SAVED if noted and unsaved is not None else UNSURE)

    def _field_finished(self) -> bool:
        self._field.finish()
        return True

    def _save(self) -> list[SaveError]:
        self._autosave.finish()
        return self._autosave.failures

    def _made(self, saved: str) -> FailureDialog:
        log = self._failures.log.path
        there = log.is_file()
        parent = QApplication.activeModalWidget() or self._window
        dialog = FailureDialog(self._look, saved, without_home(str(log)) if there else "", parent)
        dialog.file_asked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log))))
        dialog.finished.connect(self._forget)
        dialog.quit_asked.connect(self._quit)
        return dialog

    def _forget(self) -> None:
        self._dialog = None

    def _quit(self) -> None:
        """Close the window; where closing fails too and nothing is left to save, end the program."""
        for opened in QApplication.topLevelWidgets():
            if opened is not self._window and opened.isModal():
                opened.close()
        self._failures.attempt(self._window.close)
        if self._window.isVisible() and not self._autosave.failures:
            QCoreApplication.exit(FAILED)
