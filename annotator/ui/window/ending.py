"""The end of the program that the system asks for: everything is saved, the window closes, nobody is asked."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QObject

from annotator.session.background.end_signals import EndSignals
from annotator.translation.messages import ngettext, number
from annotator.ui.window.main_window import MainWindow

FAILED = 1
OF_SIGNAL = 128
PATIENCE = 20
"""Seconds after which the process ends, whatever it waits for: a disk may never answer."""


class Ending(QObject):
    """Ends the program at the first of ``signals``. What could not be saved is told on ``errors``.

    ``code`` is the exit code: 128 and the number of the signal, as a shell expects it, or 1 where something is not
    saved; 0 while there was no signal.
    """

    def __init__(self, signals: EndSignals, window: MainWindow, errors: TextIO | None) -> None:
        super().__init__(window)
        self._window, self._errors = window, errors
        self.code = 0
        signals.received.connect(self._end)

    def _end(self, number: int) -> None:
        self._watch()
        self.code = FAILED
        try:
            unsaved = self._window.end()
            for sentence in unsaved:
                self._say(sentence)
            self.code = FAILED if unsaved else OF_SIGNAL + number
        finally:
            QCoreApplication.exit(self.code)

    def _watch(self) -> None:
        """Never wait for ever."""
        watch = threading.Timer(PATIENCE, self._give_up)
        watch.daemon = True
        watch.start()

    def _give_up(self) -> None:
        sentence = ngettext(
            "The program could not be ended in order within {count} second; look whether all is saved.",
            "The program could not be ended in order within {count} seconds; look whether all is saved.",
            PATIENCE,
        )
        self._say(sentence.format(count=number(PATIENCE)))
        os._exit(FAILED)

    def _say(self, sentence: str) -> None:
        if self._errors:
            with suppress(OSError, ValueError):  # nobody listens any longer
                print(f"annotator: {sentence}", file=self._errors, flush=True)
