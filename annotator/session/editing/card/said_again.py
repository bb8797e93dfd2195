"""Search for the annotations of an article that say the same as one, in the background."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.session.background.jobs import Jobs
from annotator.session.editing.card.card_parts import IN_FULL
from annotator.session.session import Session

if TYPE_CHECKING:  # imported with the first card
    from annotator.facts.proposals.said_again import AlikeClaims

    Found = tuple[AlikeClaims, Mapping[str, str], list[str]]


class SaidAgain(QObject):
    """Annotations found for the one that was asked for last. ``found``: they are others now."""

    found = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._ids: list[str] = []
        self._asked: tuple[Path | None, str, Document | None] = (None, "", None)
        self._known: tuple[AlikeClaims | None, Mapping[str, str]] = None, {}

    def like(self, annotation: Annotation) -> list[str]:
        """Return the ids of what is known to say the same; none before ``ask`` was called for the annotation."""
        return self._ids if self._asked[:2] == (self._session.path, annotation.id) else []

    def ask(self, annotation: Annotation) -> None:
        """Look for what says the same as the annotation; what was found before stays until the result is there."""
        session, document, known = self._session, self._session.document, self._known
        asked = (session.path, annotation.id, document)
        if self._asked == asked or not _repeats(session, annotation.label):
            return
        if self._asked[:2] != asked[:2]:
            self._ids = []
        self._asked = asked
        self._jobs.run(lambda: _like(document, annotation, *known), lambda done: self._take(done, asked[:2]))

    def _take(self, done: Future[Found], asked: tuple[Path | None, str]) -> None:
        alike, texts, ids = done.result()
        self._known = alike, texts
        if self._asked[:2] == asked and ids != self._ids:
            self._ids = ids
            self.found.emit()


def _repeats(session: Session, label: str) -> bool:
    return any(rule.id == "repeats" and rule.source == rule.target == label for rule in session.scheme.relations)


def _like(document: Document, annotation: Annotation, alike: AlikeClaims | None, texts: Mapping[str, str]) -> Found:
    """Return the index of annotations with the label, made anew if these have changed, and what says the same."""
    from annotator.facts.proposals.said_again import AlikeClaims

    now = {it.id: _said(document, it) for it in document.annotations.values() if it.label == annotation.label}
    index = alike if alike and now == texts else AlikeClaims(now)
    return index, now, index.like(annotation.id, now.get(annotation.id, ""))


def _said(document: Document, annotation: Annotation) -> str:
    full = annotation.attributes.get(IN_FULL)
    return f"{document.words(annotation)} {full}" if isinstance(full, str) else document.words(annotation)
