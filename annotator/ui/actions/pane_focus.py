"""Moving the keyboard focus from pane to pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.widgets.keyboard import take_keyboard


def step_pane(panes: Sequence[QWidget], step: int) -> None:
    """Put the keyboard into the next visible pane, or the one before; a pane with a focus proxy passes it on."""
    shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
    focused = QApplication.focusWidget()
    here = next((n for n, pane in enumerate(shown) if focused and (pane is focused or pane.isAncestorOf(focused))), -1)
    if shown:
        start = here if here >= 0 else (-1 if step > 0 else 0)
        take_keyboard(shown[(start + step) % len(shown)], Qt.FocusReason.ShortcutFocusReason)
