"""The list of all evidence of the article or of the folder."""

from annotator.ui.dialogs.evidence_dialog.opening import open_evidence

__all__ = ["open_evidence"]
