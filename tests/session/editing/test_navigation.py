"""From article to article, by the window's keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.program import ALT, CTRL, SHIFT, Key, Program
from tests.support.stories import write_folder

Start = Callable[..., Program]


@pytest.fixture
def program(start: Start, tmp_path: Path) -> Program:
    """Two articles, town.txt and zebra.md, the first of which is open."""
    write_folder(tmp_path)
    return start(tmp_path)


def test_the_first_and_the_last_are_the_ends(program: Program) -> None:
    program.press(Key.Key_Up, ALT)
    assert program.said == "This is the first article"
    program.press(Key.Key_Down, ALT)
    program.wait_opened("zebra.md")
    program.press(Key.Key_Down, ALT)
    assert program.said == "That was the last article"


def test_the_next_that_is_not_started(program: Program, tmp_path: Path) -> None:
    program.press(Key.Key_Down, ALT | SHIFT)
    program.wait_opened("zebra.md")
    program.press(Key.Key_Down, ALT | SHIFT)
    assert program.said == "No article after this one that is not started"


def test_done_and_on(program: Program) -> None:
    program.type("c")
    program.press(Key.Key_Return, CTRL)
    program.wait_opened("zebra.md")
    program.press(Key.Key_Return, CTRL)  # nothing is marked in it
    assert program.document.status.value == "nothing-found"
    assert program.said == "Done. That was the last article"
    program.press(Key.Key_Up, ALT)
    program.wait_opened("town.txt")
    assert program.document.status.value == "done"


def test_what_cannot_be_annotated_is_not_done(start: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "town.annotations.yaml").write_text("- no\n- sidecar\n", "utf-8")
    program = start(tmp_path)
    program.press(Key.Key_Return, CTRL)
    assert program.opened == "town.txt"
    assert program.document.status.value == "new"
    assert program.session.current
    assert program.said == program.session.current.read_only


def test_an_article_of_another_folder_opens_with_it(program: Program, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    article = write_folder(tmp_path / "more").with_name("zebra.md")
    program.messages.article = str(article)
    program.press(Key.Key_O, CTRL | SHIFT)
    program.wait_for(lambda: program.session.path == article)
    program.wait_opened("zebra.md")
    program.press(Key.Key_Up, ALT)
    program.wait_for(lambda: program.session.path == article.with_name("town.txt"))


def test_the_open_article_stays_as_it_is_when_it_is_asked_for_again(program: Program, tmp_path: Path) -> None:
    program.select("Thousands")
    article, caret = program.session.current, program.session.caret
    program.messages.article = str(tmp_path / "town.txt")
    program.press(Key.Key_O, CTRL | SHIFT)
    assert program.session.current is article
    assert program.session.caret == caret
    assert program.session.selection


def test_an_empty_folder_leaves_nothing_open(program: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    program.messages.folder = str(tmp_path / "empty")
    program.press(Key.Key_O, CTRL)
    program.wait_for(lambda: program.session.current is None)
    assert program.session.path is None
