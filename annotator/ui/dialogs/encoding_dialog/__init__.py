"""Dialog that chooses the encoding in which an article is read."""

from annotator.ui.dialogs.encoding_dialog.dialog import EncodingDialog

__all__ = ["EncodingDialog"]
