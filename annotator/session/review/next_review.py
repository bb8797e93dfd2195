"""Way from an article whose review is done to the next one in which annotations of others wait for a decision."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.session.background.jobs import Jobs
from annotator.session.opening.entries import rows_around
from annotator.session.opening.folder import Folder
from annotator.session.review.lost_folder import why_lost
from annotator.session.review.review_mode import ReviewMode
from annotator.session.review.to_review import first_to_review
from annotator.session.session import Session
from annotator.storage.files.confinement import confined_to
from annotator.translation.messages import _


class NextReview(QObject):
    """Opens the next article to review once ``mode`` has finished one, by ``open_article``; says if there is none.

    The articles are looked at on the disk, one after another as they are shown, from the first again after the last.
    """

    def __init__(
        self, mode: ReviewMode, session: Session, folder: Folder, jobs: Jobs, open_article: Callable[[Path], None]
    ) -> None:
        super().__init__(mode)
        self._mode, self._session, self._folder, self._jobs = mode, session, folder, jobs
        self._open = open_article
        mode.finished.connect(self._look)

    def _look(self) -> None:
        folder, here = self._folder, self._session.path
        if folder.path is None:
            return
        order = folder.order if folder.order is not None else range(len(folder.entries))
        names = [folder.entries.names[row] for row in rows_around(order, folder.row_of(here))]
        self._jobs.run(partial(_first, folder.path, here, names, self._mode.reviewer.name), partial(self._take, here))

    def _take(self, here: Path | None, done: Future[Path | str]) -> None:
        if not self._mode.under_way or self._session.path != here:
            return
        found = done.result()
        if isinstance(found, Path):
            self._open(found)
        else:
            self._session.say(found or _("Reviewed. In no other article does anything wait for you"))


def _first(top: Path, here: Path | None, names: list[str], reviewer: str) -> Path | str:
    """Return the first article with something to decide; without one why the folder cannot be read, empty if it can."""
    with confined_to([top]):
        found = first_to_review((top / name for name in names), reviewer)
        return found or (why_lost(here) if here else "")
