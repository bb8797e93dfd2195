"""Let one worker of pytest-xdist collect before the others on a fresh checkout: they find compiled what it has.

Else each compiles all modules, and rewrites the assertions of all tests, by itself: three quarters of what collecting
takes there. Meanwhile the checks have a core.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.paths import ROOT

if sys.platform == "win32":

    @contextmanager
    def one_first(path: Path) -> Iterator[None]:
        """Let all collect at once."""
        yield

else:
    import fcntl

    @contextmanager
    def one_first(path: Path) -> Iterator[None]:
        """Lock the file for the first that comes, until it has done; the others then go on together."""
        with path.open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                fcntl.flock(file, fcntl.LOCK_SH)
            yield


def is_compiled() -> bool:
    """Return whether tests were compiled before by pytest and this Python."""
    return any((ROOT / "tests" / "model" / "__pycache__").glob(f"*.{sys.implementation.cache_tag}-pytest-*"))


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    run = getattr(session.config, "workerinput", {}).get("testrunuid")
    if run is None or is_compiled():
        return (yield)
    with one_first(Path(tempfile.gettempdir(), f"annotator-collecting-{run}")):
        return (yield)
