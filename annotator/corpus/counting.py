"""Statistics of chunks of files, which may be counted in several processes."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.corpus.chunks import Chunk
from annotator.corpus.entries import EntryReader
from annotator.corpus.statistics import Statistics
from annotator.corpus.tallies.tally import tally_of
from annotator.corpus.tallies.totals import Totals
from annotator.corpus.tallies.units import units_of
from annotator.storage.files.file_error import Problem


@dataclass(frozen=True, slots=True)
class Counted:
    """Statistics and totals of some documents, the paths of these, and the problems of files that are not counted."""

    statistics: Statistics = field(default_factory=Statistics)
    totals: Totals = field(default_factory=Totals)
    paths: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class ChunkCounting:
    """Counting of one chunk of files after another."""

    def __init__(self) -> None:
        self._reader = EntryReader()

    def __call__(self, chunk: Chunk) -> Counted:
        counted = Counted()
        for found in chunk:
            for entry in self._reader.of(found):
                if isinstance(entry, Problem):
                    counted.problems.append(entry)
                else:
                    counted.paths.append(entry.path)
                    units = units_of(entry)
                    counted.statistics.add(entry, units)
                    counted.totals.add(tally_of(entry, units=units))
        return counted


def not_counted(problem: Problem) -> Counted:
    """Return that of a file which could not be read."""
    return Counted(problems=[problem])
