"""Order in which Tab goes through a window whose parts come and go: that of its layouts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def order_tabs(window: QWidget) -> None:
    """Let Tab go through the window in the order of its layouts."""
    for before, after in pairwise(in_layout_order(window)):
        QWidget.setTabOrder(before, after)


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
