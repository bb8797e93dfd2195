"""Opening the dialog over the window, and showing in the window what was imported."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.session.editing.navigation import Navigation
from annotator.session.importing.import_runs import ImportOrder
from annotator.session.importing.import_services import ImportServices
from annotator.session.services import Services
from annotator.storage.schemes.scheme_lookup import SCHEME_NAME, scheme_of
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
    going: ReportNavigation,
    window: QWidget,
) -> ImportDialog:
    """Show the dialog; what is imported goes into the open folder, unless another is chosen."""
    start = services.store.settings.import_folder or str(services.folder.path or "")
    head = SourceRows(services.folder.path, start, messages, window)
    dialog = ImportDialog(head, importing, look, typeface(services.store.settings), window)
    dialog.settled.connect(lambda changes: services.store.update(**changes))
    dialog.folder_asked.connect(show_in_folder)
    dialog.gone_to.connect(going.go)
    dialog.imported.connect(partial(show_imported, services, going.navigation))
    dialog.show()
    return dialog


def show_imported(services: Services, navigation: Navigation, order: ImportOrder) -> None:
    """Show in the window what has come into its folder; where none is open, the folder itself."""
    folder = services.folder
    if folder.path is None:
        navigation.open(order.folder)
    elif folder.path == order.folder and _has_other_labels(folder.path, services):
        folder.open(folder.path, folder.annotator)
    elif folder.path == order.folder:
        folder.refresh()
        folder.look_at_sidecars()
        services.outside.look()


def _has_other_labels(path: Path, services: Services) -> bool:
    """Whether the import has made the folder's scheme."""
    return (path / SCHEME_NAME).exists() and scheme_of(path)[0] != services.folder.scheme
