"""Annotates without a pause, by the program's own session and autosave, until it is killed.

Change number n sets the note of annotation n modulo 100. Each is told on standard output, with its time, before it is
made.
"""

from __future__ import annotations

import os
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QUndoStack

from annotator.model import edits
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import IN_WORK, Document, Status
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.storage.schemes.scheme_lookup import built_in_scheme

ANNOTATIONS = 100
NOW = "2026-11-22T06:21:20Z"
EVERY_MS = 3
WORDS = "Thousands of people left the town on Thursday. "
ARTICLE = Article.of("town.txt", WORDS * ANNOTATIONS)


def document_at(version: int) -> Document:
    """The document after so many changes."""
    notes = {number % ANNOTATIONS: number for number in range(max(1, version - ANNOTATIONS + 1), version + 1)}
    made = [
        Annotation(
            f"a{place:05}",
            "claim",
            Span(place * len(WORDS), (place + 1) * len(WORDS) - 1),
            note=str(notes.get(place, "")),
            modified=NOW if place in notes else "",
        )
        for place in range(ANNOTATIONS)
    ]
    return Document(
        ARTICLE, MappingProxyType({annotation.id: annotation for annotation in made}), status=Status(IN_WORK)
    )


class Annotator:
    """Makes one change after another."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._version = 0

    def change(self) -> None:
        """Tell of the next change, then make it."""
        self._version += 1
        os.write(sys.stdout.fileno(), f"{self._version} {time.time()}\n".encode())
        id = f"a{self._version % ANNOTATIONS:05}"
        change = edits.set_note(self._session.document, id, str(self._version), now=NOW)
        self._session.do(change, f"Change {self._version}")


def main(folder: Path) -> None:
    app = QCoreApplication([])
    session = Session(clock=lambda: NOW, randomness=random.Random(1))
    with ThreadPoolExecutor(1) as executor:
        autosave = Autosave(session, Jobs(executor))
        document = document_at(0)
        index = TextIndex(ARTICLE.text, document.annotations.values())
        sidecar = folder / "town.annotations.yaml"
        path = folder / ARTICLE.name
        session.show(OpenArticle(path, sidecar, document, index, QUndoStack(), built_in_scheme()))
        annotator = Annotator(session)
        timer = QTimer(interval=EVERY_MS)
        timer.timeout.connect(annotator.change)
        timer.start()
        app.exec()
        autosave.finish()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
