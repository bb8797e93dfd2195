"""Where paths lead: links within a folder are followed, no other is, also while they are being exchanged."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError, SaveError
from annotator.storage.files.folder_handle import HAS_HANDLES, folder_below
from annotator.storage.files.real_place import followed, leads_out
from tests.support.exchange import exchanged
from tests.support.failing.once import called, fail_once

pytestmark = pytest.mark.skipif(not HAS_HANDLES, reason="needs directory handles")
ROUNDS = 1500


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_bytes(b"theirs")
    return outside


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "file").write_bytes(b"ours")
    return folder


def test_a_link_out_is_neither_read_nor_written(folder: Path, outside: Path) -> None:
    link = folder / "link"
    link.symlink_to(outside / "file")
    assert leads_out(link)
    with pytest.raises(FileError, match="leads out of its folder"):
        bytes_of(link, 100, FileError)
    with pytest.raises(SaveError, match="leads out of its folder"):
        write_atomically(link, b"x")
    assert bytes_of(link, 100, FileError, follow=True) == b"theirs"
    assert (outside / "file").read_bytes() == b"theirs"


def test_a_link_that_leads_nowhere_outside_makes_nothing_there(folder: Path, outside: Path) -> None:
    link = folder / "link"
    link.symlink_to(outside / "new")
    with pytest.raises(SaveError, match="leads out"):
        write_atomically(link, b"x")
    assert [path.name for path in outside.iterdir()] == ["file"]


@pytest.mark.parametrize("target", ["inner/file", "inner/../inner/file", "./inner/file"])
def test_a_link_inside_is_followed(folder: Path, target: str) -> None:
    link = folder / "link"
    link.symlink_to(target)
    assert not leads_out(link)
    assert bytes_of(link, 100, FileError) == b"ours"
    write_atomically(link, b"new")
    assert (folder / "inner" / "file").read_bytes() == b"new"
    assert link.is_symlink()


def test_folders_below_are_no_links(folder: Path, outside: Path) -> None:
    (folder / "link").symlink_to(outside)
    with pytest.raises(OSError, match="symbolic link"), folder_below(folder, ("link",)):
        pass
    with pytest.raises(OSError, match="symbolic link"), folder_below(folder, ("link", "made"), create=True):
        pass
    assert [path.name for path in outside.iterdir()] == ["file"]


def write_and_read(path: Path) -> None:
    """Write and read again and again; whatever is not refused is ours."""
    for _ in range(ROUNDS):
        with suppress(FileError):
            write_atomically(path, b"ours", durable=False)
        with suppress(FileError):
            assert bytes_of(path, 100, FileError) == b"ours"


def test_while_a_file_is_exchanged_for_a_link_nothing_outside_is_touched(folder: Path, outside: Path) -> None:
    path = folder / "inner" / "file"
    with exchanged(path, folder / "inner" / "real", outside / "file"):
        write_and_read(path)
    assert [(path.name, path.read_bytes()) for path in outside.iterdir()] == [("file", b"theirs")]


def test_while_a_folder_is_exchanged_for_a_link_nothing_outside_is_touched(folder: Path, outside: Path) -> None:
    link = folder / "link"
    link.symlink_to("inner/file")
    with exchanged(folder / "inner", folder / "real", outside):
        write_and_read(link)
    assert [(path.name, path.read_bytes()) for path in outside.iterdir()] == [("file", b"theirs")]


def test_what_is_found_below_a_folder_is_opened_without_a_link_on_the_way(folder: Path, outside: Path) -> None:
    path = folder / "inner" / "file"
    with exchanged(folder / "inner", folder / "real", outside), confined_to([folder]):
        write_and_read(path)
    assert [(path.name, path.read_bytes()) for path in outside.iterdir()] == [("file", b"theirs")]


def test_a_folder_that_the_user_names_may_be_a_link(folder: Path, outside: Path) -> None:
    (folder / "link").symlink_to(outside)
    named = folder / "link"
    with confined_to([named]):
        assert bytes_of(named / "file", 100, FileError) == b"theirs"
    with confined_to([folder]), pytest.raises(FileError, match="a link is in the way"):
        bytes_of(named / "file", 100, FileError)
    assert bytes_of(named / "file", 100, FileError) == b"theirs"


def test_a_file_of_which_the_system_cannot_tell_is_no_link_to_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("lstat", "stat"):
        fail_once(monkeypatch, name, called("a"))
    assert followed(tmp_path / "a") == tmp_path / "a"
