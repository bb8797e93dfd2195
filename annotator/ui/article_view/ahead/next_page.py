"""Marks of the page below the one in sight, worked out before the text is scrolled there."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from annotator.ui.article_view.article_text import ArticleText

SOON_MS, SLICE = 20, 0.004
"""Milliseconds after the text was scrolled, and seconds after which what has been typed meanwhile goes first."""


class NextPage(QObject):
    """Worker that lays out the paragraphs below those in sight, and works out their marks, a few of them at a time."""

    def __init__(self, text: ArticleText) -> None:
        super().__init__(text)
        self._text = text
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._work)
        bar = text.verticalScrollBar()
        for moved in (bar.valueChanged, bar.rangeChanged):
            moved.connect(self._look)

    def _look(self, *_values: int) -> None:
        self._soon.start()

    def _work(self) -> None:
        canvas, page, until = self._text.canvas, self._text.viewport().rect(), perf_counter() + SLICE
        below = page.translated(0, page.height())
        for placement in self._text.placements(below) if canvas else ():
            assert canvas is not None
            canvas.make_marks(placement, below)
            if perf_counter() > until:
                self._soon.start()
                return
