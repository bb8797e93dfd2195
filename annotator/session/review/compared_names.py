"""Names of the annotators who are compared: in which order they are, and how each is called."""

from __future__ import annotations

import random
from collections.abc import Iterable

from PySide6.QtCore import QObject

from annotator.review.reviewing import UNNAMED
from annotator.session.session import Session
from annotator.translation.messages import _

LETTERS = "ABCDE"


class ComparedNames(QObject):
    """``annotators`` in the order of their numbers and lanes.

    ``hidden``: they are called by letters, in an order shuffled by the open article.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.annotators: list[str] = []
        self.hidden = False

    def name(self, annotator: str) -> str:
        """Return how the annotator is called: by name or, where names are hidden, by a letter."""
        if self.hidden:
            return self.letter(annotator)
        return _("no name") if annotator == UNNAMED else annotator

    def letter(self, annotator: str) -> str:
        """Return the letter of the annotator's lane."""
        return LETTERS[self.annotators.index(annotator)]

    def order(self, names: Iterable[str]) -> None:
        """Put these annotators in the order of their numbers and lanes."""
        self.annotators = list(names)
        if self.hidden and self._session.current:
            random.Random(self._session.document.article.sha256).shuffle(self.annotators)
