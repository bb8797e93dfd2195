"""Files below a folder: in order, nothing hidden, and folders that cannot be listed are told."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.storage.articles.folder_walk import all_files_below, all_files_in, files_below
from annotator.storage.files.file_error import FileError, Problem
from tests.support.unlistable import unlistable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders have no such permissions there")


@pytest.fixture
def walked(tmp_path: Path) -> Iterator[Path]:
    for name in ("a10.txt", "a2.txt", ".hidden.txt", "c/x.txt", "b/y.txt", ".git/z.txt", "b/closed/secret.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "up.txt").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "missing")
    with unlistable(tmp_path / "b" / "closed"):
        yield tmp_path


def test_in_natural_order_and_what_cannot_be_listed_is_told(walked: Path) -> None:
    unread: list[Problem] = []
    found = [file.relative_to(walked).as_posix() for file in files_below(walked, unread)]
    assert found == ["a2.txt", "a10.txt", "nowhere.txt", "b/y.txt", "c/x.txt"]
    assert [problem.path for problem in unread] == [walked / "b" / "closed"]


def test_all_of_them_or_none(walked: Path) -> None:
    with pytest.raises(FileError, match=r"closed: You are not allowed to read it"):
        all_files_below(walked, ".txt")
    assert all_files_below(walked / "c", ".txt") == [walked / "c" / "x.txt"]
    assert all_files_in(walked / "b", ".txt") == [walked / "b" / "y.txt"]
    with pytest.raises(FileError, match=r"closed: You are not allowed to read it"):
        all_files_in(walked / "b" / "closed", ".txt")


def test_a_folder_that_is_deeper_than_the_stack(tmp_path: Path) -> None:
    folder = tmp_path / "/".join("d" * 200)
    folder.mkdir(parents=True)
    (folder / "deep.txt").touch()
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        assert [*files_below(tmp_path, [])] == [folder / "deep.txt"]
    finally:
        sys.setrecursionlimit(limit)
