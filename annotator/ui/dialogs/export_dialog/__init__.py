"""Dialog that exports documents in the format of another program."""

from annotator.ui.dialogs.export_dialog.dialog import ExportDialog
from annotator.ui.dialogs.export_dialog.opening import open_export

__all__ = ["ExportDialog", "open_export"]
