"""Evidence for the selected annotation: shown where its label is one that is checked, or where it has evidence."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.model.change import Change
from annotator.model.kinds.evidence import Evidence
from annotator.session.editing.evidence.subjects import is_subject
from annotator.ui.evidence.claim_evidence import ClaimEvidence
from annotator.ui.evidence.evidence_parts import EvidenceParts


class SelectedEvidence(ClaimEvidence):
    """Evidence that follows the selection; hidden for an annotation that needs none and has none."""

    def __init__(self, parts: EvidenceParts, parent: QWidget) -> None:
        super().__init__(parts, parent)
        self._session = parts.services.session
        self._session.opened.connect(self._show_selected)
        self._session.selected.connect(self._show_selected)
        self._session.changed.connect(self._follow_change)
        self._show_selected()

    def _follow_change(self, change: Change) -> None:
        if change.removed_of(Evidence) or change.added_of(Evidence) or change.annotations_added:
            self._show_selected()

    def _show_selected(self) -> None:
        """Show the evidence of the selected annotation, also after its label has changed."""
        session, annotation = self._session, self._session.selected_annotation
        offered = annotation is not None and is_subject(session.document, session.scheme, annotation)
        self.show_claim(annotation.id if annotation else "")
        self.setVisible(offered)
