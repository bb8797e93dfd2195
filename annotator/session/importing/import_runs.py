"""Import articles from files, or annotations of another program, in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.interop.articles.extracted import Wishes
from annotator.interop.format import Format
from annotator.interop.incoming.article_import import ArticleImporter
from annotator.interop.incoming.importing import Importer
from annotator.interop.incoming.incoming_document import Terms
from annotator.interop.incoming.label_map import LabelMap
from annotator.interop.report import Report
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Passing
from annotator.session.importing.article_scan import CLIPBOARD, Given, Pasted, every_source, paths_in, texts_of
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.flushing import flushed_together
from annotator.storage.schemes.scheme_lookup import scheme_of
from annotator.translation.messages import _

NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ArticlesOrder:
    """Import of the articles in ``given`` into ``folder``; ``left_out`` holds the numbers to skip in each source."""

    given: tuple[Given, ...]
    folder: Path
    wishes: Wishes = field(default_factory=Wishes)
    left_out: Mapping[Given, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnnotationsOrder:
    """Import of the annotations in ``sources`` into ``folder``; an ``annotator`` of None keeps those of the files."""

    format: Format
    sources: tuple[Path, ...]
    folder: Path
    annotator: str | None = None
    names: LabelMap = field(default_factory=LabelMap)
    replace: bool = False


ImportOrder = ArticlesOrder | AnnotationsOrder


class ImportRuns(WorkAfterSaving):
    """Import in the background, one at a time, after pending saves; ``ended`` gives the Report."""

    def __init__(self, jobs: Jobs, autosave: Autosave, clock: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(jobs, autosave, parent)
        self._clock = clock
        self._finished: ArticleImporter | None = None

    def run(self, order: ImportOrder) -> None:
        """Start the import after pending saves, since it may write to the open article's sidecar."""
        self._finished = None
        self.when_saved(lambda: self.start(partial(imported, order, self._clock(), finished=self._note_finished)))

    @property
    def can_take_back(self) -> bool:
        """True after an import that has written articles."""
        return self._finished is not None and bool(self._finished.written)

    def take_back(self) -> None:
        """Remove what the last import of articles has written, after pending saves; ``ended`` gives a TakenBack."""
        if finished := self._finished:
            self._finished = None
            self.when_saved(lambda: self.start(lambda _passing: finished.take_back_unchanged()))

    def forget(self) -> None:
        """Forget what the last import has written, so that it is not taken back any more."""
        self._finished = None

    def _note_finished(self, importer: ArticleImporter) -> None:
        self._finished = importer


def imported(
    order: ImportOrder, now: str, passing: Passing, finished: Callable[[ArticleImporter], None] = lambda _importer: None
) -> Report:
    """Carry out the order. Raises SaveError, ForeignError, and CancelledError; a cancelled import leaves no files.

    ``finished`` takes the importer of articles, which can take them back.
    """
    if isinstance(order, ArticlesOrder):
        with confined_to(paths_in(order.given)):
            importer = _articles(order, now, passing)
            finished(importer)
            return importer.report
    with confined_to(order.sources):
        return _annotations(order, now, passing)


def _articles(order: ArticlesOrder, now: str, passing: Passing) -> ArticleImporter:
    passing.begin(_("Looking for files"))
    sources, wishes = [*every_source(order.given)], replace(order.wishes, go_on=passing.go_on)
    importer = ArticleImporter(order.folder, scheme_of(order.folder)[0], order.wishes, passing.named)
    passing.begin(_("Importing"), len(sources))
    try:
        with flushed_together():
            for source in sources:
                passing.passed(CLIPBOARD.name if isinstance(source, Pasted) else source.name)
                left_out = order.left_out.get(source, NONE)
                texts = texts_of(source, wishes, importer.report.problems)
                importer.take_texts((taken for number, taken in enumerate(texts) if number not in left_out), now)
    except BaseException:
        importer.take_back()
        raise
    importer.report.articles += importer.written
    return importer


def _annotations(order: AnnotationsOrder, now: str, passing: Passing) -> Report:
    terms = Terms(order.annotator, order.names, scheme_of(order.folder)[0])
    importer = Importer(order.format, order.folder, terms, replace=order.replace)
    passing.begin(_("Reading"))
    for source in order.sources:
        importer.take(source, passing.passed)
    passing.begin(_("Writing"), len(importer.planned))
    importer.write(now, passing.passed)
    return importer.report
