"""A day's work with the keyboard alone, from opening the folder to the same picture the next morning."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.program import ALT, CTRL, SHIFT, Key, Program, saved_marks, sidecar_of
from tests.support.stories import KEYS, MARKS, TOWN, alike, write_folder

Start = Callable[..., Program]


def tag_all(program: Program) -> None:
    for label, words in MARKS:
        program.select(words)
        program.type(KEYS[label])
        assert (label, words) in program.marks


def test_tagging_undoing_closing_and_reopening(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    article = write_folder(tmp_path)
    original = article.read_bytes()
    program = start(tmp_path)
    empty = program.document
    tag_all(program)
    assert alike(program.marks, MARKS)

    program.select("the mayor, Ana Ruiz")
    program.type("s")  # there is one already
    assert len(program.marks) == len(MARKS)
    assert "already" in program.said

    move_an_edge(program)
    relabel_note_and_remove(program)
    changed = program.document
    steps = undo_all(program)
    assert program.document == empty
    assert program.document.status.value == "new"
    redo_all(program, steps)
    assert program.document == changed

    program.wait_saved()
    program.press(Key.Key_Down, ALT)
    program.wait_opened("zebra.md")
    program.go_to(15)
    program.type("c")
    assert program.marks == [("claim", "Nobody")]
    program.press(Key.Key_Up, ALT)
    program.wait_opened("town.txt")
    assert program.document == changed
    program.press(Key.Key_Z, CTRL)
    assert program.document != changed
    program.press(Key.Key_Z, CTRL | SHIFT)
    assert program.document == changed

    program.press(Key.Key_F, CTRL)
    program.press(Key.Key_Escape, times=3)
    program.wait_saved()
    saved, picture = sidecar_of(article).read_bytes(), program.picture()
    assert saved_marks(article) == program.marks
    program.close()

    again = start(tmp_path)
    assert again.opened == "town.txt"
    assert again.document == changed
    assert again.picture() == picture
    again.close()
    assert sidecar_of(article).read_bytes() == saved
    assert article.read_bytes() == original
    assert saved_marks(tmp_path / "zebra.md") == [("claim", "Nobody")]


def move_an_edge(program: Program) -> None:
    program.go_to(TOWN.index("people"))
    program.press(Key.Key_O)
    chosen = program.session.selected_annotation
    assert chosen is not None
    assert chosen.label == "claim"
    program.type("]")
    program.press(Key.Key_Right, CTRL, times=2)
    program.press(Key.Key_Left)
    program.press(Key.Key_Return)
    assert ("claim", "Thousands of people left the town on Thursday, said th") in program.marks
    program.type("]")
    program.press(Key.Key_Right)
    program.press(Key.Key_Escape)
    assert ("claim", "Thousands of people left the town on Thursday, said th") in program.marks
    program.type("[")
    program.press(Key.Key_Right, CTRL)
    program.press(Key.Key_Return)
    assert ("claim", "of people left the town on Thursday, said th") in program.marks


def relabel_note_and_remove(program: Program) -> None:
    choose_smallest(program, "1,204")
    program.type("u")
    assert ("cue", "1,204") in program.marks
    program.type("n")
    program.type("Ask the Red Cross: “when?”")
    program.press(Key.Key_Escape)
    notes = [annotation.note for annotation in program.document.annotations.values() if annotation.note]
    assert notes == ["Ask the Red Cross: “when?”"]
    assert program.view.hasFocus()
    choose_smallest(program, "“We will not wait”")
    program.press(Key.Key_Delete)
    assert len(program.marks) == len(MARKS) - 1


def choose_smallest(program: Program, words: str) -> None:
    program.select(words)
    program.press(Key.Key_Left)
    program.press(Key.Key_Right)
    program.press(Key.Key_O)


def undo_all(program: Program) -> int:
    steps = len(MARKS) + 5
    for _ in range(steps):
        assert program.session.history.canUndo()
        program.press(Key.Key_Z, CTRL)
        assert program.said.startswith("Undone: ")
    assert not program.session.history.canUndo()
    return steps


def redo_all(program: Program, steps: int) -> None:
    program.press(Key.Key_Z, CTRL | SHIFT, times=steps)
    assert not program.session.history.canRedo()


def test_growing_shrinking_and_locking(start: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    program.go_to(TOWN.index("people"))
    grown = []
    for _ in range(4):
        program.type(".")
        selection = program.session.selection
        assert selection is not None
        grown.append(selection.of(TOWN))
    assert grown[0] == "people"
    assert grown[1].startswith("Thousands of people")
    assert grown[1].endswith("Ana Ruiz.")
    assert grown[2].endswith("she told reporters.")
    assert grown[3] == TOWN.strip()
    program.type(",,,")
    selection = program.session.selection
    assert selection is not None
    assert selection.of(TOWN) == "people"

    program.type("ff")  # tags, then locks
    assert program.session.locked_label == "figure"
    for words in ("Thursday", "1,204"):
        program.go_to(TOWN.index(words))
        program.select_on(len(words))
    assert alike(program.marks, [("figure", "people"), ("figure", "Thursday"), ("figure", "1,204")])
    program.press(Key.Key_Escape)
    assert program.session.locked_label == ""
    program.go_to(TOWN.index("storm"))
    program.select_on(5)
    assert len(program.marks) == 3


@pytest.mark.parametrize(("at", "word"), [("204", "1,204"), ("2 %", "3.2 %"), ("S. and", "U.S."), ("told", "told")])
def test_the_word_at_the_caret_is_tagged(start: Start, tmp_path: Path, at: str, word: str) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    program.go_to(TOWN.index(at))
    program.type("f")
    assert program.marks == [("figure", word)]


def test_numbers_tag_in_the_order_of_the_scheme(start: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    labels = [label.id for label in program.session.scheme.labels]
    for number, words in enumerate(("Harbour", "people", "Thursday", "mayor", "buses", "prices"), 1):
        program.select(words)
        program.type(str(number))
    assert [label for label, _ in program.marks] == labels


def test_walking_through_annotations_and_articles(start: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    tag_all(program)
    program.press(Key.Key_Home, CTRL)
    program.press(Key.Key_Escape, times=3)
    walked = []
    for _ in range(len(MARKS)):
        program.press(Key.Key_Tab)
        chosen = program.session.selected_annotation
        assert chosen is not None
        walked.append((chosen.label, program.session.words(chosen)))
    assert walked == program.marks
    program.press(Key.Key_Tab)
    assert program.said == "No annotation after this one"
    for mark in reversed(walked[:-1]):
        program.press(Key.Key_Backtab, SHIFT)
        chosen = program.session.selected_annotation
        assert chosen is not None
        assert (chosen.label, program.session.words(chosen)) == mark

    program.press(Key.Key_Return, CTRL)
    program.wait_opened("zebra.md")
    program.press(Key.Key_Return, CTRL)
    assert program.document.status.value == "nothing-found"
    program.press(Key.Key_Up, ALT)
    program.wait_opened("town.txt")
    assert program.document.status.value == "done"


def test_the_annotators_name_is_in_the_file(start: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    program = start(tmp_path, annotator="alice")
    program.select("mayor")
    program.type("s")
    program.wait_saved()
    assert saved_marks(article, "alice") == [("source", "mayor")]
    assert not sidecar_of(article).exists()
    program.close()
    assert start(tmp_path, annotator="bob").marks == []
    assert start(tmp_path, annotator="alice").marks == [("source", "mayor")]
