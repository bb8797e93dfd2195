"""What files need of Windows and macOS, on stand-ins for what those systems offer."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from annotator.storage.files.folder_handle import FolderHandle
from tests.support.other_system import module_on

fcntl = pytest.importorskip("fcntl", reason="the stand-ins are made with POSIX")
LOCKS, FILES = "annotator.storage.files.system_locks", "annotator.storage.files.system_files"
PROCESSES = "annotator.storage.files.processes"
STILL_ACTIVE, ACCESS_DENIED = 259, 5


def locking(handle: int, _: int, length: int) -> None:
    """Lock as ``msvcrt.locking`` does: where another has the lock, permission is denied."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as failure:
        raise PermissionError(13, "Permission denied") from failure


class TestLocks:
    @pytest.fixture(params=["linux", "darwin", "win32"])
    def locks(self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
        monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK=2, locking=locking))
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        return module_on(request.param, LOCKS, monkeypatch)

    def test_only_one_at_a_time_has_the_lock_of_a_folder(self, locks: ModuleType, tmp_path: Path) -> None:
        (tmp_path / "articles").mkdir()
        with opened(locks, tmp_path / "articles") as one, opened(locks, tmp_path / "articles") as other:
            locks.try_to_lock(one)
            with pytest.raises(BlockingIOError):
                locks.try_to_lock(other)
        with opened(locks, tmp_path / "articles") as again:
            locks.try_to_lock(again)

    def test_folders_have_locks_of_their_own(self, locks: ModuleType, tmp_path: Path) -> None:
        for name in ("one", "other"):
            (tmp_path / name).mkdir()
        with opened(locks, tmp_path / "one") as one, opened(locks, tmp_path / "other") as other:
            locks.try_to_lock(one)
            locks.try_to_lock(other)


def test_without_a_place_for_the_locks_of_windows_there_are_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK=2, locking=locking))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert module_on("win32", LOCKS, monkeypatch).open_for_locking(tmp_path) is None


@contextmanager
def opened(locks: ModuleType, folder: Path) -> Iterator[int]:
    handle = locks.open_for_locking(folder)
    assert handle is not None
    try:
        yield handle
    finally:
        os.close(handle)


class TestFiles:
    def test_windows_copies_no_metadata(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        files = module_on("win32", FILES, monkeypatch)
        for name in ("fchown", "fchmod", "listxattr"):
            monkeypatch.delattr(os, name, raising=False)
        (tmp_path / "old").touch()
        with FolderHandle.open(tmp_path) as folder:
            files.copy_metadata(folder, "old", (tmp_path / "old").stat(), -1)

    def test_macos_copies_permissions_but_not_the_attributes_of_linux(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        files = module_on("darwin", FILES, monkeypatch)
        monkeypatch.delattr(os, "listxattr", raising=False)
        (tmp_path / "old").touch(0o640)
        with FolderHandle.open(tmp_path) as folder, (tmp_path / "new").open("wb") as new:
            files.copy_metadata(folder, "old", (tmp_path / "old").stat(), new.fileno())
        assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640

    @pytest.mark.parametrize("refused", [False, True])
    def test_macos_asks_the_disk_itself_and_else_the_system(
        self, monkeypatch: pytest.MonkeyPatch, refused: bool
    ) -> None:
        asked: list[str] = []

        def full_sync(handle: int, command: int) -> None:
            asked.append("disk")
            if refused:
                raise OSError(25, "not on this disk")

        monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
        monkeypatch.setattr(fcntl, "fcntl", full_sync)
        monkeypatch.setattr(os, "fsync", lambda _: asked.append("system"))
        module_on("darwin", FILES, monkeypatch).sync_file(1)
        assert asked == (["disk", "system"] if refused else ["disk"])


class FakeKernel:
    """The part of kernel32 that tells of processes: 4 runs, 5 has ended, 6 is another user's."""

    def __init__(self) -> None:
        self.OpenProcess = _Function(self._open)
        self.error = 0

    def _open(self, _: int, __: bool, pid: int) -> int | None:
        self.error = ACCESS_DENIED if pid == 6 else 87
        return pid if pid in (4, 5) else None

    def GetExitCodeProcess(self, handle: ctypes.c_void_p, code: Any) -> int:
        code._obj.value = STILL_ACTIVE if handle.value == 4 else 0
        return 1

    def CloseHandle(self, handle: ctypes.c_void_p) -> None:
        assert handle.value


class _Function:
    """A foreign function, whose ``restype`` can be set."""

    def __init__(self, does: Any) -> None:
        self._does = does

    def __call__(self, *arguments: Any) -> Any:
        return self._does(*arguments)


@pytest.mark.parametrize(("pid", "runs"), [(4, True), (5, False), (6, True), (7, False), (0, False)])
def test_windows_is_asked_for_a_process_by_its_exit_code(monkeypatch: pytest.MonkeyPatch, pid: int, runs: bool) -> None:
    kernel = FakeKernel()
    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: kernel, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: kernel.error, raising=False)
    assert module_on("win32", PROCESSES, monkeypatch).is_running(pid) is runs
