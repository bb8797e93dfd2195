"""Import other programs' annotations into a folder: each document whole or not at all, overwriting only on request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from annotator.interop.foreign.annotator_names import usable_annotator
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Format, Incoming
from annotator.interop.incoming.articles_of_folder import ArticlesOfFolder
from annotator.interop.incoming.grown_scheme import Joined, joined_by
from annotator.interop.incoming.import_sources import ImportSources
from annotator.interop.incoming.incoming_document import IncomingDocument, Terms
from annotator.interop.incoming.leftovers import leftovers_cleared
from annotator.interop.incoming.new_labels import schemes_made
from annotator.interop.incoming.readable_text import without_unreadable
from annotator.interop.incoming.rollback import Rollback
from annotator.interop.incoming.scheme_groups import scheme_groups
from annotator.interop.report import ALTERED, DOCUMENT, LEFT_OUT, RELATION, Loss, Report
from annotator.model.annotation import Relation, Value
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.storage.articles.folders import make_folder_of
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import is_surely_there, is_there
from annotator.storage.files.file_error import FileError, SaveError
from annotator.storage.files.flushing import flushed_together
from annotator.storage.files.real_place import followed
from annotator.storage.saving.kept_texts import keep_text, kept_text
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.storage.saving.saver import Saver, held_by
from annotator.translation.messages import N_, _

NO_ARTICLE = N_("its article is not in the folder, and the file does not have the text")
NOT_READABLE = N_(
    "its text could not be opened as an article: it is empty, too long, or would be read in another encoding"
)
ONE_MORE = N_("another document that is imported is of the same article and annotator")
DIVIDED = N_("its type joins several pairs of labels, of which each has a relation of its own in the scheme")
OWN_SOURCE = N_("It leads to a file that is imported from, which is never replaced. Remove the link.")
OTHER_NAME = N_("its annotator’s name cannot be part of a file’s name, and is spelled otherwise")
THERE_ALREADY = N_("its annotator has annotations of this article already")


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
        self._sources = ImportSources()

    def take(self, source: Path, passed: Callable[[str], None]) -> None:
        """Plan the documents of the file; what of it fails is reported as a Problem and takes nothing else with it.

        ``passed`` is called with each document's path before it is planned. Raises ForeignError where the format is
        write-only.
        """
        if self._format.read is None:
            raise ForeignError(_("{format} can be exported only.").format(format=_(self._format.title)))
        source = followed(source)
        self._sources.add(source)
        try:
            for incoming in self._format.read(source, self.report):
                passed(incoming.path)
                self._plan(incoming)
        except ForeignError as error:
            self.report.problems.append(error.problem(source))
        except FileError as error:
            self.report.problems.append(error.problem)

    def _plan(self, incoming: Incoming) -> None:
        report = Report()
        try:
            planned = self._planned(incoming, report)
        except FileError as error:  # the article, which is in the folder, cannot be read
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
            for folder in dict.fromkeys(plan.path.parent for plan in self.planned.values()):
                self.report.notes += leftovers_cleared(folder)
            self._make_labels(back)
            with flushed_together():
                for sidecar, plan in self.planned.items():
                    passed(plan.document.article.name)
                    self._try_to_write(sidecar, plan, now, back)
        except BaseException:
            back.restore()
            raise

    def _make_labels(self, back: Rollback) -> None:
        folders = dict.fromkeys(plan.path.parent for plan in self.planned.values())
        for group in scheme_groups(self._folder, self._terms.scheme, folders):
            plans = {sidecar: plan for sidecar, plan in self.planned.items() if group.has(plan.path.parent)}
            made = schemes_made(group, [plan.document for plan in plans.values()], back)
            self.report.notes += made.notes
            self.report.problems += made.problems
            for sidecar, plan in plans.items() if made.divided else ():
                self.planned[sidecar] = replace(plan, document=self._divided(plan.document, made.divided))

    def _divided(self, document: Document, types: Mapping[Joined, str]) -> Document:
        """Return the document with the types that the new scheme has for the pairs of labels that relations join.

        Each keeps the type that it came with for an export to the same format.
        """
        relations, key = dict(document.relations), f"x-{self._format.name}"
        for id, item in document.relations.items():
            type = types.get(joined_by(item, document.annotations))
            if type:
                kept = item.extra.get(key)
                own: dict[str, Value] = {**(kept if isinstance(kept, dict) else {}), "type": item.type}
                relations[id] = altered(item, type=type, extra={**item.extra, key: own})
                self.report.losses.append(Loss(ALTERED, RELATION, document.article.name, id, DIVIDED))
        return document.with_items(Relation, MappingProxyType(relations))

    def _try_to_write(self, sidecar: Path, plan: Planned, now: str, back: Rollback) -> None:
        mark = back.mark
        try:
            self._write(sidecar, plan, now, back)
        except SaveError as error:
            back.restore(mark)
            self.report.problems.append(error.problem)
            self.report.not_written(plan.document)

    def _planned(self, incoming: Incoming, report: Report) -> dict[Path, Planned]:
        incoming = without_unreadable(incoming, report)
        if self._terms.annotator is None:
            incoming = _with_usable_annotator(incoming, report)
        annotator = incoming.annotator if self._terms.annotator is None else self._terms.annotator

        def is_free(article: Path) -> bool:
            return sidecar_of(article, annotator) not in self.planned

        found = self._articles.of(incoming, is_free)
        if found is None:
            why = NO_ARTICLE if incoming.text is None else NOT_READABLE
            report.losses.append(Loss(LEFT_OUT, DOCUMENT, incoming.path, "", why))
            return {}
        path, article = found
        sidecar = sidecar_of(path, annotator)
        if why := self._why_not(sidecar, is_free=is_free(path)):
            report.losses.append(Loss(LEFT_OUT, DOCUMENT, incoming.path, "", why))
            return {}
        building = IncomingDocument(incoming, article, self._terms, report)
        document = building.document(lambda sha256: kept_text(path.parent, sha256))
        displaced = any(item.displaced for item in document.annotations.values())
        return {sidecar: Planned(path, document, incoming.text or "" if displaced else "")}

    def _why_not(self, sidecar: Path, *, is_free: bool) -> str:
        if not is_free:
            return ONE_MORE
        return THERE_ALREADY if is_there(sidecar) and not self._replace else ""

    def _write(self, sidecar: Path, plan: Planned, now: str, back: Rollback) -> None:
        """Write one document and, where new, its article, each noted in ``back`` before. Raises SaveError."""
        if self._sources.has(sidecar):
            raise SaveError.at(sidecar, _(OWN_SOURCE))
        if plan.path in self._articles.new and not is_surely_there(plan.path, SaveError):
            text = plan.document.article.text.encode()
            back.begin(plan.path, None)
            make_folder_of(plan.path)
            write_atomically(plan.path, text)
            back.end(text)
        before = held_by(sidecar)
        back.begin_text(sidecar.parent, plan.document.article.sha256)
        back.begin(sidecar, before)
        back.end(Saver(sidecar, strict=True).save(plan.document, before, now))
        if plan.other_text:
            other = Article.of(plan.path.name, plan.other_text)
            back.begin_text(sidecar.parent, other.sha256)
            keep_text(sidecar.parent, other)


def _with_usable_annotator(incoming: Incoming, report: Report) -> Incoming:
    """Return the document with an annotator's name that a sidecar can have, and report where it is another."""
    annotator = usable_annotator(incoming.annotator)
    if annotator == incoming.annotator:
        return incoming
    report.losses.append(Loss(ALTERED, DOCUMENT, incoming.path, "", OTHER_NAME))
    return replace(incoming, annotator=annotator)
