"""The documents below folders, one after another, each with its article and scheme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.corpus.documents import document_in
from annotator.corpus.tree import Tree
from annotator.model.entry import Entry
from annotator.model.scheme import Scheme
from annotator.storage.file_bytes import is_folder
from annotator.storage.file_error import FileError, Problem
from annotator.storage.schemes import SCHEME_NAME, scheme_of
from annotator.storage.sidecars import is_sidecar


def entries_below(paths: Sequence[Path]) -> Iterator[Entry | Problem]:
    """Every document below the paths, each once, and a Problem for each that cannot be read; as lazily as can be.

    The entry's path counts from the folder that was given, or from the folder of the file that was.
    """
    tree, schemes = Tree(), _Schemes()
    for path in paths:
        root = path if is_folder(path) else path.parent
        for file in tree.files(path):
            if is_sidecar(file):
                yield from _read(file, root, schemes)
            elif file.name == SCHEME_NAME:
                yield from schemes.problem_of(file.parent)
        yield from tree.unreadable
        tree.unreadable.clear()


def _read(sidecar: Path, root: Path, schemes: _Schemes) -> Iterator[Entry | Problem]:
    try:
        document = document_in(sidecar).document
    except FileError as error:
        yield error.problem
        return
    article = sidecar.with_name(document.article.name).relative_to(root)
    yield Entry(article.as_posix(), document, schemes.of(sidecar.parent))


class _Schemes:
    """Reads the scheme of each folder once."""

    def __init__(self) -> None:
        self._found: dict[Path, tuple[Scheme, Problem | None]] = {}

    def of(self, folder: Path) -> Scheme:
        return self._of(folder)[0]

    def problem_of(self, folder: Path) -> Iterator[Problem]:
        problem = self._of(folder)[1]
        if problem:
            yield problem

    def _of(self, folder: Path) -> tuple[Scheme, Problem | None]:
        if folder not in self._found:
            self._found[folder] = scheme_of(folder)
        return self._found[folder]
