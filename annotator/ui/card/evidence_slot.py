"""Slot of the evidence: the pieces that speak for or against the claim of the card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.model.kinds.evidence import Evidence
from annotator.session.editing.item_words import item_words
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.wrapping_label import WrappingLabel


class EvidenceSlot(SlotFrame):
    """Slot that names the pieces, one on a line; hidden where there are none."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(_("Evidence"), look, parent)
        self.setObjectName("evidenceSlot")
        self._session, self._pieces = session, WrappingLabel(self)
        self.content.addWidget(self._pieces)

    def show_claim(self, id: str) -> None:
        """Show the pieces that serve the annotation of that id."""
        pieces = [it for it in self._session.document.of(Evidence).values() if id in it.claims]
        self._pieces.setText("\n".join(map(item_words, pieces)))
        self.setVisible(bool(pieces))
