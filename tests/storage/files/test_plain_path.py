"""One spelling for each path."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from annotator.storage.files.plain_path import plain_path, repeated


@pytest.mark.parametrize("spelling", ["{}//news/./", "{}/news/.", "{}/news//", "{}/news/old/.."])
def test_a_path_is_shown_in_one_spelling(tmp_path: Path, spelling: str) -> None:
    (tmp_path / "news" / "old").mkdir(parents=True)
    assert str(plain_path(Path(spelling.format(tmp_path)))) == str(tmp_path / "news")


@pytest.mark.skipif(sys.platform == "win32", reason="two slashes begin the path of a share there")
def test_two_slashes_at_the_beginning_are_one() -> None:
    assert str(plain_path(Path("//news/today"))) == "/news/today"


def test_a_relative_path_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert plain_path(Path("news")) == tmp_path / "news"


def test_a_link_keeps_its_name_but_is_the_same_place(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "news")
    assert plain_path(link) == link
    paths = [str(link), str(tmp_path / "news"), str(tmp_path), f"{tmp_path}/news/"]
    assert repeated(paths) == {paths[1], paths[3]}
