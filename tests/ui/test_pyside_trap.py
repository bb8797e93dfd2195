"""PySide6 6.12.0 on Python 3.11 loses a reference to None with every void call, and dies after some thousand."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

CALLS = 100_000


def test_void_calls_keep_none_alive(qapp: QApplication) -> None:
    thing, cursor = QObject(), QTextCursor(QTextDocument("some words"))
    before = sys.getrefcount(None)
    for number in range(CALLS):
        thing.setObjectName("name")
        cursor.setPosition(number % 10)
    assert sys.getrefcount(None) > before - 1000
