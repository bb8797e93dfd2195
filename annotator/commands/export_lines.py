"""Export in formats of one line for each document, of which chunks of files may be read in several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from annotator.corpus.chunks import Chunk
from annotator.corpus.entries import EntryReader
from annotator.corpus.kept_back import KeptBack
from annotator.interop.format import LineWriter
from annotator.interop.options import Options
from annotator.interop.outgoing.selection import offered
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.storage.files.file_error import Problem


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of some documents, the paths of these, and the report about them."""

    text: str = ""
    paths: list[str] = field(default_factory=list)
    report: Report = field(default_factory=Report)


class ChunkLines:
    """Reading of one chunk of files after another as lines."""

    def __init__(self, line: LineWriter, carries: frozenset[str], options: Options, kept_back: KeptBack) -> None:
        self._line = line
        self._carries = carries
        self._options = replace(options, splits=dict(options.splits))  # what it may be else cannot be pickled
        self._reader = EntryReader(kept_back)

    def __call__(self, chunk: Chunk) -> Lines:
        paths, report = list[str](), Report()
        entries = chain.from_iterable(map(self._reader.of, chunk))
        return Lines("".join(self._lines(entries, paths, report)), paths, report)

    def _lines(self, entries: Iterable[Entry | Problem], paths: list[str], report: Report) -> Iterator[str]:
        for entry in offered(entries, self._carries, self._options, report, paths.append):
            yield self._line(entry, self._options, report)


def not_read(problem: Problem) -> Lines:
    """Return no lines, but the report of a file that could not be read."""
    return Lines(report=Report(problems=[problem]))
