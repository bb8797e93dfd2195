"""Statistics of chunks of files, which may be counted in several processes."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.corpus.chunks import Chunk
from annotator.corpus.entries import EntryReader
from annotator.corpus.statistics import Statistics
from annotator.corpus.tallies.chunk_tallies import dated_tally
from annotator.corpus.tallies.tally import Tally
from annotator.corpus.tallies.units import units_of
from annotator.storage.files.file_error import Problem


@dataclass(frozen=True, slots=True)
class Counted:
    """Statistics of some documents, the paths of these, and the problems of files that are not counted.

    ``tallies`` are those of the documents, where they are to be kept.
    """

    statistics: Statistics = field(default_factory=Statistics)
    paths: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)


class ChunkCounting:
    """Counting of one chunk of files after another; ``with_tallies``: charts are to be made of them."""

    def __init__(self, *, with_tallies: bool = False) -> None:
        self._reader, self._with_tallies = EntryReader(), with_tallies

    def __call__(self, chunk: Chunk) -> Counted:
        counted = Counted()
        for found in chunk:
            for entry in self._reader.of(found):
                if isinstance(entry, Problem):
                    counted.problems.append(entry)
                else:
                    counted.paths.append(entry.path)
                    units = units_of(entry)
                    tally = dated_tally(entry, found.file, units)
                    counted.statistics.add(entry, tally, units.sentences)
                    if self._with_tallies:
                        counted.tallies.append(tally)
        return counted


def not_counted(problem: Problem) -> Counted:
    """Return that of a file which could not be read."""
    return Counted(problems=[problem])
