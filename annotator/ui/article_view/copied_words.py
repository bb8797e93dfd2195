"""Words for the clipboard, in an object that outlives Python."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def holding(data: QMimeData, words: str) -> QMimeData:
    """Return ``data``, which Qt has made of a selection, with the words alone in it.

    One made here would still be in the clipboard when Python has ended, and the program would crash as Qt deletes it.
    """
    data.text()  # what Qt puts into it only when asked must not come after the words
    data.clear()
    data.setText(words)
    return data
