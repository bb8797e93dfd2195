"""Differences of the annotators over the open folder, worked out in the background when somebody asks for them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.session.sync.folder_slices import FolderSlices

if TYPE_CHECKING:
    from annotator.review.disagreements import Disagreements


class FolderDifferences(QObject):
    """Shares of the places that differ, from 0 to 1, by article and by label. ``changed``: they have been worked out.

    ``labels`` has the share of each label, ``articles`` that of each article by two or more, by its name in the folder.
    """

    changed = Signal()

    def __init__(self, folder: Folder, jobs: Jobs) -> None:
        super().__init__(folder)
        self._folder, self._slices = folder, FolderSlices(jobs)
        self.labels: Mapping[str, float] = {}
        self.articles: Mapping[str, float] = {}
        folder.listed.connect(self._forget)

    def ask(self) -> None:
        """Work the differences out anew; what was known stays until then."""
        from annotator.review.disagreements import Disagreements  # here: not before it is wanted

        if self._folder.path:
            until = Disagreements()
            self._slices.read(
                self._folder.path,
                lambda one: until.add(one.path, one.scheme, one.documents),
                partial(self._take, until),
            )

    def _take(self, found: Disagreements) -> None:
        self.labels = {one.label: one.share for one in found.labels}
        self.articles = {path.replace("/", os.sep): share for path, share in found.shares.items()}
        self.changed.emit()

    def _forget(self) -> None:
        self._slices.stop()
        self.labels, self.articles = {}, {}
