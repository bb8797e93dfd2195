"""Work on the files of folders in several processes, with its results in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import chain, islice
from typing import Generic, TypeAlias, TypeVar, cast

from annotator.corpus.child_process import begin, done, ready
from annotator.corpus.chunks import Chunk, chunks
from annotator.corpus.process_pool import ProcessEndedError, ProcessPool
from annotator.corpus.tree import Found
from annotator.storage.files.confinement import confined_tops
from annotator.storage.files.file_error import Problem
from annotator.storage.files.plain_files import folder_kept

Result = TypeVar("Result")
Piece: TypeAlias = Chunk | Problem

FEWEST = 1000
"""Fewest files for which processes are started; started anew, one takes about as long as to work on some hundred."""

SMALL, LARGE = 20, 100
"""Most files of a chunk in this process and in others."""

BETWEEN = 0.1
"""Seconds from one call of ``meanwhile`` to the next."""

AHEAD = 3
"""Chunks for each process that are under way at a time, which bounds the memory."""

MOST = 60
"""Most processes; Windows waits for hardly more."""

ENDED = "It has not been read: the process that read it was ended, perhaps for want of memory. Try it alone."


def usable_cores() -> int:
    """Return the number of processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes(Generic[Result]):
    """Processes in which ``work`` is done for chunks of files.

    ``work`` is given to each process once, so that it may keep what it has read of a folder. ``problem`` makes a result
    of a Problem. ``ended`` counts how often a process was ended from outside: what it was reading is read again, and a
    file with which it happens again is a Problem. ``small`` is the size of a chunk in this process.
    ``meanwhile`` is called again and again while other processes work; what it raises ends them at once.
    """

    def __init__(
        self,
        work: Callable[[Chunk], Result],
        jobs: int,
        problem: Callable[[Problem], Result],
        small: int = SMALL,
        *,
        meanwhile: Callable[[], object] = bool,
    ) -> None:
        self.ended = 0
        self._small = small
        self._work = work
        self._jobs = min(jobs, MOST)
        self._problem = problem
        self._meanwhile = meanwhile

    def results(self, found: Iterable[Found | Problem]) -> Iterator[Result]:
        """Yield the results for the files in their order; few files are worked on in this process."""
        found = iter(found)
        first = list(islice(found, FEWEST)) if self._jobs > 1 else []
        if len(first) < FEWEST:
            yield from map(self._here, chunks(chain(first, found), self._small))
        else:
            yield from self._by_others(chunks(chain(first, found), LARGE))

    def _here(self, piece: Piece) -> Result:
        if isinstance(piece, Problem):
            return self._problem(piece)
        with folder_kept():
            return self._work(piece)

    def _by_others(self, pieces: Iterator[Piece]) -> Iterator[Result]:
        waiting: deque[Piece] = deque()
        while True:
            waiting.extend(islice(pieces, AHEAD * self._jobs - len(waiting)))
            if not waiting:
                return
            yield from self._until_one_ends(waiting, pieces, self._jobs)
            if waiting:
                if not self._can_start():
                    break
                self.ended += 1
                yield from self._alone(waiting.popleft())
        yield from map(self._here, chain(waiting, pieces))

    def _until_one_ends(self, waiting: deque[Piece], pieces: Iterator[Piece], jobs: int) -> Iterator[Result]:
        """Work on what is ``waiting`` and on further pieces; what is not done when a process is ended is left there."""
        try:
            with _pool(self._work, jobs) as pool:
                if pool is None:
                    return
                futures = deque(self._begun(pool, piece) for piece in waiting)
                while waiting:
                    result = self._awaited(futures.popleft())
                    waiting.popleft()
                    yield result
                    for piece in islice(pieces, 1):
                        waiting.append(piece)
                        futures.append(self._begun(pool, piece))
        except ProcessEndedError:
            return

    def _awaited(self, future: Future[Result]) -> Result:
        while not wait([future], BETWEEN).done:
            self._meanwhile()
        return future.result()

    def _begun(self, pool: ProcessPool, piece: Piece) -> Future[Result]:
        if isinstance(piece, Problem):
            future: Future[Result] = Future()
            future.set_result(self._problem(piece))
            return future
        return cast("Future[Result]", pool.submit(done, piece))

    def _alone(self, piece: Piece) -> Iterator[Result]:
        """Work on a piece in a process of its own; where that is ended too, on its halves."""
        waiting = deque([piece])
        yield from self._until_one_ends(waiting, iter(()), 1)
        if not waiting or isinstance(piece, Problem):
            return
        if len(piece) == 1:
            yield self._problem(Problem(piece[0].file, None, ENDED))
            return
        middle = len(piece) // 2
        yield from self._alone(piece[:middle])
        yield from self._alone(piece[middle:])

    def _can_start(self) -> bool:
        try:
            with _pool(self._work, 1) as pool:
                return pool is not None and pool.submit(ready).result()
        except ProcessEndedError:
            return False


def _pool(work: Callable[[Chunk], object], jobs: int) -> AbstractContextManager[ProcessPool | None]:
    """Return processes for ``work``; None where the system cannot have them."""
    try:
        return ProcessPool(jobs, partial(begin, work, confined_tops()))
    except (OSError, ImportError, NotImplementedError):  # no semaphores, as in some containers
        return nullcontext()
