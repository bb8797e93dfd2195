"""Search for the sentences of a long text while there is nothing else to do."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.language.sentences import sentences
from annotator.model.span import Span
from annotator.session.background.jobs import AFTER_PAINTING_MS

SLICE = 0.002
"""Seconds of searching after which keys that were pressed meanwhile have their turn."""


class SentenceSearch(QObject):
    """Search in the window's thread, as another thread would make each key wait for the interpreter.

    ``found``: all sentences of the text, as spans in their order.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spans: list[Span] = []
        self._ahead: Iterator[Span] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self, text: str, language: str) -> None:
        """Look for the sentences of this text, beginning after the next painting."""
        self._spans, self._ahead = [], sentences(text, language=language)
        self._timer.start(AFTER_PAINTING_MS)

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()
        self._spans, self._ahead = [], iter(())

    def _go_on(self) -> None:
        self._timer.setInterval(0)
        until = perf_counter() + SLICE
        for span in self._ahead:
            self._spans.append(span)
            if perf_counter() > until:
                return
        spans = self._spans
        self.stop()
        self.found.emit(spans)
