"""The parts that the widgets of evidence are made with."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.session.editing.evidence.evidence_services import EvidenceServices
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class EvidenceParts:
    """The services below, the look, and the dialogs that ask before something is opened."""

    services: EvidenceServices
    look: Look
    dialogs: SystemDialogs
