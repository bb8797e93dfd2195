"""Order in which Tab goes through a window whose parts come and go: that of its layouts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from annotator.ui.widgets.keyboard import focus_chain, take_keyboard


def order_tabs(window: QWidget) -> None:
    """Let Tab go through the window in the order of its layouts."""
    for before, after in pairwise(in_layout_order(window)):
        QWidget.setTabOrder(before, after)


def step_in_layout(panel: QWidget, *, onwards: bool) -> bool:
    """Give the keyboard to the next stop in the layout of the panel, or to the one before; return whether there is one.

    From the last one, or the first, it leaves the panel. For panels whose parts are made when they are wanted. A part
    that has the keyboard and is being hidden has no place in the layout.
    """
    stops, now = stops_in(panel), QApplication.focusWidget()
    if now not in stops:
        return False
    place = stops.index(now) + (1 if onwards else -1)
    if 0 <= place < len(stops):
        _give_keyboard(stops[place], onwards=onwards)
        return True
    return step_out(panel, onwards=onwards)


def step_out(part: QWidget, *, onwards: bool) -> bool:
    """Give the keyboard to the next stop behind the part, or to the one before it; return whether there is one.

    Qt would go to a panel that passes the keyboard on, and by that to the middle of it.
    """
    found = _stop_outside(part, onwards=onwards)
    if found:
        _give_keyboard(found, onwards=onwards)
    return found is not None


def _give_keyboard(stop: QWidget, *, onwards: bool) -> None:
    take_keyboard(stop, Qt.FocusReason.TabFocusReason if onwards else Qt.FocusReason.BacktabFocusReason)


def stops_in(widget: QWidget) -> list[QWidget]:
    """Return what Tab can stop at in the widget just now, in the order of its layouts."""
    layout = widget.layout()
    inside = [part.focusProxy() or part for part in (_in(layout) if layout else ())]
    return [part for part in inside if _takes_keys(part)]


def _stop_outside(panel: QWidget, *, onwards: bool) -> QWidget | None:
    """Return the next stop of Qt's own order behind the panel, or before it."""
    for part in focus_chain(panel, onwards=onwards):
        if _takes_keys(part) and not part.focusProxy() and not panel.isAncestorOf(part):
            return part
    return None


def _takes_keys(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isVisible() and part.isEnabled()


def in_layout_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at in the widget, hidden or not, in the order of its layouts.

    What passes the keyboard on to a part of its own is yielded with that part.
    """
    if widget.focusProxy():
        yield widget
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea) and (content := widget.widget()):
        yield from in_layout_order(content)
    elif layout := widget.layout():
        yield from _in(layout)


def _in(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item and (widget := item.widget()):
            yield from in_layout_order(widget)
        elif item and (inner := item.layout()):
            yield from _in(inner)
