"""Lists of all documents below a folder: queries, calls, criticism, proposed changes, and what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.corpus.entries import entries_below
from annotator.facts.desk.lists.desk_lists import desk_lists
from annotator.facts.desk.lists.rows import DeskLists
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import Problem


@dataclass(frozen=True, slots=True)
class DocumentLists:
    """Lists of one document; ``path`` is that of its article from anywhere."""

    path: Path
    lists: DeskLists


def lists_below(
    paths: Sequence[Path], passed: Callable[[str], None] = lambda _path: None
) -> Iterator[DocumentLists | Problem]:
    """Yield the lists of every document below the paths, and a Problem for each that cannot be read; read lazily.

    ``passed`` is called with the path of each article before its lists are made; what it raises ends the search.
    """
    for path in paths:
        root = path if is_folder(path) else path.parent
        for entry in entries_below([path]):
            if isinstance(entry, Problem):
                yield entry
                continue
            passed(entry.path)
            yield DocumentLists(root / entry.path, desk_lists(entry.document, entry.scheme, entry.path))
