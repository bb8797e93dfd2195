"""Opening of the hand-over, which stays open beside the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.session.handing_over.hand_over_counts import HandOverCounts
from annotator.session.handing_over.hand_over_runs import HandOverRuns
from annotator.session.services import Services
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.ui.dialogs.handover_dialog.charts import article_charts
from annotator.ui.dialogs.handover_dialog.dialog import HandOverDialog, HandOverServices
from annotator.ui.dialogs.handover_dialog.source import Source
from annotator.ui.system.open_made import open_made
from annotator.ui.system.show_in_folder import show_in_folder
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look


def open_hand_over(services: Services, look: Look, messages: SystemDialogs, window: QWidget) -> HandOverDialog | None:
    """Show the dialog for the open article and its folder, and return it; None where no folder is open."""
    folder, session = services.folder, services.session
    if folder.path is None:
        return None
    annotator = session.document.annotator if session.current else ""
    scheme = (session.scheme if session.current else folder.scheme) or built_in_scheme()
    article = session.path if session.current else None

    def charts() -> tuple[str, ...]:
        current = session.current
        return article_charts(current.document, current.scheme) if current and current.path == article else ()

    source = Source(folder.path, article, annotator, scheme, charts)
    counts = HandOverCounts(services.long_jobs, services.autosave)
    runs = HandOverRuns(services.long_jobs, services.autosave)
    below = HandOverServices(counts, runs)
    dialog = HandOverDialog(source, below, services.store.settings, look, messages, window)
    counts.setParent(dialog)
    runs.setParent(dialog)
    dialog.settled.connect(lambda changes: services.store.update(**changes))
    dialog.folder_asked.connect(show_in_folder)
    dialog.result_asked.connect(open_made)
    dialog.show()
    return dialog
