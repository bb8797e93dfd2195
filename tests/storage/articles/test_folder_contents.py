"""Contents of one folder, listed again only where it may have changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(
    before=st.lists(st.sampled_from(["a.txt", "A.txt", "a10.txt", "a9.md", "b.txt", "sub", "Sub"]), unique=True),
    now=st.lists(st.sampled_from(["a.txt", "A.txt", "a10.txt", "a9.md", "b.txt", "sub", "Sub"]), unique=True),
)
def test_what_is_listed_again_is_what_is_listed_anew(
    before: list[str], now: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("place")
    _put(place, before)
    found = contents_of(place)
    for path in place.iterdir():
        path.unlink() if path.is_file() else path.rmdir()
    _put(place, now)
    assert contents_now(place, found)[:2] == contents_of(place)[:2]


def _put(place: Path, names: list[str]) -> None:
    for name in names:
        path = place / name
        path.write_text("words") if path.suffix else path.mkdir()
