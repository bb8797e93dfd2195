"""Windows that read from right to left: the direction alone, and Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.translation.messages import use
from annotator.ui.system.window_language import speak

LEFTWARDS, RIGHTWARDS = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@contextmanager
def direction(wanted: Qt.LayoutDirection) -> Iterator[None]:
    """Lay out what is made meanwhile in that direction."""
    QGuiApplication.setLayoutDirection(wanted)
    try:
        yield
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def arabic() -> AbstractContextManager[None]:
    """Speak Arabic meanwhile, as the settings would have it."""
    return speaking("ar")


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak that language meanwhile, as the settings would have it."""
    before = QLocale()
    speak(code)
    try:
        yield
    finally:
        use(None)
        QLocale.setDefault(before)
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        _forget_translators()


def _forget_translators() -> None:
    application = QApplication.instance()
    assert application is not None
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
