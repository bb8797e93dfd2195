"""Words for the clipboard, in an object that outlives Python."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

MARKDOWN = "text/markdown"


def holding(data: QMimeData, words: str, *, html: str = "", markdown: str = "") -> QMimeData:
    """Return ``data``, which Qt has made of a selection, with the words in it and, where given, their other forms.

    One made here would still be in the clipboard when Python has ended, and the program would crash as Qt deletes it.
    """
    data.text()  # what Qt puts into it only when asked must not come after the words
    data.clear()
    data.setText(words)
    if html:
        data.setHtml(html)
    if markdown:
        data.setData(MARKDOWN, markdown.encode())
    return data
