"""Handing the keyboard to a widget, whichever window it is in, the steps of the arrow keys, and Esc."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

OTHER = Qt.FocusReason.OtherFocusReason
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
UP_AND_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def sideways_step(key: Qt.Key, row: QWidget) -> int:
    """Return 1 where Left or Right leads to the next thing in a row that reads as ``row``, -1 to the one before.

    Return 0 for any other key.
    """
    return SIDEWAYS.get(key, 0) * (-1 if row.isRightToLeft() else 1)


def arrow_step(key: Qt.Key, row: QWidget) -> int:
    """Return the step of any arrow key in such a row; 0 for any other key."""
    return UP_AND_DOWN.get(key, 0) or sideways_step(key, row)


def keep_from_shortcuts(event: QEvent, key: Qt.Key) -> bool:
    """Accept the event and return True where it asks whether the widget takes this key, which is a shortcut too."""
    asks = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() == key
    if asks:
        event.accept()
    return asks


def take_keyboard(widget: QWidget, reason: Qt.FocusReason = OTHER) -> None:
    """Focus the widget and activate its window: a floated dock would otherwise keep the keys."""
    window = widget.window()
    if not window.isActiveWindow():
        window.activateWindow()
    widget.setFocus(reason)


def let_tab_reach(part: QWidget, after: QWidget) -> None:
    """Let Tab go from what ``after`` holds through what ``part`` holds, which was made later than what comes next."""
    *_, last = _stops_of_tab(after)
    for stop in _stops_of_tab(part):
        QWidget.setTabOrder(last, stop)
        last = stop


def _stops_of_tab(part: QWidget) -> list[QWidget]:
    """Return what Tab reaches in a part, hidden or not, in its order."""
    count = len(part.findChildren(QWidget))  # the chain goes through the whole window; they stand close to their part
    inside = [*islice((widget for widget in focus_chain(part) if part.isAncestorOf(widget)), count)]
    return [widget for widget in inside if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


def focus_chain(widget: QWidget, *, onwards: bool = True) -> Iterator[QWidget]:
    """Yield the other widgets of the window in the order in which Qt goes through them from this one, or backwards."""
    step = QWidget.nextInFocusChain if onwards else QWidget.previousInFocusChain
    following = step(widget)
    while following and following is not widget:
        yield following
        following = step(following)


def take_keyboard_from_window(widget: QWidget) -> None:
    """Focus the widget as ``take_keyboard`` does, but leave the keyboard to a dialog that has it.

    For what comes by itself, as an article that has been imported.
    """
    if isinstance(QApplication.activeWindow(), QDialog):
        widget.setFocus(OTHER)
    else:
        take_keyboard(widget)


class UnusedEscape(QObject):
    """Event filter of a window and of ``others``, as docks, which may float: what nothing in them has used comes there.

    ``use`` is called for Esc.
    """

    def __init__(self, window: QWidget, others: Iterable[QWidget], use: Callable[[], None]) -> None:
        super().__init__(window)
        self._use = use
        for part in (window, *others):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress:
            self._use()
            return True
        return super().eventFilter(watched, event)
