"""Tallies of chunks of files, which may be made in several processes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.corpus.chunks import Chunk
from annotator.corpus.entries import EntryReader
from annotator.corpus.tallies.finished import finished_day
from annotator.corpus.tallies.read_days import read_days
from annotator.corpus.tallies.tally import Tally, tally_of
from annotator.corpus.tallies.units import Units, units_of
from annotator.model.document import FINISHED
from annotator.model.entry import Entry
from annotator.model.reading import covers
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.saving.history import Version, versions


@dataclass(frozen=True, slots=True)
class Tallied:
    """Tallies of some documents, and the problems of files that are not counted."""

    tallies: list[Tally] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class ChunkTallying:
    """Tallying of one chunk of files after another; texts are kept where words are to be looked for in them."""

    def __init__(self, *, with_text: bool) -> None:
        self._reader, self._with_text = EntryReader(), with_text

    def __call__(self, chunk: Chunk) -> Tallied:
        done = Tallied()
        for found in chunk:
            for entry in self._reader.of(found):
                if isinstance(entry, Problem):
                    done.problems.append(entry)
                else:
                    units = units_of(entry)
                    done.tallies.append(dated_tally(entry, found.file, units, with_text=self._with_text))
        return done


def dated_tally(entry: Entry, sidecar: Path, units: Units, *, with_text: bool = False) -> Tally:
    """Return the tally of a document, with the days that the history of its sidecar tells."""
    document = entry.document
    tally = tally_of(entry, with_text=with_text, units=units)
    if not (tally.read or tally.status in FINISHED) or not (known := _versions(sidecar)):
        return tally
    finished = finished_day(known) if tally.status in FINISHED else ""
    read = (sentence for sentence in units.sentences if covers(document.read, sentence))
    return replace(tally, finished=finished, read_on=read_days(known, document.article.sha256, read))


def _versions(sidecar: Path) -> list[Version]:
    try:
        return versions(sidecar)
    except FileError:
        return []


def not_tallied(problem: Problem) -> Tallied:
    """Return that of a file which could not be read."""
    return Tallied(problems=[problem])
