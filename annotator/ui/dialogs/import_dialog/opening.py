"""Opening of the import dialog, and display of imported articles and annotations in the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.session.importing.import_services import ImportServices
from annotator.session.services import Services
from annotator.ui.article_view.typography import typeface
from annotator.ui.dialogs.import_dialog.dialog import ImportDialog
from annotator.ui.dialogs.import_dialog.source_rows import SourceRows
from annotator.ui.long_work.report_navigation import ReportNavigation
from annotator.ui.system.show_in_folder import show_in_folder
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look


def open_import(
    services: Services,
    importing: ImportServices,
    look: Look,
    messages: SystemDialogs,
    places: ReportNavigation,
    window: QWidget,
) -> ImportDialog:
    """Show the dialog and return it; the open folder is the target unless the user chooses another."""
    start = services.store.settings.import_folder or str(services.folder.path or "")
    head = SourceRows(services.folder.path, start, messages, window)
    dialog = ImportDialog(head, importing, look, typeface(services.store.settings), window)
    dialog.settled.connect(lambda changes: services.store.update(**changes))
    dialog.folder_asked.connect(show_in_folder)
    dialog.gone_to.connect(places.go)
    dialog.show()
    return dialog
