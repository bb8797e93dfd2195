"""Files that are flushed together: none by itself, and the disk once when all are there."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from annotator.storage.files import folder_handle, prepared_file, synced_together
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.disk_sync import CAN_SYNC_DISK, begin_sync, keeps_whole, sync_disk_of
from annotator.storage.files.file_error import SaveError
from annotator.storage.files.flushing import flushed_together
from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.saving.replacing import Replacement, replace_together

pytestmark = pytest.mark.skipif(not CAN_SYNC_DISK, reason="This system cannot flush a whole disk.")


@pytest.fixture
def flushed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was flushed, in its order."""
    done: list[str] = []

    def flush(handle: int) -> None:
        sync_disk_of(handle)
        done.append("disk")

    monkeypatch.setattr(os, "fsync", lambda _handle: done.append("file"))
    monkeypatch.setattr(folder_handle, "sync_disk_of", flush)
    return done


def test_new_files_are_flushed_at_the_end_and_the_disk_once(tmp_path: Path, flushed: list[str]) -> None:
    (tmp_path / "below").mkdir()
    with flushed_together():
        for path in (tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "below" / "c.txt"):
            write_atomically(path, b"It rained.")
        assert flushed == []
    assert flushed == ["disk"]
    write_atomically(tmp_path / "d.txt", b"It rained.")
    assert flushed == ["disk", "file", "file"]


def test_a_file_that_is_replaced_is_flushed_before_the_old_one_goes(tmp_path: Path, flushed: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with flushed_together():
        write_atomically(path, b"new")
        assert flushed == ["file", "file"]
    assert flushed == ["file", "file"]
    assert path.read_bytes() == b"new"


def test_a_folder_that_is_gone_again_is_no_fault_and_an_error_passes(tmp_path: Path, flushed: list[str]) -> None:
    (tmp_path / "below").mkdir()
    with flushed_together():
        write_atomically(tmp_path / "below" / "a.txt", b"It rained.")
        (tmp_path / "below" / "a.txt").unlink()
        (tmp_path / "below").rmdir()
    with pytest.raises(SaveError), flushed_together():
        write_atomically(tmp_path / "none" / "a.txt", b"It rained.")
    assert flushed == []


def test_a_disk_that_fails_is_told() -> None:
    with pytest.raises(OSError, match="descriptor"):
        sync_disk_of(-1)


def test_all_sidecars_have_begun_before_the_first_is_flushed_and_each_is_flushed(
    tmp_path: Path, flushed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin(handle: int) -> None:
        begin_sync(handle)
        flushed.append("begun")

    monkeypatch.setattr(prepared_file, "begin_sync", begin)
    files = [Replacement(tmp_path / f"{name}.annotations.yaml", b"old", b"new") for name in "abc"]
    for file in files:
        file.path.write_bytes(file.before)
    done = replace_together(tmp_path, files, "2026-11-30T08:00:00Z").done
    assert [path.read_bytes() for path in done] == [b"new"] * 3
    assert flushed[:6] == ["begun"] * 3 + ["file"] * 3


def replaced(folder: Path, flushed: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was flushed, and when a new file took the place of the old one, of nine sidecars replaced together."""
    monkeypatch.setattr(FolderHandle, "replace", put_and_note(flushed))
    files = [Replacement(folder / f"{name}.annotations.yaml", b"old", b"new") for name in "abcdefghi"]
    for file in files:
        file.path.write_bytes(file.before)
    done = replace_together(folder, files, "2026-11-30T08:00:00Z").done
    assert [path.read_bytes() for path in done] == [b"new"] * 9
    return flushed


def put_and_note(flushed: list[str]) -> Callable[[FolderHandle, str, str], None]:
    def put(folder: FolderHandle, old: str, new: str) -> None:
        folder.move(old, folder, new)
        flushed.append("put")

    return put


def test_many_sidecars_are_flushed_with_their_disk_before_the_first_takes_its_place(
    tmp_path: Path, flushed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderHandle, "keeps_whole", lambda _folder: True)
    assert replaced(tmp_path, flushed, monkeypatch) == ["disk", *["put"] * 9, "file"]


def test_each_is_flushed_by_itself_where_it_is_not_known_that_the_disk_takes_all_in(
    tmp_path: Path, flushed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderHandle, "keeps_whole", lambda _folder: False)
    assert replaced(tmp_path, flushed, monkeypatch) == [*["file"] * 9, *["put"] * 9, "file"]


def test_each_is_flushed_by_itself_where_the_disk_says_that_something_failed(
    tmp_path: Path, flushed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(errno.EIO, "of somebody else's file")

    monkeypatch.setattr(FolderHandle, "keeps_whole", lambda _folder: True)
    monkeypatch.setattr(folder_handle, "sync_disk_of", fail)
    assert replaced(tmp_path, flushed, monkeypatch) == [*["file"] * 9, *["put"] * 9, "file"]


def test_each_disk_is_flushed_before_the_first_sidecar_takes_its_place(
    tmp_path: Path, flushed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.annotations.yaml").touch()
    (tmp_path / "a.annotations.yaml").symlink_to(tmp_path / "other" / "a.annotations.yaml")
    monkeypatch.setattr(FolderHandle, "keeps_whole", lambda _folder: True)
    monkeypatch.setattr(FolderHandle, "disk", lambda folder: hash(folder.path))
    replaced(tmp_path, flushed, monkeypatch)
    assert flushed[:2] == ["disk", "disk"]
    assert flushed[2:].count("put") >= 9


def test_a_sidecar_that_could_not_be_flushed_stays_as_it_was_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int) -> None:
        if os.fstat(handle).st_size == len(b"newer"):
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    files = [Replacement(tmp_path / f"{new.decode()}.annotations.yaml", b"old", new) for new in (b"newer", b"new")]
    for file in files:
        file.path.write_bytes(file.before)
    done, overtaken, problems = replace_together(tmp_path, files, "2026-11-30T08:00:00Z")
    assert (done, overtaken, [problem.path for problem in problems]) == ([files[1].path], [], [files[0].path])
    assert [file.path.read_bytes() for file in files] == [b"old", b"new"]
    assert [path for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs a file system that Linux keeps by itself")
def test_a_disk_is_flushed_whole_only_where_the_system_says_what_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    with FolderHandle.open(Path("/dev/shm")) as folder:
        for release, is_sure in (("4.19.0-6-amd64", False), ("5.7.19", False), ("5.8.0-rc1", True), ("6.1", True)):
            monkeypatch.setattr(os, "uname", lambda release=release: SimpleNamespace(release=release))
            assert folder.keeps_whole() == is_sure


def test_nobody_waits_again_for_a_disk_that_took_long(
    tmp_path: Path, flushed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderHandle, "keeps_whole", lambda _folder: True)
    monkeypatch.setattr(FolderHandle, "disk", lambda _folder: -1)
    monkeypatch.setattr(synced_together, "LONGEST", -1)
    assert replaced(tmp_path, flushed, monkeypatch)[0] == "disk"
    flushed.clear()
    assert replaced(tmp_path, flushed, monkeypatch)[:9] == ["file"] * 9


def test_what_is_no_open_file_is_on_no_disk_that_takes_all_in() -> None:
    assert not keeps_whole(-1)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="This system has no such file system.")
def test_a_file_system_without_a_disk_takes_nothing_in() -> None:
    with Path("/proc/self/stat").open() as file:
        assert not keeps_whole(file.fileno())


def test_to_begin_with_what_cannot_be_flushed_is_no_fault() -> None:
    begin_sync(-1)
