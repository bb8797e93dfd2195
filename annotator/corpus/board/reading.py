"""Reading of the rows of a folder's documents in parts, which other processes may do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from annotator.corpus.board.parts import BoardDocument, BoardPart, PartMaker
from annotator.corpus.chunks import Chunk
from annotator.corpus.entries import EntryReader
from annotator.corpus.processes import Processes, usable_cores
from annotator.corpus.summary import title_of
from annotator.corpus.tree import Found, Tree, found_below
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.facts.board.rows import board_rows
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import Problem
from annotator.storage.files.plain_files import folder_kept
from annotator.storage.sidecars.sidecar_files import is_sidecar

ROWS = 1000
"""Rows with which a part is full: to add them to a table takes a window 4 ms."""
FIRST = 16
"""Sidecars that are read in this process at once, so that something is seen before others have started."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The board that is wanted: annotations of a label, with ``columns``, those of ``board_columns`` for it."""

    label: str
    columns: tuple[BoardColumn, ...]

    def maker(self) -> PartMaker:
        """Return a collector of rows with these columns."""
        cells = [column for column in self.columns if column.has_cells]
        relations = [at for at, column in enumerate(cells) if column.kind is ColumnKind.RELATION]
        return PartMaker(len(cells), relations)


@dataclass(slots=True)
class ChunkRows:
    """Reading of one chunk of sidecars after another."""

    wanted: Wanted
    _reader: EntryReader = field(default_factory=EntryReader)

    def __call__(self, chunk: Chunk) -> list[BoardPart]:
        parts, maker = list[BoardPart](), self.wanted.maker()
        for found in chunk:
            for entry in self._reader.of(found):
                if isinstance(entry, Problem):
                    maker.add_problem(entry)
                    continue
                sidecar = found.file.relative_to(found.root).as_posix()
                add_document(maker, self.wanted, entry.document, entry.scheme, (entry.path, sidecar))
            if len(maker) >= ROWS:
                parts.append(maker.part())
                maker = self.wanted.maker()
        return [*parts, maker.part()]


def add_document(maker: PartMaker, wanted: Wanted, document: Document, scheme: Scheme, paths: tuple[str, str]) -> None:
    """Add a document's rows; ``paths`` are those of its article and its sidecar from the folder, with slashes."""
    about = BoardDocument(*paths, document.annotator, title_of(document.article.text), document.status.value)
    maker.add(about, board_rows(document, scheme, wanted.label, wanted.columns))


def part_of(wanted: Wanted, document: Document, scheme: Scheme, paths: tuple[str, str]) -> BoardPart:
    """Return the rows of one document; ``paths`` are those of its article and its sidecar, with slashes."""
    maker = wanted.maker()
    add_document(maker, wanted, document, scheme, paths)
    return maker.part()


def parts_below(
    folder: Path, wanted: Wanted, jobs: int = 0, meanwhile: Callable[[], object] = bool
) -> Iterator[BoardPart]:
    """Yield the rows of all documents below the folder in the order of the files, the first few at once.

    ``jobs`` is the number of processes, 0 for as many as there are cores; ``meanwhile`` is called while they work, as
    in ``Processes``.
    """
    with confined_to([folder]):
        found = (one for one in found_below([folder], Tree(articles=False)) if not _is_passed_over(one))
        work = ChunkRows(wanted)
        yield from _here(work, list(islice(found, FIRST)))
        cores = jobs or usable_cores()
        processes = Processes(work, cores, lambda problem: [_unread(wanted, problem)], meanwhile=meanwhile)
        yield from chain.from_iterable(processes.results(found))


def parts_of(folder: Path, sidecars: Iterable[Path], wanted: Wanted) -> Iterator[BoardPart]:
    """Yield the rows of these sidecars below the folder."""
    with confined_to([folder]):
        yield from _here(ChunkRows(wanted), [Found(folder, sidecar) for sidecar in sidecars])


def _here(work: ChunkRows, found: Sequence[Found | Problem]) -> Iterator[BoardPart]:
    with folder_kept():
        yield from work(tuple(one for one in found if isinstance(one, Found)))
    for one in found:
        if isinstance(one, Problem):
            yield _unread(work.wanted, one)


def _unread(wanted: Wanted, problem: Problem) -> BoardPart:
    maker = wanted.maker()
    maker.add_problem(problem)
    return maker.part()


def _is_passed_over(found: Found | Problem) -> bool:
    return isinstance(found, Found) and not is_sidecar(found.file)
