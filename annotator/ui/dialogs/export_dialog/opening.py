"""Opening of the export dialog, which stays open beside the window while places of its report are visited."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.session.exporting.export_services import ExportServices
from annotator.session.services import Services
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.ui.dialogs.export_dialog.content_options import Source
from annotator.ui.dialogs.export_dialog.dialog import ExportDialog
from annotator.ui.long_work.report_navigation import ReportNavigation
from annotator.ui.system.show_in_folder import show_in_folder
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look


def open_export(
    services: Services,
    exporting: ExportServices,
    look: Look,
    messages: SystemDialogs,
    places: ReportNavigation,
    window: QWidget,
) -> ExportDialog | None:
    """Show the dialog for the open folder and return it; None where no folder is open."""
    folder = services.folder
    if folder.path is None:
        return None
    source = Source(folder.path, services.session.path, folder.scheme or built_in_scheme())
    dialog = ExportDialog(source, exporting, services.store.settings, look, messages, window)
    dialog.gone_to.connect(places.go)
    dialog.settled.connect(lambda changes: services.store.update(**changes))
    dialog.folder_asked.connect(show_in_folder)
    dialog.show()
    return dialog
