"""Import other programs' annotations into a folder: each file whole or not at all, overwriting only on request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Format, Incoming
from annotator.interop.incoming.articles_of_folder import ArticlesOfFolder
from annotator.interop.incoming.incoming_document import IncomingDocument, Terms
from annotator.interop.incoming.new_labels import labels_made
from annotator.interop.incoming.rollback import Rollback
from annotator.interop.report import DOCUMENT, LEFT_OUT, Loss, Report
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.articles.folders import make_folder_of
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, Problem, SaveError
from annotator.storage.saving.kept_texts import keep_text, kept_text
from annotator.storage.saving.saver import Saver, held_by
from annotator.storage.schemes.scheme_lookup import SCHEME_NAME
from annotator.storage.sidecars.sidecar_files import sidecar_path

NO_ARTICLE = "its article is not in the folder, and the file does not have the text"
THERE_ALREADY = "its annotator has annotations of this article already"


@dataclass(frozen=True, slots=True)
class Planned:
    """Document to be written; ``other_text`` is the text that displaced annotations refer to, or empty."""

    path: Path
    document: Document
    other_text: str


class Importer:
    """Read files of one format and plan the documents; nothing is written before ``write`` is called."""

    def __init__(self, format: Format, folder: Path, terms: Terms, *, replace: bool) -> None:
        self.report = Report()
        self.planned: dict[Path, Planned] = {}
        self._format = format
        self._folder = folder
        self._terms = terms
        self._replace = replace
        self._articles = ArticlesOfFolder(folder)

    def take(self, source: Path, passed: Callable[[str], None]) -> None:
        """Plan all documents of the file; where one fails, plan none and report a Problem.

        ``passed`` is called with each document's path before it is planned. Raises ForeignError where the format is
        write-only.
        """
        if self._format.read is None:
            raise ForeignError(f"{self._format.title} can be exported only.")
        report = Report()
        try:
            planned: dict[Path, Planned] = {}
            for incoming in self._format.read(source, report):
                passed(incoming.path)
                planned |= self._planned(incoming, planned, report)
        except ForeignError as error:
            place = f"{error.place}: " if error.place and error.line is None else ""
            self.report.problems.append(Problem(source, error.line, f"{place}{error.sentence}"))
        except FileError as error:
            self.report.problems.append(error.problem)
        else:
            self.planned |= planned
            self.report.add(report)

    def write(self, now: str, passed: Callable[[str], None]) -> None:
        """Write all planned documents; one that fails is rolled back and reported.

        If ``passed`` raises or the user presses Ctrl+C, all files are restored and the exception propagates.
        """
        back = Rollback()
        try:
            self._make_labels(back)
            for sidecar, plan in self.planned.items():
                passed(plan.document.article.name)
                self._try_to_write(sidecar, plan, now, back)
        except BaseException:
            back.restore()
            raise

    def _make_labels(self, back: Rollback) -> None:
        made = labels_made(self._folder, self._terms.scheme, [plan.document for plan in self.planned.values()])
        self.report.notes += made.notes
        if made.scheme:
            back.note(self._folder / SCHEME_NAME, None, made.scheme)

    def _try_to_write(self, sidecar: Path, plan: Planned, now: str, back: Rollback) -> None:
        own = Rollback()
        try:
            self._write(sidecar, plan, now, own)
        except SaveError as error:
            own.restore()
            self.report.problems.append(error.problem)
            self.report.not_written(plan.document)
        else:
            back.add(own)

    def _planned(self, incoming: Incoming, planned: dict[Path, Planned], report: Report) -> dict[Path, Planned]:
        found = self._articles.of(incoming)
        if found is None:
            report.losses.append(Loss(LEFT_OUT, DOCUMENT, incoming.path, "", NO_ARTICLE))
            return {}
        path, article = found
        own = Report()
        building = IncomingDocument(incoming, article, self._terms, own)
        document = building.document(lambda sha256: kept_text(path.parent, sha256))
        sidecar = sidecar_path(path, document.annotator)
        if sidecar in planned or sidecar in self.planned or (is_there(sidecar) and not self._replace):
            report.losses.append(Loss(LEFT_OUT, DOCUMENT, incoming.path, "", THERE_ALREADY))
            return {}
        report.add(own)
        displaced = any(item.displaced for item in document.annotations.values())
        return {sidecar: Planned(path, document, incoming.text or "" if displaced else "")}

    def _write(self, sidecar: Path, plan: Planned, now: str, back: Rollback) -> None:
        """Write one document and, where new, its article; ``back`` records them. Raises SaveError."""
        if plan.path in self._articles.new and not is_there(plan.path):
            text = plan.document.article.text.encode()
            make_folder_of(plan.path)
            write_atomically(plan.path, text)
            back.note(plan.path, None, text)
        before = held_by(sidecar)
        back.note(sidecar, before, Saver(sidecar).save(plan.document, before, now))
        if plan.other_text:
            keep_text(sidecar.parent, Article.of(plan.path.name, plan.other_text))
