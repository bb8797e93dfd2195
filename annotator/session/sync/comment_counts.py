"""Numbers of open comments of the folder's articles, and of the places in the open one, counted in the background."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator.corpus.annotators.open_comments import by_article, documents_beside, with_comments
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.kinds.comments import Comment
from annotator.review.threads import Place, open_places
from annotator.session.background.jobs import Jobs
from annotator.session.opening.article_walk import name_below
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.stamps import stamps_of
from annotator.session.session import Session
from annotator.storage.files.confinement import confined_to
from annotator.storage.saving.own_sidecar import sidecars_of

Counts: TypeAlias = Mapping[Path, Counter[Place]]


class CommentCounts(QObject):
    """Open comments by article and place; doubts are none. ``changed``: some number is another now."""

    changed = Signal()

    def __init__(self, session: Session, folder: Folder, plan: FolderPlan, jobs: Jobs) -> None:
        super().__init__(session)
        self._session, self._folder, self._jobs = session, folder, jobs
        self._counts: dict[Path, Counter[Place]] = {}
        self._pass = 0
        folder.listed.connect(self._forget)
        folder.scanned.connect(self._look_when_scanned)
        plan.changed.connect(self.look)
        session.opened.connect(self._look_at_open)
        session.changed.connect(self._follow)

    def of(self, article: Path | None) -> int:
        """Return how many comments on the article and in it are open."""
        return self._counts[article].total() if article in self._counts else 0

    def on(self, id: str) -> int:
        """Return how many comments on one's own annotation of the open article are open."""
        current = self._session.current
        found = self._counts.get(current.path) if current else None
        return found[Place(current.document.annotator, id)] if current and found else 0

    def look(self) -> None:
        """Count the comments of the whole folder."""
        top, entries = self._folder.path, self._folder.entries
        if top is None:
            return
        self._pass += 1
        folders, own = [*dict.fromkeys(entries.folders)], self._own()
        self._jobs.run(partial(_of_folder, top, folders, entries.names, own), partial(self._take_all, self._pass))

    def _look_when_scanned(self, read: int) -> None:
        if read >= len(self._folder.entries):
            self.look()

    def _look_at_open(self) -> None:
        current = self._session.current
        if current and name_below(self._folder.path, current.path) is not None:
            self._jobs.run(partial(_of_article, current.path, self._own()), partial(self._take, current.path))

    def _follow(self, change: Change) -> None:
        if change.removed_of(Comment) or change.added_of(Comment):
            self._look_at_open()

    def _own(self) -> Mapping[Path, Document]:
        current = self._session.current
        return {current.sidecar: current.document} if current else {}

    def _forget(self) -> None:
        self._pass += 1
        self._counts = {}

    def _take_all(self, this: int, done: Future[Counts]) -> None:
        if this == self._pass:
            self._counts = {**done.result()}
            self.changed.emit()

    def _take(self, article: Path, done: Future[Counter[Place]]) -> None:
        if done.result() != self._counts.get(article, Counter()):
            self._counts[article] = done.result()
            self.changed.emit()


def _of_folder(
    top: Path, folders: Iterable[str], names: Sequence[str], own: Mapping[Path, Document]
) -> dict[Path, Counter[Place]]:
    """Count the open comments of the articles with these names from ``top`` on."""
    with confined_to([top]):
        found = {*with_comments(top / name for name in stamps_of(top, folders))}
        found |= {sidecar for sidecar, document in own.items() if document.of(Comment) and sidecar.is_relative_to(top)}
        articles = by_article(top, found, names)
        counted = ((article, _counted(article, some, own)) for article, some in articles.items())
        return {article: counts for article, counts in counted if counts}


def _of_article(article: Path, own: Mapping[Path, Document]) -> Counter[Place]:
    with confined_to([article.parent]):
        return _counted(article, {*with_comments(sidecars_of(article)), *own}, own)


def _counted(article: Path, sidecars: Iterable[Path], own: Mapping[Path, Document]) -> Counter[Place]:
    """Count the open comments by place; ``own`` is the document that may not be saved yet."""
    read = documents_beside(article, (sidecar for sidecar in sidecars if sidecar not in own))
    return Counter(open_places([*(own[sidecar] for sidecar in sidecars if sidecar in own), *read]))
