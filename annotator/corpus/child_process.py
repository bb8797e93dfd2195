"""The side of a process that works on chunks of files for another one."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from threading import Thread

from annotator.corpus.chunks import Chunk
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.plain_files import folder_kept

RARELY = 50_000
"""New objects after which garbage is collected: documents are many objects, and hardly any garbage in circles."""


def _by_text(path: Path) -> tuple[type[Path], tuple[str]]:
    """Return what another process makes the path of, in a quarter of the time that its parts take one by one."""
    return Path, (str(path),)


ForkingPickler.register(type(Path()), _by_text)

_work: Callable[[Chunk], object] | None = None
_tops: tuple[Path, ...] = ()


def begin(work: Callable[[Chunk], object], tops: tuple[Path, ...]) -> None:
    """Prepare this process for chunks of files, which is confined to the folders ``tops`` as its parent is.

    Ctrl+C reaches all processes of a terminal: it is for the parent, which ends this one. Where the parent is gone,
    this one ends too.
    """
    global _work, _tops  # kept from chunk to chunk, with all that it has read of a folder
    _work, _tops = work, tops
    gc.set_threshold(RARELY)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # by which the parent ends this process
    Thread(target=_end_with_parent, daemon=True).start()


def done(chunk: Chunk) -> object:
    """Work on a chunk and return the result."""
    assert _work
    with confined_to(_tops), folder_kept():
        return _work(chunk)


def ready() -> bool:
    """Return True, which only a process that has begun can do."""
    return True


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
