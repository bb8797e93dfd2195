"""Search for the sentences of a long text while nothing else is to do."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.language.sentences import sentences
from annotator.model.span import Span
from annotator.session.background.jobs import AFTER_PAINTING_MS

SLICE = 0.002
"""Seconds after which a key that was pressed meanwhile goes first."""


class SentenceSearch(QObject):
    """Worker in the window's thread: one in another thread would keep each key waiting for the interpreter.

    ``found``: the sentences of the text, as spans in their order, are all there.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spans: list[Span] = []
        self._ahead: Iterator[Span] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self, text: str, language: str) -> None:
        """Look for the sentences of this text from now on, once what is new has been painted."""
        self._spans, self._ahead = [], sentences(text, language=language)
        self._timer.start(AFTER_PAINTING_MS)

    def stop(self) -> None:
        """Look no further."""
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
