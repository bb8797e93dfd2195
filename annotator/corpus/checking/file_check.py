"""Problems of single files of a folder: articles, sidecars, schemes and guidelines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from annotator.anchoring.anchored import ReadDocument
from annotator.corpus.checking.evidence_faults import of_files, of_unused
from annotator.corpus.checking.fault import Fault
from annotator.corpus.checking.fault_lines import FaultLines
from annotator.corpus.checking.faults import SchemeFaults
from annotator.corpus.desk.signed import SignedDocument, signed_document
from annotator.corpus.documents import document_in
from annotator.corpus.orphan_words import about_orphan, about_sure
from annotator.corpus.orphans import Orphan, orphans_below
from annotator.corpus.summary import NEWER
from annotator.corpus.tree import Found
from annotator.storage.articles.article_reading import is_article, read_article
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, MissingArticleError, OtherArticleError, Problem
from annotator.storage.saving.conflict_copies import conflict_copies_in, second_version
from annotator.storage.schemes.guidelines_file import guidelines_of
from annotator.storage.schemes.scheme_lookup import is_scheme_name, scheme_of, scheme_path, unused_keys, with_scheme


class FileCheck:
    """A check of files one after another; counts sidecars. What the files of a folder share is read once.

    ``signed`` has the standing of each document that is signed.
    """

    def __init__(self) -> None:
        self.sidecars = 0
        self.signed: list[SignedDocument] = []
        self._schemes: dict[Path, SchemeFaults] = {}
        self._orphans: dict[Path, dict[Path, Orphan]] = {}
        self._copies: dict[Path, dict[Path, Path]] = {}
        self._read: set[Path] = set()
        self._begun: set[Path] = set()
        self._root = Path()

    def of(self, found: Found) -> Iterator[Problem]:
        """Yield the problems of the file; those of what its folder's files share with the first in the folder."""
        self._root = found.root
        yield from self._of_folder(found.file.parent)
        yield from self._of(found.file)

    def _of(self, file: Path) -> Iterator[Problem]:
        if is_scheme_name(file.name):
            return chain(_of_unused_scheme(file), self._of_scheme(file.parent))
        return self._of_article(file) if is_article(file) else self._of_sidecar(file)

    def _of_article(self, path: Path) -> Iterator[Problem]:
        if path in self._read:
            self._read.remove(path)
            return
        try:
            read_article(path)
        except FileError as error:
            yield error.problem

    def _of_folder(self, folder: Path) -> Iterator[Problem]:
        """Yield the problems of the guidelines and of files of evidence that nothing refers to."""
        if folder in self._begun:
            return
        self._begun.add(folder)
        yield from of_unused(folder)
        try:
            guidelines_of(folder)
        except FileError as error:
            yield error.problem

    def _of_scheme(self, folder: Path) -> Iterator[Problem]:
        if folder not in self._schemes:
            home = with_scheme(folder, self._root)
            scheme, problem = scheme_of(home)
            self._schemes[folder] = SchemeFaults(scheme)
            if home != folder:
                return
            if problem:
                yield problem
            elif is_there(path := scheme_path(folder)):
                yield from unused_keys(path)

    def _of_sidecar(self, path: Path) -> Iterator[Problem]:
        copies = self._copies_in(path.parent)
        if path in copies:
            yield second_version(path, copies[path])
            return
        self.sidecars += 1
        yield from (second_version(copy, sidecar) for copy, sidecar in copies.items() if sidecar == path)
        yield from self._of_scheme(path.parent)
        try:
            read = document_in(path)
        except (MissingArticleError, OtherArticleError) as error:
            yield self._orphan_problem(path) or error.problem
            return
        except FileError as error:
            yield error.problem
            return
        yield from self._of_read(path, read)

    def _of_read(self, path: Path, read: ReadDocument) -> Iterator[Problem]:
        if not read.document.encoding:  # else the article may be unreadable without its sidecar
            self._read.add(path.parent / read.document.article.name)
        if read.misnamed and (problem := self._orphan_problem(path)):
            yield problem
        if read.newer:
            yield Problem(path, 1, NEWER)
        yield from (Problem(path, 1, sentence) for sentence in read.dropped.sentences())
        if signed := signed_document(str(path), read.document, self._schemes[path.parent].scheme):
            self.signed.append(signed)
        faults = chain(self._schemes[path.parent].of(read.document), of_files(path.parent, read.document))
        placed = _placed(path, read, faults)
        yield from sorted([*read.problems, *placed], key=lambda problem: problem.line or 1)

    def _copies_in(self, folder: Path) -> dict[Path, Path]:
        if folder not in self._copies:
            self._copies[folder] = conflict_copies_in(folder)
        return self._copies[folder]

    def _orphan_problem(self, sidecar: Path) -> Problem | None:
        """Say what “annotator adopt” would do with a sidecar whose article is not where it says."""
        if self._root not in self._orphans:
            self._orphans[self._root] = {orphan.sidecar: orphan for orphan in orphans_below(self._root)}
        orphan = self._orphans[self._root].get(sidecar)
        if orphan is None:
            return None
        sentence = about_sure(orphan, orphan.sure) if orphan.sure else about_orphan(orphan)
        return Problem(sidecar, orphan.named.line, sentence)


def _of_unused_scheme(path: Path) -> Iterator[Problem]:
    used = scheme_path(path.parent)
    if path.name != used.name and not used.samefile(path):
        yield Problem(path, None, f"It is not used, as {used.name} is there too. Keep one of the two.")


def _placed(path: Path, read: ReadDocument, found: Iterable[Fault]) -> Iterator[Problem]:
    lines = FaultLines(read)
    return (Problem(path, lines.line(fault.id, fault.keys), fault.sentence) for fault in found)
