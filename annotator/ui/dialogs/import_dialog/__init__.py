"""Dialog that imports articles from other files, or annotations of other programs."""

from annotator.ui.dialogs.import_dialog.dialog import ImportDialog
from annotator.ui.dialogs.import_dialog.opening import open_import

__all__ = ["ImportDialog", "open_import"]
