"""Earlier versions of the sidecar, what has been changed since each, and going back to one."""

from annotator.ui.dialogs.history_dialog.dialog import HistoryDialog
from annotator.ui.dialogs.history_dialog.opening import open_history

__all__ = ["HistoryDialog", "open_history"]
