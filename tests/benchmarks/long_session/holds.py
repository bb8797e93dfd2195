"""Where the window's thread did not answer for long, step by step of a session."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from annotator.session.errors.slow_slots import SlowSlots
from annotator.storage.program.error_log import ErrorLog, LoggedError
from tests.benchmarks.texts import NOW

LONG = 50
"""Milliseconds from which on the thread is said to be held."""
PLACE = re.compile(r'File "[^"]*?[/\\](annotator[/\\][^"]+)", line (\d+) in (\w+)')


@dataclass(frozen=True, slots=True)
class Hold:
    """A time, in milliseconds, and the innermost places of the program then, the outer one first."""

    step: str
    milliseconds: float
    places: tuple[str, ...]


@dataclass(slots=True)
class Steps:
    """The steps of a session: how many there were, and where they held the thread."""

    now: str = ""
    count: int = 0
    holds: list[Hold] = field(default_factory=list)

    def begin(self, step: str) -> None:
        """Count the step; what is held from now on is its doing."""
        self.now = step
        self.count += 1


class _Recorder(ErrorLog):
    """Log that keeps what is said of the program's own code, not of what drives it."""

    def __init__(self, steps: Steps) -> None:
        super().__init__(Path(tempfile.gettempdir()) / "unused.log")
        self._steps = steps

    def add(self, error: LoggedError, details: str) -> bool:
        """Note the hold, unless no code of the program ran."""
        del error
        took, _, stack = details.partition("\n")
        if places := [f"{path}:{line} {name}" for path, line, name in PLACE.findall(stack)]:
            self._steps.holds.append(Hold(self._steps.now, float(took.split()[0]), tuple(places[-3:])))
        return True


@contextmanager
def watched_steps() -> Iterator[Steps]:
    """Watch this thread, which runs Qt's events, until the block is left."""
    steps = Steps()
    with SlowSlots(LONG, _Recorder(steps), lambda: NOW):
        yield steps


def as_text(steps: Steps) -> str:
    """Return a line for each place that held the thread: step, how often, the longest time, the places."""
    by_place: dict[tuple[str, tuple[str, ...]], list[float]] = {}
    for hold in steps.holds:
        by_place.setdefault((hold.step, hold.places[-1:]), []).append(hold.milliseconds)
    longest = {place: max(times) for place, times in by_place.items()}
    lines = [
        f"{step}: {len(by_place[step, place])} ×, at most {longest[step, place]:.0f} ms, in {' '.join(place)}"
        for step, place in sorted(longest, key=lambda key: -longest[key])
    ]
    return "\n".join([f"{steps.count} kinds of step in turns; the thread was held {len(steps.holds)} times", *lines])
