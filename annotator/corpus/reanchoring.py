"""Re-anchoring of all sidecars below a folder whose articles have changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.anchoring.anchored import ReadDocument
from annotator.anchoring.places import SAME, VERDICTS, Dropped, Place
from annotator.corpus.documents import document_in
from annotator.corpus.summary import NEWER
from annotator.corpus.tree import Tree
from annotator.facts.desk.rounds import latest_round
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.saving.leftovers import LeftoversClearing
from annotator.storage.saving.saver import Saver
from annotator.storage.sidecars.sidecar_files import is_sidecar
from annotator.translation.messages import _


@dataclass(frozen=True, slots=True)
class Row:
    """An annotation whose verdict is not *same*, with its proposed place and the line in which it begins."""

    annotation: Annotation
    place: Place
    line: int


@dataclass(frozen=True, slots=True)
class Reanchored:
    """Result for a sidecar whose article has changed; ``written`` is True if the sidecar has been updated.

    ``reopened`` has the ids of the signed facts that are open again.
    """

    path: Path
    text: str
    same: int
    rows: tuple[Row, ...]
    written: bool
    dropped: Dropped
    reopened: tuple[str, ...] = ()

    def counts(self) -> dict[str, int]:
        """Return the number of annotations for each verdict."""
        found = dict.fromkeys(VERDICTS, 0) | {SAME: self.same}
        for row in self.rows:
            found[row.place.verdict] += 1
        return found


class Reanchoring:
    """Re-anchoring of sidecars; ``sidecars`` counts them. Files are written only with ``apply``.

    A sidecar that cannot be read or written and a folder that cannot be listed are yielded as problems.
    """

    def __init__(self, *, apply: bool, now: str) -> None:
        self.sidecars = 0
        self._apply = apply
        self._now = now
        self._tree = Tree()
        self._leftovers = LeftoversClearing()

    def below(self, path: Path) -> Iterator[Reanchored | Problem]:
        """Yield a result for each sidecar below ``path`` whose article has changed, and the problems."""
        for file in self._tree.files(path):
            if is_sidecar(file):
                self.sidecars += 1
                yield from self._of(file)
        yield from self._tree.unreadable
        self._tree.unreadable.clear()

    def _of(self, sidecar: Path) -> Iterator[Reanchored | Problem]:
        try:
            read = document_in(sidecar)
        except FileError as error:
            yield error.problem
            return
        if not _outdated(read):
            return
        if read.newer:
            yield Problem(sidecar, 1, _(NEWER))
            return
        rows = tuple(_rows(read))
        try:
            if self._apply:
                self._leftovers.of(sidecar.parent)
                Saver(sidecar, strict=True).save(read.document, read.data, self._now)
        except FileError as error:
            yield error.problem
            return
        text, reopened = read.document.article.text, tuple(_reopened(read.document))
        yield Reanchored(sidecar, text, len(read.same), rows, self._apply, read.dropped, reopened)


def _outdated(read: ReadDocument) -> bool:
    return bool(read.places or read.same) or read.sha256 not in ("", read.document.article.sha256)


def _reopened(document: Document) -> list[str]:
    """Return the ids of the facts that the latest sign-offs have as reopened, sorted."""
    return sorted({id for item in latest_round(document) for id in item.reopened})


def _rows(read: ReadDocument) -> Iterator[Row]:
    for annotation in read.document.in_text_order():
        if annotation.id in read.places:
            yield Row(annotation, read.places[annotation.id], read.lines[annotation.id])
