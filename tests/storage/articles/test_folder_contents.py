"""Contents of one folder, listed again only where it may have changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.storage.articles.folder_contents import contents_now, contents_of
from annotator.storage.files.file_error import FileError

LONG_AGO = 1_700_000_000


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("b10.txt", "b9.md", ".hidden.txt", "picture.png", "guidelines.md"):
        (tmp_path / name).write_text("Text", "utf-8")
    for name in ("part 10", "part 2", ".annotator"):
        (tmp_path / name).mkdir()
    os.utime(tmp_path, (LONG_AGO, LONG_AGO))
    return tmp_path


def test_articles_and_folders_in_natural_order(place: Path) -> None:
    found = contents_of(place)
    assert (found.articles, found.folders) == (("b9.md", "b10.txt"), ("part 2", "part 10"))


def test_a_folder_that_has_not_changed_is_not_listed_again(place: Path) -> None:
    found = contents_of(place)
    assert contents_now(place, found) is found
    (place / "new.txt").write_text("Text", "utf-8")
    assert "new.txt" in contents_now(place, found).articles


def test_a_folder_that_changed_just_now_is_listed_again(place: Path) -> None:
    (place / "new.txt").write_text("Text", "utf-8")
    found = contents_of(place)
    assert contents_now(place, found) is not found


def test_what_is_no_folder_is_told(place: Path) -> None:
    for path in (place / "b9.md", place / "none"):
        with pytest.raises(FileError):
            contents_of(path)
    with pytest.raises(FileError):
        contents_now(place / "none", contents_of(place))
