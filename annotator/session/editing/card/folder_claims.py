"""Search the other articles of the folder for annotations that say the same as one, in the background."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.corpus.documents import document_of
from annotator.model.annotation import Annotation
from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.session.opening.opener import Opener
from annotator.session.session import Session
from annotator.storage.files.file_error import FileError
from annotator.storage.saving.own_sidecar import sidecar_of

MOST_ARTICLES = 500
"""Most articles that are read: those nearest in the list."""


class OtherClaim(Struct, frozen=True):
    """An annotation of another article, with its id, label and words there."""

    path: Path
    id: str
    label: str
    words: str


Stamp = tuple[int, int]
Read = Mapping[Path, tuple[Stamp, Sequence[OtherClaim]]]


class FolderClaims(QObject):
    """Claims found for the annotation that was asked for last. ``found``: there are others now."""

    found = Signal()

    def __init__(self, session: Session, folder: Folder, opener: Opener, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._folder, self._opener, self._jobs = session, folder, opener, jobs
        self._claims: Sequence[OtherClaim] = ()
        self._asked: tuple[Path | None, str, str] = (None, "", "")
        self._read: Read = {}

    def like(self, annotation: Annotation) -> Sequence[OtherClaim]:
        """Return what is known to say the same; nothing before ``ask`` was called for the annotation."""
        return self._claims if self._asked == self._asking(annotation) else ()

    def ask(self, annotation: Annotation) -> None:
        """Look for what says the same as the annotation."""
        asked = self._asking(annotation)
        if asked == self._asked:
            return
        self._asked, self._claims = asked, ()
        articles, annotator, known = self._others(), self._opener.annotator, self._read
        if articles:
            self._jobs.run(
                lambda: self._look(asked, articles, annotator, annotation.label, known),
                lambda done: self._take(done, asked),
            )

    def _asking(self, annotation: Annotation) -> tuple[Path | None, str, str]:
        return self._session.path, annotation.id, self._session.words(annotation)

    def _others(self) -> list[Path]:
        """Return the other articles near in the list in which something is marked."""
        first = max(0, (self._folder.row_of(self._session.path) or 0) - MOST_ARTICLES // 2)
        near = self._folder.entries[first : first + MOST_ARTICLES]
        return [it.path for it in near if it.annotations and it.path != self._session.path]

    def _look(
        self, asked: tuple[Path | None, str, str], articles: Sequence[Path], annotator: str, label: str, known: Read
    ) -> tuple[Read, list[OtherClaim]]:
        """Read what has changed since, and compare, in the background; stop when something else is asked for."""
        from annotator.facts.proposals.said_again import AlikeClaims  # here: imported with the first card

        read = dict(known)
        for path in articles:
            if self._asked != asked:
                return read, []
            sidecar = sidecar_of(path, annotator)
            stamp = _stamp(sidecar)
            if stamp is not None and (path not in read or read[path][0] != stamp):
                read[path] = stamp, [*_claims(sidecar, path)]
        claims = [it for path in articles if path in read for it in read[path][1] if it.label == label]
        alike = AlikeClaims({str(place): it.words for place, it in enumerate(claims)})
        return read, [claims[int(key)] for key in alike.like("", asked[2])]

    def _take(self, done: Future[tuple[Read, list[OtherClaim]]], asked: tuple[Path | None, str, str]) -> None:
        self._read, found = done.result()
        if self._asked == asked and found:
            self._claims = found
            self.found.emit()


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _claims(sidecar: Path, article: Path) -> Iterator[OtherClaim]:
    """Yield the annotations of the article; none where it or its sidecar cannot be read, which is said elsewhere."""
    try:
        document = document_of(sidecar, article).document
    except FileError:
        return
    for it in document.annotations.values():
        yield OtherClaim(article, it.id, it.label, document.words(it))
