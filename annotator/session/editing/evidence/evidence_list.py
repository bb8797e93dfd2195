"""List of the evidence of the open article, or of the folder, which is read in the background."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from annotator.corpus.evidence.listing import ListedEvidence, evidence_below
from annotator.corpus.evidence.table import csv_of, open_ones
from annotator.corpus.kept_back import KeptBack
from annotator.corpus.own_input import OwnInput
from annotator.corpus.tree import count_sidecars
from annotator.facts.evidence import EvidenceRow, evidence_rows
from annotator.language.plain_line import plain_line
from annotator.model.change import Change
from annotator.model.kinds.evidence import Evidence
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Passing
from annotator.session.editing.evidence.evidence_services import EvidenceServices
from annotator.session.editing.evidence.evidence_words import confidential_words
from annotator.session.open_article import OpenArticle
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import SaveError, shown
from annotator.translation.messages import _, ngettext, number

Result = tuple[list[ListedEvidence], int]
"""The evidence of a folder, and the number of documents that could not be read."""


class EvidenceList(QObject):
    """Rows of the list. ``grew``: the rows are others. ``progressed``: a Stage. ``told``: a sentence.

    ``of_folder``: they are those of the folder; otherwise they follow each change of the open article.
    """

    grew = Signal()
    progressed = Signal(object)
    busy = Signal(bool)
    told = Signal(str)

    def __init__(
        self,
        services: EvidenceServices,
        jobs: Jobs,
        autosave: Autosave,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._session = services, services.session
        self._work = WorkAfterSaving(jobs, autosave, self)
        self._folder: Path | None = None
        self.rows: list[ListedEvidence] = []
        self._work.progressed.connect(self.progressed)
        self._work.ended.connect(self._take)
        self._session.changed.connect(self._follow)
        self._session.opened.connect(self._follow_article)
        services.states.known.connect(self._follow_article)

    @property
    def of_folder(self) -> bool:
        return self._folder is not None

    def show_article(self) -> None:
        """List the evidence of the open article."""
        self._work.cancel()
        self._folder = None
        self._fill()

    def show_folder(self, folder: Path) -> None:
        """List the evidence of all documents below the folder, once pending saves are done."""
        self._folder = folder
        self.rows = []
        self.grew.emit()
        self.busy.emit(True)
        self._work.when_saved(lambda: self._work.start(partial(_listed, folder)))

    def cancel(self) -> None:
        """Stop reading the folder."""
        self._work.cancel()

    def save_csv(self, target: Path) -> None:
        """Write the rows that are not confidential as a table, and say how many are left out."""
        rows, confidential = open_ones(self._going_out())
        sources = [self._folder] if self._folder else [self._session.current.path] if self._session.current else []
        if refusal := OwnInput(sources).refusal(target, folder=False):
            self.told.emit(_("{file}: {problem}").format(file=shown(target.name), problem=refusal))
            return
        try:
            write_atomically(target, csv_of(rows), follow=True)
        except SaveError as error:
            self.told.emit(str(error))
            return
        count = len(rows)
        said = ngettext("Saved {count} piece as {file}", "Saved {count} pieces as {file}", count)
        sentences = [said.format(count=number(count), file=shown(target.name))]
        if confidential:
            sentences.append(confidential_words(confidential))
        self.told.emit("; ".join(sentences))

    def _going_out(self) -> list[ListedEvidence]:
        """Return the rows with all marked that is confidential anywhere; those of a folder are marked already."""
        current = self._session.current
        if self.of_folder or not current:
            return self.rows
        document = KeptBack([current.path]).marked(current.document)
        return [self._listed(current, row) for row in evidence_rows(document)]

    def _fill(self) -> None:
        current = self._session.current
        self.rows = [self._listed(current, row) for row in evidence_rows(current.document)] if current else []
        self.grew.emit()

    def _listed(self, article: OpenArticle, row: EvidenceRow) -> ListedEvidence:
        words = tuple(plain_line(article.document.words(claim)) for claim in row.claims)
        state = self._services.states.of(row.piece.file)
        return ListedEvidence(article.path.name, article.path, article.document.annotator, row, words, state)

    def _follow(self, change: Change) -> None:
        if not self.of_folder and (
            change.removed_of(Evidence) or change.added_of(Evidence) or change.annotations_removed
        ):
            self._fill()

    def _follow_article(self) -> None:
        if not self.of_folder:
            self._fill()

    def _take(self, result: Any) -> None:
        self.busy.emit(False)
        if isinstance(result, str):
            self.told.emit(result)
        elif result is None:
            self.told.emit(_("Cancelled: the list is not whole"))
        elif self.of_folder:
            self.rows, unread = result
            self.grew.emit()
            if unread:
                said = ngettext("{count} file could not be read", "{count} files could not be read", unread)
                self.told.emit(said.format(count=number(unread)))


def _listed(folder: Path, passing: Passing) -> Result:
    with confined_to([folder]):
        passing.begin(_("Reading the folder"), count_sidecars([folder]))
        found = [*evidence_below([folder], passing.named)]
    listed = [one for one in found if isinstance(one, ListedEvidence)]
    return listed, len(found) - len(listed)
