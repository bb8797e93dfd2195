"""Dialog that lists earlier versions of the sidecar and restores one."""

from annotator.ui.dialogs.history_dialog.dialog import HistoryDialog
from annotator.ui.dialogs.history_dialog.opening import open_history

__all__ = ["HistoryDialog", "open_history"]
