"""Any keys in any order: nothing breaks, all can be undone, and what is on disk is what is on the screen."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.program import ALT, CTRL, NONE, SHIFT, Key, Program, saved_marks, send_words
from tests.support.stories import OTHER, TOWN, write_folder

Start = Callable[..., Program]
MOVES = [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageDown]
PLAIN = [Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Delete, Key.Key_Backspace, Key.Key_F3, Key.Key_Space]
LETTERS = "csfuqz123456.,[]ox"
STEPS = 120


def any_key(program: Program, dice: random.Random) -> None:
    """One key, most of them such as annotators press."""
    match dice.randrange(10):
        case 0 | 1 | 2:
            program.type(dice.choice(LETTERS))
        case 3 | 4:
            program.press(dice.choice(MOVES), dice.choice([NONE, CTRL]), times=dice.randrange(1, 9))
        case 5 | 6:
            program.select_on(dice.randrange(1, 40))
        case 7:
            program.press(dice.choice([Key.Key_Z, Key.Key_Y]), CTRL)
        case 8:
            program.press(dice.choice(PLAIN))
        case _:
            program.press(dice.choice([Key.Key_Down, Key.Key_Up]), ALT)
    program.wait_for(lambda: program.session.current is not None and program.is_open(program.session.path or Path()))
    if not program.view.hasFocus():
        program.view.setFocus()


@pytest.mark.parametrize("seed", range(4))
def test_any_keys(start: Start, tmp_path: Path, seed: int) -> None:
    article = write_folder(tmp_path)
    (tmp_path / "arabic.txt").write_text("غادر آلاف Red Cross المدينة يوم الخميس.\n\nقالت 👩‍👩‍👧 البلدية.", "utf-8")
    program, dice = start(article), random.Random(seed)
    for _ in range(STEPS):
        any_key(program, dice)
        assert program.view.textCursor().position() == program.view.offsets.to_utf16(program.session.caret.position)
    program.press(Key.Key_Escape, times=3)
    assert program.document.article.text in (TOWN, OTHER, (tmp_path / "arabic.txt").read_text("utf-8"))
    last, path = program.document, program.session.path
    undone = 0
    while program.session.history.canUndo() and undone < STEPS * 2:
        program.press(Key.Key_Z, CTRL)
        undone += 1
    assert not program.document.annotations
    program.press(Key.Key_Z, CTRL | SHIFT, times=undone)
    assert program.document == last
    program.close()
    assert path is not None
    if last.annotations:
        assert sorted(saved_marks(path)) == sorted((a.label, last.words(a)) for a in last.annotations.values())
    assert start(path).document.annotations == last.annotations


def test_words_of_an_input_method_do_not_get_into_the_article(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    before = program.view.toPlainText()
    program.select_on(9)
    send_words(program.view, "ü👩")
    assert program.view.toPlainText() == before
    program.type("c")
    assert program.marks == [("claim", before[:9])]
