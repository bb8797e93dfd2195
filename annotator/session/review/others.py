"""Documents of the other annotators of the open article: read in the background, followed, and never written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path

from msgspec import Struct, field
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from annotator.anchoring.anchored import read_document
from annotator.model.document import Document
from annotator.review.reviewing import name_of
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.review.lost_folder import why_lost
from annotator.session.session import Session
from annotator.session.sync.file_watch import FileWatch
from annotator.session.text_index import TextIndex
from annotator.storage.files.file_error import FileError, shown
from annotator.storage.saving.own_sidecar import sidecars_of
from annotator.storage.sidecars.belonging import owned
from annotator.translation.messages import N_, _

READ_ONLY = N_("It is somebody else's, and can only be read.")


class Found(Struct, frozen=True):
    """Documents that were read, with their sidecars, and sentences on those that cannot be read.

    ``lost``: the folder itself cannot be.
    """

    documents: Mapping[Path, Document] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    lost: bool = False


class Others(QObject):
    """Documents of the others, by the name that decisions call them. ``changed``: they were read anew.

    ``lost``: nothing can be read, as the folder was taken away; ``problems`` says so.

    ``hides`` tells whether the plan of the folder is blind for the annotator; then none is read.
    """

    changed = Signal()

    def __init__(
        self, session: Session, jobs: Jobs, parent: QObject, *, hides: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self.hides = session, jobs, hides
        self._watch = FileWatch(self)
        self._watch.stirred.connect(self.look)
        self._asked = 0
        self.articles: dict[str, OpenArticle] = {}
        self.problems: tuple[str, ...] = ()
        self.lost = False

    @property
    def documents(self) -> list[Document]:
        return [article.document for article in self.articles.values()]

    def follow(self) -> None:
        """Read the documents beside the open article's own, and again whenever one of them changes."""
        self.articles, self.problems = {}, ()
        self._watch.follow(self._session.current)
        self.look()

    def leave(self) -> None:
        """Follow none any more."""
        self._asked += 1
        self._watch.follow(None)
        self.articles, self.problems = {}, ()

    def look(self) -> None:
        """Read the documents as they are now."""
        current = self._session.current
        if current is None or self.hides():
            return
        self._asked += 1
        this, path, own, article = self._asked, current.path, current.sidecar, current.document.article

        def read() -> Found:
            if why := why_lost(path):
                return Found(problems=(why,), lost=True)
            documents, problems = {}, list[str]()
            for sidecar in sidecars_of(path):
                if sidecar != own:
                    try:
                        documents[sidecar] = owned(sidecar, read_document(sidecar, article).document)
                    except FileError as error:
                        problems.append(f"{shown(sidecar.name)}: {error.problem.sentence}")
            return Found(documents, tuple(problems))

        self._jobs.run(read, lambda done: self._take(this, done))

    def _take(self, this: int, done: Future[Found]) -> None:
        current, found = self._session.current, done.result()
        if this != self._asked or current is None:
            return
        self.problems, self.lost = found.problems, found.lost
        before, self.articles = self.articles, {}
        for sidecar, document in found.documents.items():
            known = before.get(name_of(document))
            same = known is not None and known.document == document
            self.articles[name_of(document)] = known if known and same else _article(current, sidecar, document)
        self.changed.emit()


def _article(current: OpenArticle, sidecar: Path, document: Document) -> OpenArticle:
    index = TextIndex(document.article.text, document.annotations.values())
    stack = QUndoStack()
    return OpenArticle(current.path, sidecar, document, index, stack, current.scheme, read_only=_(READ_ONLY))
