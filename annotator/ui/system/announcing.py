"""The way to a screen reader: announce a sentence, find out whether anybody listens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def is_heard() -> bool:
    """Return whether a screen reader is running."""
    from PySide6.QtGui import QAccessible  # here: not before the first paint

    return QAccessible.isActive()


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader read the sentence, after what it is reading now; do nothing where none is running."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # here: likewise

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
