"""Dialogs for exporting, importing and handing over: one of each at most, which may stay open beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from annotator.session.editing.imported_files import forget_removed, show_imported
from annotator.session.editing.navigation import Navigation
from annotator.session.services import Services
from annotator.translation.messages import N_, _
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look

if TYPE_CHECKING:  # all that they stand on is imported when the first is wanted
    from annotator.session.exporting.export_services import ExportServices
    from annotator.session.importing.import_runs import ImportOrder
    from annotator.session.importing.import_services import ImportServices
    from annotator.ui.dialogs.export_dialog import ExportDialog
    from annotator.ui.dialogs.handover_dialog import HandOverDialog
    from annotator.ui.dialogs.import_dialog import ImportDialog
    from annotator.ui.long_work.report_navigation import ReportNavigation

NO_FOLDER = N_("No folder is open")


class ExchangeDialogs:
    """Open the export, the import and the hand-over, each at most once at a time."""

    def __init__(
        self, services: Services, look: Look, messages: SystemDialogs, navigation: Navigation, window: QWidget
    ) -> None:
        self._services, self._look, self._messages, self._navigation = services, look, messages, navigation
        self._window = window
        self._exporting: ExportServices | None = None
        self._importing: ImportServices | None = None
        self._report_places: ReportNavigation | None = None
        self._export: ExportDialog | None = None
        self._import: ImportDialog | None = None
        self._hand_over: HandOverDialog | None = None

    def open_export(self) -> None:
        """Open the export of the open folder."""
        from annotator.session.exporting.export_services import export_services  # here: not before it is wanted
        from annotator.ui.dialogs.export_dialog import open_export

        services, window = self._services, self._window
        if self._exporting is None:
            self._exporting = export_services(services.long_jobs, services.autosave, services.session)
        if self._export is None:
            self._export = open_export(services, self._exporting, self._look, self._messages, self._places(), window)
        _bring_up(self._export, self._forget_export)

    def open_hand_over(self) -> None:
        """Open the hand-over of the open article and its folder."""
        from annotator.ui.dialogs.handover_dialog import open_hand_over  # here: not before it is wanted

        if self._hand_over is None:
            self._hand_over = open_hand_over(self._services, self._look, self._messages, self._window)
            if self._hand_over is None:
                self._services.session.say(_(NO_FOLDER))
        _bring_up(self._hand_over, self._forget_hand_over)

    def print_article(self) -> None:
        """Print the open article with its notes and the sheet to sign."""
        from annotator.corpus.kept_back import UnknownConfidenceError  # here: not before it is wanted
        from annotator.session.editing.values.attribute_words import separators
        from annotator.session.handing_over.open_hand_over import hand_over_of
        from annotator.ui.paper.report_pages import paint_reports

        try:
            handed = hand_over_of(self._services.session, separators())
        except UnknownConfidenceError as error:
            self._services.session.say(str(error))
            return
        self._messages.print_painted(handed.article.title, lambda device: paint_reports(device, (handed,)))

    def open_import(self) -> None:
        """Open the import into the open folder, or into one that is chosen."""
        self._opened_import()

    def import_files(self, files: Sequence[Path]) -> None:
        """Open the import with these files."""
        self._opened_import().give(files)

    def close(self) -> None:
        """Close the dialogs, whatever they do."""
        for dialog in (self._export, self._import, self._hand_over):
            if dialog:
                dialog.done(QDialog.DialogCode.Rejected)

    def _opened_import(self) -> ImportDialog:
        from annotator.session.importing.import_services import import_services  # here: not before it is wanted
        from annotator.ui.dialogs.import_dialog import open_import

        services, window = self._services, self._window
        if self._importing is None:
            self._importing = import_services(
                services.long_jobs, services.autosave, services.session.now, services.session
            )
        if self._import is None:
            self._import = open_import(services, self._importing, self._look, self._messages, self._places(), window)
            self._import.imported.connect(self._show_imported)
            self._import.taken_back.connect(self._forget_articles)
        _bring_up(self._import, self._forget_import)
        return self._import

    def _places(self) -> ReportNavigation:
        from annotator.ui.long_work.report_navigation import ReportNavigation  # here: likewise

        if self._report_places is None:
            self._report_places = ReportNavigation(
                self._services.session, self._services.folder, self._navigation, self._window
            )
        return self._report_places

    def _show_imported(self, order: ImportOrder, articles: Sequence[Path]) -> None:
        show_imported(self._services.folder, self._services.outside, self._navigation, order, articles)

    def _forget_articles(self, articles: Sequence[Path]) -> None:
        forget_removed(self._services.folder, self._services.session, articles)

    def _forget_export(self) -> None:
        self._export = None

    def _forget_hand_over(self) -> None:
        self._hand_over = None

    def _forget_import(self) -> None:
        self._import = None


def _bring_up(dialog: QDialog | None, forget: Callable[[], None]) -> None:
    """Raise the dialog above the window; call ``forget`` when it is closed."""
    if dialog:
        dialog.finished.connect(lambda _result: forget())
        dialog.raise_()
        dialog.activateWindow()
