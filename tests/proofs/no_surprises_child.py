"""The program by its real entry, driven by keys and mouse through every place where text is shown, then closed."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QHelpEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from annotator.cli import main

PATIENCE = 10.0
CHOOSING = ("open_folder", "open_article", "print_guidelines", "print_article")
"""Actions that let the user choose a file of any place, or a printer, for which Qt asks the system's print service."""


class Driver:
    """Does what a user can do; ``steps`` tells what was seen of it."""

    def __init__(self, window: QMainWindow, bait: str) -> None:
        self.window, self.bait = window, bait
        self.view: QPlainTextEdit = self.part(QPlainTextEdit, "articleView")
        self.steps: dict[str, bool] = {}

    def part(self, kind: type[Any], name: str) -> Any:
        return self.window.findChild(kind, name)

    def until(self, condition: Callable[[], object]) -> bool:
        end = time.monotonic() + PATIENCE
        while not condition() and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.005)
        self.window.grab()
        return bool(condition())

    def pause(self, seconds: float = 0.1) -> None:
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end)

    def key(self, keys: str) -> None:
        QTest.keySequence(QApplication.focusWidget() or self.view, QKeySequence(keys))
        self.pause()

    def letters(self, text: str) -> None:
        keys = "".join(letter for letter in text if letter.isascii())
        QTest.keyClicks(QApplication.focusWidget() or self.view, keys)
        self.pause()

    def go(self) -> None:
        self.until(lambda: self.view.document().characterCount() > 1)
        for step in (
            self.rows_and_tips,
            self.tag_and_undo,
            self.hover,
            self.details,
            self.palette,
            self.find,
            self.menus,
            self.sheet_and_settings,
            self.dialogs,
            self.failure,
        ):
            self.steps[step.__name__] = bool(step())
        for number in range(3):
            self.back()
            before = self.window.windowTitle()
            self.key("Alt+Down")
            self.steps[f"article {number + 2}"] = self.until(lambda title=before: self.window.windowTitle() != title)
            self.rows_and_tips()

    def back(self) -> None:
        """Go back to the text, from wherever the keyboard is."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.view.setFocus()

    def rows_and_tips(self) -> bool:
        tips = 0
        for widget in self.window.findChildren(QWidget):
            if is_shown(widget):
                tips += self.tip_at(widget, widget.rect().center())
            if is_shown(widget) and isinstance(widget, QAbstractItemView) and widget.model():
                for row in range(min(widget.model().rowCount(), 6)):
                    tips += self.tip_at(widget.viewport(), widget.visualRect(widget.model().index(row, 0)).center())
        return tips > 0

    def tip_at(self, widget: QWidget, at: QPoint) -> bool:
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
        QApplication.processEvents()
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top.windowType() == Qt.WindowType.ToolTip:
                top.grab()
        shown = QToolTip.isVisible()
        QToolTip.hideText()
        return shown

    def tag_and_undo(self) -> bool:
        self.back()
        for keys in ("Ctrl+Home", "c", "c", "Esc", "Ctrl+Right", "s", "Ctrl+Z", "Ctrl+Shift+Z"):
            self.key(keys)
        return "Undo" in self.part(QAction, "undo").text() and self.part(QAction, "undo").text() != "Undo"

    def hover(self) -> bool:
        self.back()
        self.key("Ctrl+Home")
        at = self.view.cursorRect().center() + QPoint(12, 0)
        where = self.view.viewport()
        for place in (at, at + QPoint(1, 0)):
            point = QPointF(place)
            none = Qt.MouseButton.NoButton
            moved = QMouseEvent(
                QEvent.Type.MouseMove,
                point,
                QPointF(where.mapToGlobal(place)),
                none,
                none,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(where, moved)
        cards = [top for top in QApplication.topLevelWidgets() if top.objectName() == "hoverCard"]
        cards += self.window.findChildren(QWidget, "hoverCard")
        return self.until(lambda: any(card.isVisible() and card.grab() for card in cards))

    def details(self) -> bool:
        self.back()
        for keys in ("Ctrl+Home", "Tab", "Tab", "n"):
            self.key(keys)
        self.letters(f"More: {self.bait}")
        self.key("Esc")
        self.pause(0.3)
        self.rows_and_tips()
        return any(self.bait[:-1] in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def palette(self) -> bool:
        self.key("Ctrl+K")
        opened = self.popup()
        for words in ("img", "planted", "tag"):
            self.letters(words)
            self.key("Down")
            self.key("Ctrl+A")
        self.key("Esc")
        return opened

    def popup(self) -> bool:
        """Whether something stands above the window, which is painted."""
        shown = [top for top in QApplication.topLevelWidgets() if top is not self.window and top.isVisible()]
        shown += [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        for top in shown:
            top.grab()
        focus = QApplication.focusWidget()
        return bool(shown) or (focus is not None and focus is not self.view)

    def find(self) -> bool:
        self.key("Ctrl+F")
        self.letters("<img src=planted")
        self.key("Return")
        found = self.view.textCursor().hasSelection()
        self.key("Esc")
        return found

    def menus(self) -> bool:
        menus = self.window.menuBar().findChildren(QMenu)
        for menu in menus:
            menu.popup(self.window.mapToGlobal(QPoint(50, 50)))
            self.pause(0.02)
            menu.grab()
            for action in menu.actions():
                if not action.menu():
                    menu.setActiveAction(action)
            menu.close()
        return len(menus) > 5

    def sheet_and_settings(self) -> bool:
        opened = []
        for keys in ("F1", "Ctrl+,"):
            self.back()
            self.key(keys)
            opened.append(self.popup())
            self.letters("img")
            self.leave()
        return all(opened)

    def dialogs(self) -> bool:
        opened = 0
        for action in self.window.findChildren(QAction):
            named = (
                action.text().endswith("…") and action.objectName() not in CHOOSING
            ) or action.objectName() == "about"
            if named and action.isEnabled():
                QTimer.singleShot(200, self.leave)
                action.trigger()
                self.pause(0.4)
                opened += 1
        return opened > 0

    def leave(self) -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.grab()
                dialog.reject()
        QApplication.processEvents()

    def failure(self) -> bool:
        QTimer.singleShot(0, self.fail)
        there = self.until(self.failure_dialogs)
        for dialog in self.failure_dialogs():
            for button in dialog.findChildren(QPushButton, "", Qt.FindChildOption.FindDirectChildrenOnly)[:2]:
                button.click()  # shows and copies the details
            self.pause()
            dialog.grab()
            dialog.accept()
        return there

    def failure_dialogs(self) -> list[QDialog]:
        return [dialog for dialog in self.window.findChildren(QDialog, "failureDialog") if dialog.isVisible()]

    def fail(self) -> None:
        raise LookupError(self.bait)


def is_shown(widget: QWidget) -> bool:
    """While tips are looked at, a widget of a panel that is filled anew may go."""
    return isValid(widget) and widget.isVisible()


def drive() -> int:
    """Stands in for QApplication.exec."""
    window = next(widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "mainWindow")
    assert isinstance(window, QMainWindow)
    window.activateWindow()
    driver = Driver(window, sys.argv[2])
    driver.go()
    window.close()
    driver.pause()
    print(json.dumps({**driver.steps, "closed": window.isHidden()}))
    return 0


def fall_for_it() -> int:
    """What must be noticed, were the program ever to do it: a label that takes its text for rich, and a connection."""
    import socket

    label = QLabel(sys.argv[2])
    label.show()
    label.grab()
    with socket.socket() as asking:
        asking.settimeout(1)
        asking.connect_ex(("127.0.0.1", 9))
    Path("written-outside.txt").write_text("x", "utf-8")
    window = next(widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "mainWindow")
    window.close()
    print(json.dumps({"fell": True}))
    return 0


if __name__ == "__main__":
    QApplication.exec = staticmethod(fall_for_it if "--fall" in sys.argv else drive)  # type: ignore[method-assign]  # so that all else is as always
    sys.exit(main([sys.argv[1]]))
