"""Iteration over the documents below folders, each with its article and scheme."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from annotator.corpus.documents import document_in, document_of
from annotator.corpus.kept_back import KeptBack
from annotator.corpus.orphans import Orphan, orphans_below
from annotator.corpus.tree import Found, Tree, found_below
from annotator.model.entry import Entry
from annotator.model.scheme import Scheme
from annotator.storage.files.file_error import FileError, MissingArticleError, Problem
from annotator.storage.saving.conflict_copies import conflict_copies_in, second_version
from annotator.storage.schemes.scheme_lookup import is_scheme_name, scheme_of, with_scheme
from annotator.storage.sidecars.sidecar_files import is_sidecar, stem_of


def entries_below(paths: Sequence[Path], kept_back: KeptBack | None = None) -> Iterator[Entry | Problem]:
    """Yield every document below the paths once, and a Problem for each that cannot be read; read lazily.

    The path of an entry is relative to the folder in ``paths``, or to the folder of the file in ``paths``.
    ``kept_back`` marks what is confidential, of documents that leave the folder.
    """
    reader = EntryReader(kept_back)
    for found in found_below(paths, Tree(articles=False)):
        if isinstance(found, Problem):
            yield found
        else:
            yield from reader.of(found)


class EntryReader:
    """Reader of files as entries; what the files of a folder share is read once.

    ``kept_back`` marks what is confidential, of documents that leave the folder.
    """

    def __init__(self, kept_back: KeptBack | None = None) -> None:
        self._kept_back = kept_back
        self._folders = _Folders()
        self._elsewhere: dict[Path, _Elsewhere] = {}

    def of(self, found: Found) -> Iterator[Entry | Problem]:
        """Yield the entry of a sidecar, or a Problem where it or a scheme cannot be read; nothing for other files."""
        if is_sidecar(found.file):
            if found.root not in self._elsewhere:
                self._elsewhere[found.root] = _Elsewhere(found.root)
            entries = _read(found.file, found.root, self._folders, self._elsewhere[found.root])
            yield from map(self._marked, entries) if self._kept_back else entries
        elif is_scheme_name(found.file.name):
            yield from self._folders.of(found.file.parent, found.root).problem

    def _marked(self, one: Entry | Problem) -> Entry | Problem:
        if isinstance(one, Problem) or not self._kept_back:
            return one
        return replace(one, document=self._kept_back.marked(one.document))


@dataclass(frozen=True, slots=True)
class _Folder:
    """Properties that the entries of a folder share; ``prefix`` is the beginning of their paths."""

    prefix: str
    scheme: Scheme
    problem: tuple[Problem, ...]


class _Folders:
    """Cache of the folders with their schemes and conflict copies, each read once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], _Folder] = {}  # by texts: the hash of a path takes long
        self._copies: dict[str, dict[str, Path]] = {}

    def original_of(self, sidecar: Path) -> Path | None:
        """Return the sidecar of which this one is a conflict copy; None if it is none."""
        folder, name = os.path.split(sidecar)
        if folder not in self._copies:
            copies = conflict_copies_in(sidecar.parent)
            self._copies[folder] = {copy.name: original for copy, original in copies.items()}
        return self._copies[folder].get(name)

    def of(self, folder: Path, root: Path) -> _Folder:
        key = str(folder), str(root)
        if key not in self._found:
            prefix = "".join(f"{part}/" for part in folder.relative_to(root).parts)
            home = with_scheme(folder, root)
            scheme, problem = scheme_of(home)
            own = (problem,) if problem and home == folder else ()
            self._found[key] = _Folder(prefix, scheme, own)
        return self._found[key]


class _Elsewhere:
    """Finds the articles that were renamed or moved; nothing is read before one is asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def _found(self) -> dict[Path, Orphan]:
        return {orphan.sidecar: orphan for orphan in orphans_below(self._root)}

    def article_of(self, sidecar: Path) -> Path | None:
        """Return the one article that has the text that the sidecar was made on."""
        orphan = self._found.get(sidecar)
        return orphan.sure if orphan else None


def _read(sidecar: Path, root: Path, folders: _Folders, elsewhere: _Elsewhere) -> Iterator[Entry | Problem]:
    if original := folders.original_of(sidecar):
        yield second_version(sidecar, original)
        return
    article = sidecar
    try:
        try:
            document = document_in(sidecar).document
        except MissingArticleError:
            moved = elsewhere.article_of(sidecar)
            if moved is None:
                raise
            article, document = moved, document_of(sidecar, moved).document
    except FileError as error:
        yield error.problem
        return
    folder = folders.of(article.parent, root)
    name = document.article.name
    yield Entry(folder.prefix + name, document, folder.scheme, shares_stem=stem_of(sidecar) == name)
