"""Opening the dialog over the window, and showing in the window what was imported."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.session.desk import Desk
from annotator.session.import_desk import ImportDesk
from annotator.session.imports import ImportOrder
from annotator.storage.schemes import SCHEME_NAME, scheme_of
from annotator.ui.dialogs.import_dialog.dialog import ImportDialog
from annotator.ui.dialogs.import_dialog.head import Head
from annotator.ui.going import Going
from annotator.ui.messages import Messages
from annotator.ui.navigation import Navigation
from annotator.ui.show_in_folder import show_in_folder
from annotator.ui.theme.look import Look
from annotator.ui.typography import typeface


def open_import(
    desk: Desk, importing: ImportDesk, look: Look, messages: Messages, going: Going, window: QWidget
) -> ImportDialog:
    """Show the dialog; what is imported goes into the open folder, unless another is chosen."""
    start = desk.store.settings.import_folder or str(desk.folder.path or "")
    head = Head(desk.folder.path, start, messages, window)
    dialog = ImportDialog(head, importing, look, typeface(desk.store.settings), window)
    dialog.settled.connect(lambda changes: desk.store.update(**changes))
    dialog.folder_asked.connect(show_in_folder)
    dialog.gone_to.connect(going.go)
    dialog.imported.connect(partial(show_imported, desk, going.navigation))
    dialog.show()
    return dialog


def show_imported(desk: Desk, navigation: Navigation, order: ImportOrder) -> None:
    """Show in the window what has come into its folder; where none is open, the folder itself."""
    folder = desk.folder
    if folder.path is None:
        navigation.open(order.folder)
    elif folder.path == order.folder and _has_other_labels(folder.path, desk):
        folder.open(folder.path, folder.annotator)
    elif folder.path == order.folder:
        folder.refresh()
        folder.look_at_sidecars()
        desk.outside.look()


def _has_other_labels(path: Path, desk: Desk) -> bool:
    """Whether the import has made the folder's scheme."""
    return (path / SCHEME_NAME).exists() and scheme_of(path)[0] != desk.folder.scheme
