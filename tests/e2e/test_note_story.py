"""A note as it is typed: on disk without leaving the field, one step of undo, and others may write meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from PySide6.QtWidgets import QPlainTextEdit

from annotator.ui.editors.empty_chip import EmptyChip
from tests.support.program import ALT, CTRL, Key, Program, sidecar_of
from tests.support.stories import write_folder

Start = Callable[..., Program]


def note_on_disk(article: Path, number: int = 0) -> str:
    sidecar = sidecar_of(article)
    content = yaml.safe_load(sidecar.read_text("utf-8")) if sidecar.exists() else {"annotations": []}
    notes = [str(item.get("note", "")) for item in content["annotations"]]
    return notes[number] if notes else ""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write_folder(tmp_path)


@pytest.fixture
def program(start_again: Start, article: Path) -> Program:
    """An annotation is made, and the keyboard is in its note."""
    program = start_again(article.parent)
    program.type("cn")
    program.wait_for(note_of(program).hasFocus)
    return program


def note_of(program: Program) -> QPlainTextEdit:
    return program.part(QPlainTextEdit, "noteField")


def test_a_note_is_on_disk_while_it_is_typed_and_one_step_of_undo(program: Program, article: Path) -> None:
    for words in ("Who", "Who counted", "Who counted?"):
        program.type(words[len(note_of(program).toPlainText()) :])
        program.wait_for(lambda words=words: note_on_disk(article) == words)  # type: ignore[misc]  # a default argument
    assert note_of(program).hasFocus()
    program.press(Key.Key_Escape)
    program.press(Key.Key_Z, CTRL)
    assert program.marks == [("claim", "Harbour")]
    program.wait_for(lambda: note_on_disk(article) == "")
    program.press(Key.Key_Z, CTRL)
    assert program.marks == []


@pytest.mark.parametrize("way", ["article", "folder", "close"])
def test_what_was_typed_last_is_kept_whatever_comes(program: Program, article: Path, way: str) -> None:
    program.type("half a no")
    if way == "article":
        program.press(Key.Key_Down, ALT)
        program.wait_opened("zebra.md")
        program.wait_saved()
    elif way == "folder":
        open_empty_folder(program, article.parent)
        program.close()
    else:
        program.close()
    assert note_on_disk(article) == "half a no"


def open_empty_folder(program: Program, place: Path) -> None:
    (place / "empty").mkdir()
    program.messages.folder = str(place / "empty")
    program.press(Key.Key_O, CTRL)
    program.wait_for(lambda: program.session.current is None)


def test_a_fact_of_the_article_is_kept_too_where_a_folder_without_articles_follows(start: Start, article: Path) -> None:
    program = start(article)
    program.press(Key.Key_Escape)
    chip = program.part(EmptyChip, "add-licence")
    program.click_at(chip, chip.rect().center())
    program.type("free")
    open_empty_folder(program, article.parent)
    program.close()
    assert "licence: free" in sidecar_of(article).read_text("utf-8")


def test_what_others_write_meanwhile_is_merged_with_what_is_typed(program: Program, article: Path) -> None:
    program.type("mine")
    program.wait_for(lambda: note_on_disk(article) == "mine")
    program.wait_saved()
    sidecar = sidecar_of(article)
    program.type(" too")
    sidecar.write_bytes(sidecar.read_bytes().replace(b"label: claim", b"label: source"))
    program.wait_for(lambda: program.marks == [("source", "Harbour")])
    program.wait_for(lambda: note_on_disk(article) == "mine too")
    assert b"label: source" in sidecar.read_bytes()
    assert note_of(program).hasFocus()


def test_a_note_that_others_write_meanwhile_is_not_overwritten(program: Program, article: Path) -> None:
    program.type("mine")
    program.wait_for(lambda: note_on_disk(article) == "mine")
    program.wait_saved()
    sidecar = sidecar_of(article)
    sidecar.write_bytes(sidecar.read_bytes().replace(b"mine", b"theirs"))
    program.type("!")
    program.wait_for(lambda: "conflicts" in program.banners or note_on_disk(article) == "theirs!")
    assert "theirs" in note_on_disk(article)
