"""What other programs do to the open article's own file, as the window tells it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.program import Program, sidecar_of

Start = Callable[..., Program]
TEXT = "Thousands of people left the town.\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    path = tmp_path / "news" / "town.txt"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def program(start: Start, town: Path) -> Program:
    """The article is open and has a claim, which is saved."""
    program = start(town)
    program.select("people left")
    program.type("c")
    program.wait_saved()
    return program


def wait_told(program: Program, words: str) -> None:
    program.wait_for(lambda: words in program.banners.get("text", ""))


def test_a_file_that_is_no_text_any_more_is_told_and_its_text_stays(program: Program, town: Path) -> None:
    town.write_bytes(b"\0\1\2\3" * 100)
    wait_told(program, "plain text")
    assert program.document.article.text == TEXT
    assert program.marks == [("claim", "people left")]
    town.write_text(TEXT, "utf-8")
    program.wait_for(lambda: "text" not in program.banners)


def test_a_file_that_cannot_be_reached_is_told_until_it_can(program: Program, town: Path) -> None:
    away = town.parent.rename(town.parent.with_name("away"))
    town.parent.write_text("a file where the folder was", "utf-8")
    either = ("It cannot be read any more: Not a directory.", "It has been deleted, moved or renamed")
    program.wait_for(lambda: any(words in program.banners.get("text", "") for words in either))  # as it is seen
    assert program.marks == [("claim", "people left")]
    town.parent.unlink()
    away.rename(town.parent)
    program.wait_for(lambda: "text" not in program.banners)
    assert sidecar_of(town).exists()


def test_what_is_put_back_while_nobody_looks_is_watched_again(program: Program, town: Path) -> None:
    town.unlink()
    wait_told(program, "It has been deleted, moved or renamed")
    town.write_text(TEXT, "utf-8")
    program.wait_for(lambda: "text" not in program.banners)
    town.write_text("Another text.\n", "utf-8")
    wait_told(program, "Its text has changed since it was opened here.")
