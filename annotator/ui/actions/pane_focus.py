"""Moving the keyboard focus from pane to pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.widgets.keyboard import take_keyboard


def step_pane(panes: Sequence[QWidget], step: int) -> None:
    """Put the keyboard into the next visible pane, or the one before; a pane with a focus proxy passes it on."""
    shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled() and _taker(pane)]
    focused = QApplication.focusWidget()
    here = next((n for n, pane in enumerate(shown) if focused and (pane is focused or pane.isAncestorOf(focused))), -1)
    if shown:
        start = here if here >= 0 else (-1 if step > 0 else 0)
        taker = _taker(shown[(start + step) % len(shown)])
        assert taker
        take_keyboard(taker, Qt.FocusReason.ShortcutFocusReason)


def _taker(pane: QWidget) -> QWidget | None:
    """Return what takes the keyboard in a pane: its focus proxy, which need not be a stop of Tab; else another part."""
    last = pane
    while (proxy := last.focusProxy()) is not None:
        last = proxy
    if last.isVisible() and (last is not pane or last.focusPolicy() != Qt.FocusPolicy.NoFocus):
        return pane
    others = (part for part in pane.findChildren(QWidget) if part.isVisible() and part.isEnabled())
    return next((part for part in others if part.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
