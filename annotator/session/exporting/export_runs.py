"""Export documents in the background, after pending saves."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.corpus.entries import entries_below
from annotator.corpus.kept_back import KeptBack
from annotator.corpus.own_input import OwnInput
from annotator.corpus.splits import splits
from annotator.corpus.tree import count_sidecars
from annotator.interop.format import Format
from annotator.interop.options import Options
from annotator.interop.outgoing.exporting import write
from annotator.interop.output import staged
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Passing
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import SaveError, shown
from annotator.translation.messages import _

Shares = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Order:
    """Export of the documents below ``source`` to ``target``; ``shares`` of the splits are in per cent."""

    format: Format
    source: Path
    target: Path
    options: Options = field(default_factory=Options)
    shares: Shares | None = None
    seed: int = 0
    replace: bool = False


class ExportRuns(WorkAfterSaving):
    """Export in the background, one at a time; ``ended`` gives the Report."""

    def __init__(self, jobs: Jobs, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(jobs, autosave, parent)
        self._autosave = autosave

    def run(self, order: Order) -> None:
        """Start the export after pending saves; if one of them fails, ``ended`` gives a sentence instead."""
        self.when_saved(partial(self._begin, order))

    def _begin(self, order: Order) -> None:
        if self._autosave.failures:
            self.ended.emit(_unsaved(self._autosave.failures[0]))
        else:
            self.start(partial(exported, order))


def exported(order: Order, passing: Passing) -> Report:
    """Carry out the order. Raises SaveError, ForeignError, and CancelledError."""
    with confined_to([order.source]):
        return _exported(order, passing)


def _exported(order: Order, passing: Passing) -> Report:
    if sentence := own_input_refusal(order):
        raise SaveError.at(order.target, sentence)
    passing.begin(_("Looking for documents"))
    total = count_sidecars([order.source])
    options = order.options
    if order.shares:
        passing.begin(_("Dividing"), total)
        found = (entry for entry in passing.through(entries_below([order.source])) if isinstance(entry, Entry))
        options = replace(options, splits=splits(found, order.shares, order.seed))
    passing.begin(_("Exporting"), total)
    entries = passing.through(entries_below([order.source], KeptBack([order.source])))
    refused, folder = OwnInput([order.source]).refusal_of_file, not order.format.suffix
    with staged(order.target, folder=folder, replace=order.replace, refused=refused) as output:
        return write(order.format, entries, output, options, passing.named, [order.source])


def own_input_refusal(order: Order) -> str:
    """Return why the target is refused, as one of the files that are read or a place among them; else empty."""
    return OwnInput([order.source]).refusal(order.target, folder=not order.format.suffix)


def _unsaved(failure: SaveError) -> str:
    sentence = _("{file} is not saved, so an export would lack its latest changes. {reason}")
    return sentence.format(file=shown(failure.problem.path.name), reason=failure.problem.sentence)
