"""Dialog that hands over the open article or folder."""

from annotator.ui.dialogs.handover_dialog.dialog import HandOverDialog
from annotator.ui.dialogs.handover_dialog.opening import open_hand_over

__all__ = ["HandOverDialog", "open_hand_over"]
