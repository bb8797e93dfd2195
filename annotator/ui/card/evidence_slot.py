"""Slot of the evidence: the pieces that speak for or against the claim of the card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _
from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.evidence.claim_evidence import ClaimEvidence
from annotator.ui.evidence.drop_box import DropBox
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.evidence.piece_rows import PieceRows


class EvidenceSlot(SlotFrame):
    """Slot with the pieces, and the box by which one is added."""

    def __init__(self, parts: EvidenceParts, parent: QWidget) -> None:
        super().__init__(_("Evidence"), parts.look, parent)
        self.setObjectName("evidenceSlot")
        self.evidence = ClaimEvidence(parts, self, titled=False)
        self.content.addWidget(self.evidence)

    @property
    def stops(self) -> Sequence[QWidget]:
        """The list of pieces, where there are some, and the box."""
        parts = (self.evidence.findChild(PieceRows), self.evidence.findChild(DropBox))
        return [part for part in parts if part and part.isVisible() and part.isEnabled()]

    def show_claim(self, id: str) -> None:
        """Show the pieces that serve the annotation of that id."""
        self.evidence.show_claim(id)
