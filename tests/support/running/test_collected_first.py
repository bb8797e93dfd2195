"""The first that comes has the lock for itself until it has done; those that come then share it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.running.collected_first import one_first

fcntl = pytest.importorskip("fcntl", reason="elsewhere all collect at once")


def test_others_wait_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with one_first(path), path.open() as other, pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_SH | fcntl.LOCK_NB)


def test_others_do_not_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.touch()
    with path.open() as other:
        fcntl.flock(other, fcntl.LOCK_SH)
        with one_first(path), path.open() as third:
            fcntl.flock(third, fcntl.LOCK_SH | fcntl.LOCK_NB)


def test_it_is_free_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with one_first(path):
        pass
    with path.open() as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
