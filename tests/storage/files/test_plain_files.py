"""Folders that stay open while a few files of them are read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import ArticleError
from annotator.storage.files.plain_files import folder_kept

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for place in ("top/one", "top/two", "outside"):
        (tmp_path / place).mkdir(parents=True)
        for name in ("a.txt", "b.txt"):
            (tmp_path / place / name).write_text(f"{place} {name}", encoding="utf-8")
    return tmp_path / "top"


def read(path: Path) -> str:
    return bytes_of(path, 100, ArticleError).decode()


def test_each_file_is_read_from_its_own_folder(folder: Path) -> None:
    paths = [folder / place / name for name in ("a.txt", "b.txt") for place in ("one", "one", "two")]
    with confined_to([folder]):
        plain = [read(path) for path in paths]
        with folder_kept():
            assert [read(path) for path in paths] == plain


def test_a_folder_that_is_exchanged_with_a_link_is_not_followed(folder: Path) -> None:
    with confined_to([folder]), folder_kept():
        assert read(folder / "one" / "a.txt") == "top/one a.txt"
        (folder / "one").rename(folder / "before")
        (folder / "one").symlink_to(folder.with_name("outside"))
        assert read(folder / "one" / "b.txt") == "top/one b.txt"  # of the folder that stays open
        assert read(folder / "two" / "b.txt") == "top/two b.txt"
        with pytest.raises(ArticleError, match="a link is in the way"):
            read(folder / "one" / "b.txt")


def test_a_link_in_the_place_of_a_file_is_not_followed_out(folder: Path) -> None:
    with confined_to([folder]), folder_kept():
        read(folder / "one" / "a.txt")
        (folder / "one" / "b.txt").unlink()
        (folder / "one" / "b.txt").symlink_to(folder.with_name("outside") / "b.txt")
        with pytest.raises(ArticleError, match="leads out of its folder"):
            read(folder / "one" / "b.txt")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="lists the open files of Linux")
def test_nothing_stays_open_afterwards(folder: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208  # links that cannot be followed
    with confined_to([folder]), folder_kept():
        read(folder / "one" / "a.txt")
        read(folder / "two" / "a.txt")
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208  # likewise
