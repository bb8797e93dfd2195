"""Opening of the list of evidence over the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.corpus.evidence.listing import ListedEvidence
from annotator.interop.report import Loss
from annotator.session.editing.evidence.evidence_list import EvidenceList
from annotator.session.editing.navigation import Navigation
from annotator.session.services import Services
from annotator.ui.dialogs.evidence_dialog.dialog import EvidenceDialog
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.long_work.report_navigation import ReportNavigation
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look


def open_evidence(
    services: Services, look: Look, messages: SystemDialogs, navigation: Navigation, window: QWidget
) -> EvidenceDialog:
    """Open the list, which may stay open during work, and return it."""
    found = EvidenceList(services.evidence, services.long_jobs, services.autosave)
    places = ReportNavigation(services.session, services.folder, navigation, found)

    def jump(one: ListedEvidence, claim: str) -> None:
        places.go(one.path.parent, Loss("", "", one.path.name, claim, ""))

    parts = EvidenceParts(services.evidence, look, messages)
    dialog = EvidenceDialog(parts, found, services.folder.path, jump, window)
    found.setParent(dialog)
    dialog.show()
    dialog.activateWindow()
    return dialog
