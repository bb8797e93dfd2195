"""Lists of all documents below a folder: queries, calls, criticism, proposed changes, and what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.corpus.chunks import Chunk
from annotator.corpus.entries import EntryReader
from annotator.corpus.processes import Processes
from annotator.corpus.tree import Tree, found_below
from annotator.facts.desk.lists.desk_lists import desk_lists
from annotator.facts.desk.lists.rows import DeskLists
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.storage.files.file_error import Problem


@dataclass(frozen=True, slots=True)
class DocumentLists:
    """Lists of one document; ``article`` is the path of its article in the folder, ``path`` that from anywhere."""

    path: Path
    article: str
    annotator: str
    lists: DeskLists


@dataclass(frozen=True, slots=True)
class Listed:
    """Lists of some documents, and the problems of files that cannot be read."""

    documents: list[DocumentLists] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class ChunkListing:
    """Lists of one chunk of files after another."""

    def __init__(self) -> None:
        self._reader = EntryReader()

    def __call__(self, chunk: Chunk) -> Listed:
        listed = Listed()
        for found in chunk:
            for entry in self._reader.of(found):
                if isinstance(entry, Problem):
                    listed.problems.append(entry)
                else:
                    listed.documents.append(_listed(found.root, entry))
        return listed


def lists_below(
    paths: Sequence[Path],
    passed: Callable[[str], None] = lambda _path: None,
    jobs: int = 1,
    meanwhile: Callable[[], object] = bool,
) -> Iterator[DocumentLists | Problem]:
    """Yield the lists of every document below the paths, and a Problem for each that cannot be read; read lazily.

    ``passed`` is called with the name of each article once its lists are made; what it raises ends the search. Of very
    many files the lists are made in ``jobs`` processes; ``meanwhile`` is called while they work, as in ``Processes``.
    """
    work = Processes(ChunkListing(), jobs, lambda problem: Listed(problems=[problem]), meanwhile=meanwhile)
    for listed in work.results(found_below(paths, Tree(articles=False))):
        yield from listed.problems
        for one in listed.documents:
            passed(one.path.name)
            yield one


def _listed(root: Path, entry: Entry) -> DocumentLists:
    lists = _without_extras(desk_lists(entry.document, entry.scheme, entry.path))
    return DocumentLists(root / entry.path, entry.path, entry.document.annotator, lists)


def _without_extras(lists: DeskLists) -> DeskLists:
    """Return the lists without unknown keys, which cannot be sent from process to process."""
    queries = tuple(replace(row, query=altered(row.query, extra={})) for row in lists.queries)
    criticism = tuple(replace(row, criticism=altered(row.criticism, extra={})) for row in lists.criticism)
    return replace(lists, queries=queries, criticism=criticism)
