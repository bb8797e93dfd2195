"""Alternative-annotator test of one annotator against the others of the folder, worked out in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.corpus.tree import count_sidecars
from annotator.review.agreement.alternative_test import EPSILON, AlternativeTest
from annotator.review.agreement.article import Wanted
from annotator.session.agreement.folder_agreement import MOST_ANNOTATORS, annotators_in, tested
from annotator.session.agreement.measuring import measured_below
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Passing
from annotator.session.opening.folder import Folder
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.storage.files.confinement import confined_to
from annotator.translation.messages import N_, _, number

TESTING = N_("Testing")


class ModelTesting(QObject):
    """Test of a ``model``. ``changed``: there is another. ``progressed``: a Stage. ``ended``: no work.

    ``test`` is None as long as there is none; ``sentence`` says why the last one could not be made.
    """

    changed = Signal()
    progressed = Signal(object)
    ended = Signal()

    def __init__(self, folder: Folder, jobs: Jobs, autosave: Autosave, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._reading = WorkAfterSaving(jobs, autosave, self)
        self._reading.progressed.connect(self.progressed)
        self._reading.ended.connect(self._end)
        self.model: str | None = None
        self.test: AlternativeTest | None = None
        self.sentence = ""

    @property
    def busy(self) -> bool:
        return self._reading.running

    def begin(self, model: str) -> None:
        """Test whether this annotator may stand in for the others of the folder."""
        self.forget()
        self.model = model
        self._reading.when_saved(self._start)
        self.changed.emit()

    def forget(self) -> None:
        """Stop the test, or show that of the last one no more, as it may be of other annotations than there are."""
        self.stop()
        self.model, self.test, self.sentence = None, None, ""
        self.changed.emit()

    def stop(self) -> None:
        """Stop reading."""
        self._reading.cancel()

    def _start(self) -> None:
        folder, model = self._folder.path, self.model
        if folder is not None and model is not None:
            self._reading.start(lambda passing: tested_below(folder, model, passing))

    def _end(self, result: object) -> None:
        self.test = result if isinstance(result, AlternativeTest) else None
        self.sentence = result if isinstance(result, str) else ""
        if result is None and self.model is not None:
            self.sentence = _("Cancelled")
        self.ended.emit()
        self.changed.emit()


def tested_below(folder: Path, model: str, passing: Passing) -> AlternativeTest | str:
    """Test the model against all others who have annotated, or return why that cannot be. Raises CancelledError."""
    with confined_to([folder]):
        passing.begin(_(TESTING), count_sidecars([folder]))
        found = measured_below(folder, Wanted(), passing)
    if (count := len(annotators_in(found.articles))) > MOST_ANNOTATORS:
        words = _("There are {count} annotators: test up to {most} by “annotator agreement” with --annotators.")
        return words.format(count=number(count), most=number(MOST_ANNOTATORS))
    return tested(found, model, EPSILON)
