"""Iteration over the documents below folders, each with its article and scheme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.corpus.documents import document_in
from annotator.corpus.tree import Tree
from annotator.model.entry import Entry
from annotator.model.scheme import Scheme
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.schemes.scheme_lookup import SCHEME_NAME, scheme_of
from annotator.storage.sidecars.sidecar_files import is_sidecar


def entries_below(paths: Sequence[Path]) -> Iterator[Entry | Problem]:
    """Yield every document below the paths once, and a Problem for each that cannot be read; read lazily.

    The path of an entry is relative to the folder in ``paths``, or to the folder of the file in ``paths``.
    """
    tree, folders = Tree(articles=False), _Folders()
    for path in paths:
        root = path if is_folder(path) else path.parent
        for file in tree.files(path):
            if is_sidecar(file):
                yield from _read(file, folders.of(file.parent, root))
            elif file.name == SCHEME_NAME:
                yield from folders.of(file.parent, root).problem
        yield from tree.unreadable
        tree.unreadable.clear()


@dataclass(frozen=True, slots=True)
class _Folder:
    """Properties that the entries of a folder share; ``prefix`` is the beginning of their paths."""

    prefix: str
    scheme: Scheme
    problem: tuple[Problem, ...]


class _Folders:
    """Cache of the folders with their schemes, each read once."""

    def __init__(self) -> None:
        self._found: dict[tuple[Path, Path], _Folder] = {}

    def of(self, folder: Path, root: Path) -> _Folder:
        if (folder, root) not in self._found:
            prefix = "".join(f"{part}/" for part in folder.relative_to(root).parts)
            scheme, problem = scheme_of(folder)
            self._found[folder, root] = _Folder(prefix, scheme, (problem,) if problem else ())
        return self._found[folder, root]


def _read(sidecar: Path, folder: _Folder) -> Iterator[Entry | Problem]:
    try:
        document = document_in(sidecar).document
    except FileError as error:
        yield error.problem
        return
    yield Entry(folder.prefix + document.article.name, document, folder.scheme)
