"""Tallies of a whole folder, read in the background by as many processes as there are cores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic

from annotator.corpus.processes import Processes, usable_cores
from annotator.corpus.tallies.chunk_tallies import ChunkTallying, not_tallied
from annotator.corpus.tallies.tally import Tally
from annotator.corpus.tree import Tree, count_sidecars, found_below
from annotator.session.background.long_work import Passing
from annotator.session.statistics.asked import Answer, Asked, Key, answer
from annotator.storage.files.confinement import confined_to
from annotator.translation.messages import N_, _

COUNTING = N_("Counting")
OFTEN = 1.0
"""Seconds from the beginning to the first charts of what was read until then; the next take twice as long."""

MOST_TEXT = 60_000_000
"""Code points of articles that are kept to look for words; those of further articles are not."""


@dataclass(slots=True)
class Found:
    """Tallies that were read, ``unread`` files that could not be, and the answer to what was ``asked`` for.

    ``room`` is that for further texts, in code points; ``left_out`` counts the documents whose text has none.
    """

    tallies: dict[Key, Tally] = field(default_factory=dict)
    unread: int = 0
    left_out: int = 0
    answer: Answer = field(default_factory=Answer)
    asked: Asked = field(default_factory=lambda: Asked(None))
    room: int = MOST_TEXT

    def add(self, tally: Tally) -> None:
        """Add a tally, with its text as long as there is room for it."""
        self.room -= len(tally.text)
        if self.room < 0:
            self.left_out += 1
            tally = replace(tally, text="")
        self.tallies[tally.article, tally.annotator] = tally

    def answered(self, asked: Asked) -> Found:
        """Return what was found until now, with the answer."""
        told = answer(asked, self.tallies, self.left_out)
        return Found(dict(self.tallies), self.unread, self.left_out, told, asked, self.room)


def read_tallies(folder: Path, asked: Callable[[], Asked], passing: Passing, tell: Callable[[Found], None]) -> Found:
    """Read all documents below the folder; ``tell`` what was found now and then, and return it at the end.

    Raises CancelledError.
    """
    with confined_to([folder]):
        passing.begin(_(COUNTING), count_sidecars([folder]))
        found, told_at, pause = Found(), monotonic(), OFTEN
        processes = Processes(ChunkTallying(with_text=True), usable_cores(), not_tallied, meanwhile=passing.go_on)
        for done in processes.results(found_below([folder], Tree(articles=False))):
            found.unread += len(done.problems)
            for tally in done.tallies:
                found.add(tally)
                passing.passed(tally.article)
            passing.go_on()
            if monotonic() - told_at >= pause:
                tell(found.answered(asked()))
                told_at, pause = monotonic(), 2 * pause
        return found.answered(asked())
