"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from io import FileIO
from pathlib import Path
from typing import Any

import pytest

from annotator.storage.files import atomic_write
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_error import SaveError

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
WRITE = "import sys; from pathlib import Path; from annotator.storage.files.atomic_write import write_atomically\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.annotations.yaml"


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that other users can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def refused(path: Path, data: bytes = b"new") -> str:
    with pytest.raises(SaveError) as error:
        write_atomically(path, data)
    assert error.value.problem.path == path
    return error.value.problem.sentence


def refused_in_child(program: str, path: Path) -> str:
    """What the failure said in a process of its own, which may lose rights or be limited."""
    ran = subprocess.run(
        [sys.executable, "-c", WRITE + program, str(path)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    return ran.stderr.strip().splitlines()[-1]


def test_a_file_is_written_and_written_again(path: Path) -> None:
    for data in (b"old", b"", b"new" * 1_000_000):
        write_atomically(path, data)
        assert path.read_bytes() == data
        assert list(path.parent.iterdir()) == [path]


@posix
def test_the_mode_is_kept_and_a_new_file_follows_the_mask(path: Path) -> None:
    write_atomically(path, b"old")
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@posix
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_and_the_group_are_kept(path: Path) -> None:
    write_atomically(path, b"old")
    os.chown(path, 65534, 65533)
    path.chmod(0o660)
    write_atomically(path, b"new")
    status = path.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (65534, 65533, 0o660)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
def test_extended_attributes_are_kept(path: Path) -> None:
    write_atomically(path, b"old")
    try:
        os.setxattr(path, "user.colour", b"red")
    except OSError:
        pytest.skip("this disk has no extended attributes")
    write_atomically(path, b"new")
    assert os.getxattr(path, "user.colour") == b"red"


@posix
def test_of_two_hard_links_the_other_keeps_what_it_has(path: Path) -> None:
    write_atomically(path, b"old")
    other = path.with_name("other")
    os.link(path, other)
    write_atomically(path, b"new")
    assert (path.read_bytes(), other.read_bytes()) == (b"new", b"old")


def test_what_need_not_last_is_whole_too_and_not_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = list[int]()
    monkeypatch.setattr(os, "fsync", synced.append)
    write_atomically(path, b"new", durable=False)
    assert path.read_bytes() == b"new"
    assert not synced
    write_atomically(path, b"newer")
    assert synced


@posix
def test_a_link_stays_a_link(tmp_path: Path, path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    path.symlink_to("elsewhere/real.yaml")
    for data in (b"old", b"new"):
        write_atomically(path, data)
        assert path.is_symlink()
        assert (tmp_path / "elsewhere/real.yaml").read_bytes() == data
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1


@pytest.mark.parametrize(("at_once", "written"), [(7, bytes(range(256))), (0, b"old")])
def test_short_writes_are_noticed_and_gone_on_with(
    path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int, written: bytes
) -> None:
    path.write_bytes(b"old")
    monkeypatch.setattr(atomic_write, "FileIO", lambda handle, mode: _Slow(FileIO(handle, mode), at_once))
    if at_once:
        write_atomically(path, bytes(range(256)))
    else:
        assert "disk is full" in refused(path)
    monkeypatch.undo()
    assert path.read_bytes() == written


@posix
@pytest.mark.parametrize(("code", "fails"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_folder_that_cannot_be_synchronised(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, fails: bool
) -> None:
    def fail_for_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail_for_folders)
    with pytest.raises(SaveError) if fails else nullcontext():
        write_atomically(path, b"new")


class _Slow:
    """A file that takes a few bytes at a time."""

    def __init__(self, file: Any, at_once: int) -> None:
        self._file = file
        self._at_once = at_once
        self.fileno = file.fileno

    def __enter__(self) -> _Slow:
        return self

    def __exit__(self, *details: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        return int(self._file.write(data[: self._at_once]))


@pytest.mark.parametrize(
    ("code", "about"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, about: str
) -> None:
    write_atomically(path, b"old")

    def fail(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    assert about in refused(path)
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


@posix
def test_a_disk_that_is_full_after_some_bytes(path: Path) -> None:
    write_atomically(path, b"old")
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "write_atomically(Path(sys.argv[1]), b'x' * 5000)"
    )
    assert refused_in_child(program, path).endswith("the disk is full. Make room on it and save again.")
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


@posix
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o666), (0o777, 0o444)], ids=["folder", "file"])
def test_what_is_write_protected_is_left_alone(public_folder: Path, folder_mode: int, file_mode: int) -> None:
    path = public_folder / "story.annotations.yaml"
    path.write_bytes(b"old")
    path.chmod(file_mode)
    public_folder.chmod(folder_mode)
    program = "import os; os.geteuid() or os.setuid(65534)\nwrite_atomically(Path(sys.argv[1]), b'new')"
    assert "not allowed to write here" in refused_in_child(program, path)
    public_folder.chmod(0o755)
    assert path.read_bytes() == b"old"
    assert list(public_folder.iterdir()) == [path]


def test_a_folder_that_is_gone_and_one_that_is_in_the_way(tmp_path: Path, path: Path) -> None:
    assert "no longer there" in refused(tmp_path / "gone" / "a.yaml")
    (tmp_path / "file").touch()
    assert "no longer there" in refused(tmp_path / "file" / "a.yaml")
    path.mkdir()
    assert "a folder of that name is in the way" in refused(path)


@posix
def test_a_pipe_is_not_replaced(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(SaveError, match="a pipe or a device"):
        write_atomically(path, b"x")
    assert path.is_fifo()


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 251 + ".annotations.yaml")
    assert "name is too long" in refused(long)
    assert not list(tmp_path.iterdir())


def test_the_longest_name_that_the_disk_can_hold(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 238 + ".annotations.yaml")
    write_atomically(long, b"new")
    assert long.read_bytes() == b"new"
