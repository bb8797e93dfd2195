"""Reading of the board of a folder in the background, in parts that the window takes one at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.corpus.board.parts import BoardPart
from annotator.corpus.board.reading import Wanted, parts_below, parts_of
from annotator.corpus.board.stamps import Rewritten, Stamps, rewritten_below, stamps_below
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.translation.messages import _

SLICE = 0.002
"""Seconds of other work before the window may do something else."""
Tell = Callable[[BoardPart], None]


class BoardFilling(QObject):
    """Reading of all sidecars of a folder, and later of those that have been written since.

    ``came``: a BoardPart. ``progressed``: a Stage. ``ended``: all that was read has come; ``filled``: for the first
    time. ``gone``: the paths of sidecars that are not there any more.
    """

    came = Signal(object)
    progressed = Signal(object)
    ended = Signal()
    filled = Signal()
    gone = Signal(object)
    _told = Signal(int, object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._rereading = LongWork(jobs, self), LongWork(jobs, self)
        self._run = 0  # parts of earlier runs are ignored
        self._waiting: deque[BoardPart] = deque()
        self._stamps: Stamps = {}
        self._is_first = True
        self._about: tuple[Path, Wanted] | None = None
        self.idle: Callable[[], bool] = lambda: False
        self._ticks = QTimer(self, interval=0)
        self._ticks.timeout.connect(self._work)
        self._told.connect(self._take)
        self._reading.progressed.connect(self.progressed)
        self._reading.ended.connect(self._end)
        self._rereading.ended.connect(self._end_again)

    @property
    def busy(self) -> bool:
        """True while the folder is being read."""
        return self._reading.running or bool(self._waiting)

    def start(self, folder: Path | None, wanted: Wanted) -> None:
        """Read the folder in place of what is being read; None for nothing."""
        self._run += 1
        self._waiting.clear()
        self._rereading.cancel()
        self._reading.cancel()
        self._stamps, self._is_first = {}, True
        self._about = (folder, wanted) if folder and wanted.label else None
        if self._about:
            tell = partial(self._told.emit, self._run)
            self._reading.start(partial(read_board, *self._about, tell))

    def catch_up(self) -> None:
        """Read the sidecars that somebody has written since."""
        if self._about and self._stamps and not self.busy and not self._rereading.running:
            tell = partial(self._told.emit, self._run)
            self._rereading.start(partial(read_again, *self._about, self._stamps, tell))

    def stir(self) -> None:
        """Call ``idle`` from now on, which does a little work and returns False once nothing is left to do."""
        self._ticks.start()

    def _take(self, run: int, part: BoardPart) -> None:
        if run == self._run:
            self._waiting.append(part)
            self._ticks.start()

    def _work(self) -> None:
        """Hand on one part, or do other work; stop where there is nothing to do."""
        if self._waiting:
            self.came.emit(self._waiting.popleft())
            if not self.busy:
                self._tell_end()
            return
        end = perf_counter() + SLICE
        while self.idle():
            if perf_counter() > end:
                return
        self._ticks.stop()

    def _end(self, result: object) -> None:
        if isinstance(result, dict):
            self._stamps = result
        if not self.busy:
            self._tell_end()

    def _tell_end(self) -> None:
        is_first, self._is_first = self._is_first, False
        self.ended.emit()
        if is_first:
            self.filled.emit()

    def _end_again(self, result: object) -> None:
        if isinstance(result, Rewritten):
            self._stamps = result.stamps
            if result.gone:
                self.gone.emit(result.gone)


def read_board(folder: Path, wanted: Wanted, tell: Tell, passing: Passing) -> Stamps:
    """Tell the parts of the board of the folder as they are read; return the stamps of its sidecars from before.

    Raises CancelledError.
    """
    passing.begin(_("Reading articles"))
    stamps: Stamps = {}
    for part in parts_below(folder, wanted, meanwhile=passing.go_on):
        tell(part)
        if not stamps:  # after the first part, as all sidecars are looked at for them
            stamps = stamps_below(folder)
            passing.begin(_("Reading articles"), len(stamps))
        for _document in passing.through(part.documents):
            pass
        passing.go_on()
    return stamps


def read_again(folder: Path, wanted: Wanted, before: Stamps, tell: Tell, passing: Passing) -> Rewritten:
    """Tell the rows of the sidecars that have been written since; return these and those that are gone.

    Raises CancelledError.
    """
    found = rewritten_below(folder, before)
    for part in parts_of(folder, [folder / sidecar for sidecar in found.written], wanted):
        passing.go_on()
        tell(part)
    return found
