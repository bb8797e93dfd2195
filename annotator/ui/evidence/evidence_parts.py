"""The parts that the widgets of evidence are made with."""

from __future__ import annotations

from msgspec import Struct

from annotator.session.editing.evidence.evidence_services import EvidenceServices
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look


class EvidenceParts(Struct, frozen=True):
    """The services below, the look, and the dialogs that ask before something is opened."""

    services: EvidenceServices
    look: Look
    dialogs: SystemDialogs
