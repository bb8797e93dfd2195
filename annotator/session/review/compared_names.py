"""Names of the annotators who are compared: in which order they are, and how each is called."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable

from PySide6.QtCore import QObject

from annotator.language.annotator_names import annotator_name
from annotator.session.session import Session

LETTERS = "ABCDE"
EARLIER = re.compile(r"(.*) (\d{4}-\d\d-\d\dT\S+)")
"""Name of an annotator with the time of an earlier version, as in “ann 2026-11-22T06:21:20Z”."""


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
        return _called(annotator)

    def letter(self, annotator: str) -> str:
        """Return the letter of the annotator's lane."""
        return LETTERS[self.annotators.index(annotator)]

    def order(self, names: Iterable[str]) -> None:
        """Put these annotators in the order of their numbers and lanes."""
        self.annotators = list(names)
        if self.hidden and self._session.current:
            random.Random(self._session.document.article.sha256).shuffle(self.annotators)


def _called(annotator: str) -> str:
    earlier = EARLIER.fullmatch(annotator)
    return f"{annotator_name(earlier[1])} {earlier[2]}" if earlier else annotator_name(annotator)
