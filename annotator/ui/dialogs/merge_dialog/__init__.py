"""Dialog that resolves conflicts between two versions of a document."""

from annotator.ui.dialogs.merge_dialog.dialog import MergeDialog
from annotator.ui.dialogs.merge_dialog.opening import open_merge

__all__ = ["MergeDialog", "open_merge"]
