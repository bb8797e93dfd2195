"""Text field in which nothing can be typed, but words can be selected, by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit


def make_read_only(field: QPlainTextEdit) -> None:
    """Set the field up for reading, always with a scroll bar.

    PySide makes all classes of widgets when it is first asked for the viewport, so that this leaves it alone.
    """
    field.setReadOnly(True)
    flags = Qt.TextInteractionFlag
    field.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    field.setFrameShape(QFrame.Shape.NoFrame)
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for bar in (field.verticalScrollBar(), field.horizontalScrollBar()):
        bar.rangeChanged.disconnect()  # from Qt's slot, which lays out the whole text in case a bar appears
    field.setAcceptDrops(False)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
