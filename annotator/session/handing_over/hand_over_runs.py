"""Hand over documents in the background, after pending saves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.corpus.entries import entries_below
from annotator.corpus.kept_back import KeptBack
from annotator.corpus.own_input import OwnInput
from annotator.corpus.tree import count_sidecars
from annotator.interop.handover.choices import Choices, EvidenceFiles
from annotator.interop.handover.delivery import Delivered, Order, deliver, documents_of
from annotator.interop.handover.forms import Form
from annotator.interop.output import staged
from annotator.language.values.numbers import ENGLISH, Separators
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Passing
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import SaveError, shown
from annotator.translation.messages import _


@dataclass(frozen=True, slots=True)
class HandOverOrder:
    """Hand-over of the documents of ``source``, an article or a folder, to ``target``.

    ``annotator`` is whose documents go out; None for those of all. ``charts`` are SVG texts of the one article.
    """

    form: Form
    source: Path
    target: Path
    choices: Choices
    annotator: str | None = None
    separators: Separators = ENGLISH
    is_folder: bool = False
    charts: tuple[str, ...] = ()
    replace: bool = False

    @property
    def alone(self) -> bool:
        """True if the target is one file, without others beside it."""
        return not self.is_folder and self.choices.evidence_files is EvidenceFiles.NONE


class HandOverRuns(WorkAfterSaving):
    """Hand over in the background, one at a time; ``ended`` gives what was Delivered."""

    def __init__(self, jobs: Jobs, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(jobs, autosave, parent)
        self._autosave = autosave

    def run(self, order: HandOverOrder) -> None:
        """Start after pending saves; if one of them fails, ``ended`` gives a sentence instead."""
        self.when_saved(partial(self._begin, order))

    def _begin(self, order: HandOverOrder) -> None:
        if self._autosave.failures:
            failure = self._autosave.failures[0].problem
            sentence = _("{file} is not saved, so a hand-over would lack its latest changes. {reason}")
            self.ended.emit(sentence.format(file=shown(failure.path.name), reason=failure.sentence))
        else:
            self.start(partial(handed_over, order))


def handed_over(order: HandOverOrder, passing: Passing) -> Delivered:
    """Carry out the order. Raises SaveError, UnknownConfidenceError and CancelledError."""
    with confined_to([order.source]):
        own = OwnInput([order.source])
        if sentence := own.refusal(order.target, folder=not order.alone):
            raise SaveError.at(order.target, sentence)
        passing.begin(_("Looking for documents"))
        passing.begin(_("Handing over"), count_sidecars([order.source]))
        kept_back = KeptBack([order.source])
        found = documents_of(passing.through(entries_below([order.source], kept_back)), order.annotator)
        root = order.source if order.is_folder else order.source.parent
        wanted = Order(order.form, order.choices, root, order.separators, order.charts)
        with staged(order.target, folder=not order.alone, replace=order.replace, refused=own.refusal_of_file) as output:
            done = deliver(found, wanted, output, passing.named, alone=order.alone)
            kept_back.check()
            return done
