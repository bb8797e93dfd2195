"""Files and folders that are exchanged for links while they are used."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def exchanged(path: Path, real: Path, target: Path) -> Iterator[None]:
    """Make ``path`` a link to ``target`` and the real file or folder again, as fast as can be, in another thread."""
    ended = threading.Event()

    def go_on() -> None:
        link = path.with_name("link.tmp")
        while not ended.is_set():
            with suppress(OSError):
                path.rename(real)
                link.symlink_to(target)
                link.rename(path)
                path.unlink()
                real.rename(path)

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
