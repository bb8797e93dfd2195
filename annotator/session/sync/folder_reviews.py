"""Articles of the open folder that wait for the user's review, worked out in the background when they are asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.session.session import Session
from annotator.session.sync.folder_slices import FolderSlices

if TYPE_CHECKING:
    from annotator.corpus.annotators.folder_documents import ArticleDocuments


class FolderReviews(QObject):
    """Numbers of annotations of others on which the user has not decided. ``changed``: they have been counted.

    ``waiting`` has the number of each article that others have annotated, by its name in the folder. ``called`` returns
    the name for reviews alone, empty without one.
    """

    changed = Signal()

    def __init__(self, session: Session, folder: Folder, jobs: Jobs) -> None:
        super().__init__(folder)
        self._session, self._folder, self._slices = session, folder, FolderSlices(jobs)
        self.waiting: Mapping[str, int] = {}
        self.called: Callable[[], str] = str
        self._is_wanted = False
        folder.listed.connect(self._forget)

    def ask(self) -> None:
        """Count anew, with the open document as it is; what was known stays until then."""
        from annotator.review.waiting import waiting  # here: not before it is wanted

        top, reviewer, current = self._folder.path, self._folder.annotator, self._session.current
        called = self.called()
        if top is None:
            return
        self._is_wanted = True
        found: dict[str, int] = {}
        own = {current.document.annotator: current.document} if current else {}
        here = os.path.relpath(current.path, top).replace(os.sep, "/") if current else ""

        def add(one: ArticleDocuments) -> None:
            count = waiting({**one.documents, **(own if one.path == here else {})}, reviewer, called)
            if count is not None:
                found[one.path.replace("/", os.sep)] = count

        self._slices.read(top, add, partial(self._take, found))

    def ask_again(self) -> None:
        """Count anew where somebody has asked for the numbers of this folder."""
        if self._is_wanted:
            self.ask()

    def _take(self, found: Mapping[str, int]) -> None:
        self.waiting = found
        self.changed.emit()

    def _forget(self) -> None:
        self._slices.stop()
        self.waiting, self._is_wanted = {}, False
