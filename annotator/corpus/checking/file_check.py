"""Problems of single files of a folder: articles, sidecars, schemes and guidelines."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from annotator.anchoring.anchored import ReadDocument
from annotator.corpus.checking.checked_folder import CheckedFolder
from annotator.corpus.checking.evidence_faults import of_files
from annotator.corpus.checking.fault import Fault
from annotator.corpus.checking.fault_lines import FaultLines
from annotator.corpus.desk.signed import SignedDocument, signed_document
from annotator.corpus.documents import document_in
from annotator.corpus.orphans import Orphan, orphans_below
from annotator.corpus.summary import NEWER
from annotator.corpus.tree import Found
from annotator.storage.articles.article_reading import is_article_name, read_article
from annotator.storage.files.file_error import FileError, MissingArticleError, OtherArticleError, Problem
from annotator.storage.saving.conflict_copies import second_version
from annotator.storage.schemes.scheme_lookup import is_scheme_name, scheme_path
from annotator.translation.messages import _


class FileCheck:
    """A check of files one after another; counts sidecars. What the files of a folder share is read once.

    ``signed`` has the standing of each document that is signed.
    """

    def __init__(self) -> None:
        self.sidecars = 0
        self.signed: list[SignedDocument] = []
        self._folders: dict[str, CheckedFolder] = {}  # by texts: the hash of a path takes long
        self._orphans: dict[Path, dict[Path, Orphan]] = {}
        self._root = Path()

    def of(self, found: Found) -> Iterator[Problem]:
        """Yield the problems of the file; those of what its folder's files share with the first in the folder."""
        self._root = found.root
        folder, name = os.path.split(found.file)
        if folder not in self._folders:
            self._folders[folder] = CheckedFolder(found.file.parent, found.root)
            yield from self._folders[folder].problems()
        yield from self._of(found.file, name, self._folders[folder])

    def _of(self, file: Path, name: str, folder: CheckedFolder) -> Iterator[Problem]:
        if is_article_name(name):
            return _of_article(file, name, folder)
        if is_scheme_name(name):
            return chain(_of_unused_scheme(file), folder.problems_of_scheme())
        return self._of_sidecar(file, name, folder)

    def _of_sidecar(self, path: Path, name: str, folder: CheckedFolder) -> Iterator[Problem]:
        if name in folder.copies:
            yield second_version(path, folder.copies[name])
            return
        self.sidecars += 1
        for copy, sidecar in folder.copies.items():
            if sidecar.name == name:
                yield second_version(folder.path / copy, sidecar)
        yield from folder.problems_of_scheme()
        try:
            read = document_in(path)
        except (MissingArticleError, OtherArticleError) as error:
            yield self._orphan_problem(path) or error.problem
        except FileError as error:
            yield error.problem
        else:
            yield from self._of_read(path, read, folder)

    def _of_read(self, path: Path, read: ReadDocument, folder: CheckedFolder) -> Iterator[Problem]:
        if not read.document.encoding:  # else the article may be unreadable without its sidecar
            folder.read.add(read.document.article.name)
        if read.misnamed and (problem := self._orphan_problem(path)):
            yield problem
        if read.newer:
            yield Problem(path, 1, _(NEWER))
        yield from (Problem(path, 1, sentence) for sentence in read.dropped.sentences())
        if signed := signed_document(str(path), read.document, folder.faults.scheme):
            self.signed.append(signed)
        faults = chain(folder.faults.of(read.document), of_files(folder.path, read.document))
        placed = _placed(path, read, faults)
        yield from sorted([*read.problems, *placed], key=lambda problem: problem.line or 1)

    def _orphan_problem(self, sidecar: Path) -> Problem | None:
        """Say what “annotator adopt” would do with a sidecar whose article is not where it says."""
        if self._root not in self._orphans:
            self._orphans[self._root] = {orphan.sidecar: orphan for orphan in orphans_below(self._root)}
        orphan = self._orphans[self._root].get(sidecar)
        if orphan is None:
            return None
        from annotator.corpus.orphan_words import about_orphan, about_sure  # here: seldom needed, with all of adoption

        sentence = about_sure(orphan, orphan.sure) if orphan.sure else about_orphan(orphan)
        return Problem(sidecar, orphan.named.line, sentence)


def _of_article(path: Path, name: str, folder: CheckedFolder) -> Iterator[Problem]:
    if name in folder.read:
        folder.read.remove(name)
        return
    try:
        read_article(path)
    except FileError as error:
        yield error.problem


def _of_unused_scheme(path: Path) -> Iterator[Problem]:
    used = scheme_path(path.parent)
    if path.name != used.name and not used.samefile(path):
        yield Problem(path, None, f"It is not used, as {used.name} is there too. Keep one of the two.")


def _placed(path: Path, read: ReadDocument, found: Iterable[Fault]) -> Iterator[Problem]:
    lines = FaultLines(read)
    return (Problem(path, lines.line(fault.id, fault.keys), fault.sentence) for fault in found)
