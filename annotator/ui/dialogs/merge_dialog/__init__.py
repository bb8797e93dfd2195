"""What two sides have made of the same things, side by side, to decide."""

from annotator.ui.dialogs.merge_dialog.dialog import MergeDialog
from annotator.ui.dialogs.merge_dialog.opening import open_merge

__all__ = ["MergeDialog", "open_merge"]
