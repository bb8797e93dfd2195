"""Imports of modules that the window does not need to be shown, while nothing else is to do."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

AFTER = 1_500
"""Milliseconds after which the first is imported: the window is shown by then."""
APART = 50
"""Milliseconds between two, in which keys and paint events are handled."""


class ImportsAhead(QObject):
    """Import one module after another, so that the first use of each does not wait for it."""

    def __init__(self, names: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        self._names = iter(names)
        self._timer = QTimer(self, interval=AFTER)
        self._timer.timeout.connect(self._import_next)
        self._timer.start()

    def _import_next(self) -> None:
        self._timer.setInterval(APART)
        if name := next(self._names, ""):
            import_module(name)
        else:
            self._timer.stop()
