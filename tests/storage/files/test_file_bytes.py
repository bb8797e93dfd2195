"""A file's bytes, or a sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.storage.files.file_bytes import (
    bytes_of,
    is_surely_folder,
    is_surely_there,
    is_there,
    readers_of,
    reading_failed,
)
from annotator.storage.files.file_error import ArticleError
from tests.support.failing.once import called, fail_once


def refused(path: Path, at_most: int = 100) -> str:
    with pytest.raises(ArticleError) as error:
        bytes_of(path, at_most, ArticleError)
    assert error.value.problem.path == path
    return error.value.problem.sentence


def test_a_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert bytes_of(tmp_path / "a", 100, ArticleError) == b"x" * 100


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert refused(tmp_path / "a", 32 * 1024 * 1024) == (
        "It is too large: 50.0 MiB, where 32 MiB is the limit. Split it into smaller files."
    )


def test_small_limits_are_told_in_kib(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 300 * 1024)
    assert refused(tmp_path / "a", 256 * 1024) == (
        "It is too large: 300 KiB, where 256 KiB is the limit. Split it into smaller files."
    )


def test_a_link_to_itself_is_told_as_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    assert refused(tmp_path / "a") == "It cannot be read: a link is in the way, and links are not followed here."


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="there are no such files")
def test_a_file_that_says_it_is_empty_is_read_no_further_than_the_limit() -> None:
    assert "too large" in refused(Path("/proc/self/maps"), 10)


def test_a_folder_and_a_missing_file_have_their_sentences(tmp_path: Path) -> None:
    assert refused(tmp_path) == "This is a folder, not a file."
    assert refused(tmp_path / "a").startswith("It is not there")
    (tmp_path / "a").touch()
    assert refused(tmp_path / "a" / "b").startswith("It is not there")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_and_a_device_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "This is a pipe or a device, not a file."
    assert refused(Path(os.devnull)) == "This is a pipe or a device, not a file."


@pytest.mark.parametrize(
    ("failure", "about"),
    [(PermissionError(13, "x"), "not allowed"), (OSError(5, "Input/output error"), "Input/output error")],
)
def test_other_failures_have_their_sentences(failure: OSError, about: str) -> None:
    assert about in reading_failed(failure)


def test_a_name_that_is_too_long_is_not_there(tmp_path: Path) -> None:
    assert not is_there(tmp_path / ("x" * 300))
    assert not is_there(tmp_path / "a")
    assert is_there(tmp_path)


def test_who_may_read_is_nobody_else_where_the_system_cannot_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    assert readers_of(path) == 0o666
    path.touch(0o640)
    fail_once(monkeypatch, "stat", called("a"))
    assert readers_of(path) == 0o600


@pytest.mark.parametrize("asked", [is_surely_there, is_surely_folder])
def test_what_the_system_cannot_tell_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: Callable[[Path, type[ArticleError]], bool]
) -> None:
    assert asked(tmp_path, ArticleError)
    fail_once(monkeypatch, "stat", called(tmp_path.name))
    with pytest.raises(ArticleError, match="It cannot be read"):
        asked(tmp_path, ArticleError)


def test_what_is_not_there_is_known_not_to_be(tmp_path: Path) -> None:
    assert not is_surely_there(tmp_path / "a", ArticleError)
    with pytest.raises(ArticleError, match="It is not there"):
        is_surely_folder(tmp_path / "a", ArticleError)
