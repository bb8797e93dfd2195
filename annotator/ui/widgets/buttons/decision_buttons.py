"""Buttons that end a dialog, in the order of the platform."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

Role = QDialogButtonBox.ButtonRole


def decision_buttons(
    accept: QPushButton, reject: QPushButton, parent: QWidget, *, others: tuple[QPushButton, ...] = ()
) -> QDialogButtonBox:
    """Return a box with the button that accepts and the one that rejects, as “OK” and “Cancel” stand elsewhere."""
    box = QDialogButtonBox(parent)
    box.addButton(accept, Role.AcceptRole)
    for other in others:
        box.addButton(other, Role.ActionRole)
    box.addButton(reject, Role.RejectRole)
    return box
