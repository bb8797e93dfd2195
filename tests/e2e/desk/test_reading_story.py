"""An article is read sentence by sentence with the keyboard, and the program asks before it is done too early."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.article_page.header import Header
from annotator.ui.widgets.words.elided_label import ElidedLabel
from tests.support.program import CTRL, SHIFT, Key, Program, sidecar_of
from tests.support.running.examples import examples
from tests.ui.pixels import pixels

Start = Callable[..., Program]
TEXT = "The tram stops here. It goes on at noon. Nobody waits.\n\nThe driver is late. He sings.\n"
LONG = "\n".join(
    f"Nobody waits. The crews of line {number} {'waited for hours and ' * 20}left. He sings." for number in range(5)
)
NEXT = "The ferry is late."
LABEL_ON_J = """\
format: annotation-scheme
version: 1
id: jokes
name: Jokes
labels:
- id: joke
  key: j
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a-tram.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b-ferry.txt").write_text(NEXT, "utf-8")
    return tmp_path


def progress(program: Program) -> str:
    return program.part(ElidedLabel, "readingProgress").text()


def sentence(program: Program) -> str:
    """The words from the caret to the next full stop."""
    text, position = program.document.article.text, program.session.caret.position
    return text[position : text.index(".", position) + 1]


def saved_read(folder: Path) -> list[str]:
    content = yaml.safe_load(sidecar_of(folder / "a-tram.txt").read_text("utf-8"))
    return [TEXT[start:end] for start, end in content.get("read", [])]


def test_reading_is_marked_kept_and_taken_back(start: Start, folder: Path) -> None:
    program = start(folder / "a-tram.txt")
    assert progress(program) == "0 of 5 sentences read"
    program.press(Key.Key_Space, times=2)
    assert (progress(program), sentence(program)) == ("2 of 5 sentences read", "Nobody waits.")
    program.wait_saved()
    assert saved_read(folder) == ["The tram stops here. It goes on at noon."]
    program.press(Key.Key_Space, SHIFT)
    assert (progress(program), sentence(program)) == ("1 of 5 sentences read", "It goes on at noon.")
    program.press(Key.Key_Z, CTRL, times=2)
    assert progress(program) == "1 of 5 sentences read"
    program.press(Key.Key_Z, CTRL)
    program.wait_saved()
    assert (progress(program), saved_read(folder)) == ("0 of 5 sentences read", [])
    program.press(Key.Key_Z, CTRL | SHIFT)
    program.wait_saved()
    program.close()
    assert progress(start(folder / "a-tram.txt")) == "1 of 5 sentences read"


def test_the_next_unread_sentence_passes_what_is_annotated(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "a-tram.txt")
    program.select("noon")
    program.press(Key.Key_Escape)
    program.type("f")
    program.press(Key.Key_Home, CTRL)
    program.press(Key.Key_J)
    assert (sentence(program), progress(program)) == ("Nobody waits.", "1 of 5 sentences read")
    program.press(Key.Key_J, times=3)
    assert sentence(program) == "The tram stops here."
    assert program.said.startswith("From the beginning again")


def test_done_asks_once_about_unread_sentences(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "a-tram.txt")
    program.press(Key.Key_Space, times=2)
    program.messages.answers = ["Go to the first"]
    program.press(Key.Key_Return, CTRL)
    (question,) = program.messages.asked
    assert question.sentence == "3 sentences are unread."
    assert question.answers == ("Done anyway", "Go to the first", "Done, do not ask again", "Cancel")
    assert (program.document.status.value, sentence(program)) == ("in-work", "Nobody waits.")
    program.press(Key.Key_Return, CTRL)
    program.wait_opened("b-ferry.txt")
    assert len(program.messages.asked) == 1


@pytest.mark.parametrize(("answer", "status"), [("Cancel", "new"), ("Done anyway", "nothing-found")])
def test_the_answer_counts(start_again: Start, folder: Path, answer: str, status: str) -> None:
    program = start_again(folder / "b-ferry.txt")
    program.messages.answers = [answer]
    program.press(Key.Key_Return, CTRL)
    assert program.document.status.value == status


def test_who_does_not_want_to_be_asked_is_not(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "a-tram.txt")
    program.messages.answers = ["Done, do not ask again"]
    program.press(Key.Key_Return, CTRL)
    program.wait_opened("b-ferry.txt")
    program.press(Key.Key_Return, CTRL)
    assert program.document.status.value == "nothing-found"
    assert len(program.messages.asked) == 1


def test_an_article_that_is_read_is_done_without_a_question(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "b-ferry.txt")
    program.press(Key.Key_Space)
    program.press(Key.Key_Return, CTRL)
    assert (program.document.status.value, program.messages.asked) == ("nothing-found", [])


def test_a_label_on_the_same_key_wins(start_again: Start, folder: Path) -> None:
    (folder / "scheme.yaml").write_text(LABEL_ON_J, "utf-8")
    program = start_again(folder / "a-tram.txt")
    program.press(Key.Key_J)
    assert program.marks == [("joke", "The")]


def bar(program: Program) -> QImage:
    """The strip of the margin with the bar."""
    margin, measure = program.part(QWidget, "structureMargin"), program.view.measure
    left = round(margin.width() - 18 * measure.unit + measure.side)
    return margin.grab(QRect(left, 0, 5, margin.height())).toImage()


def painted(program: Program, colour: str) -> int:
    """Number of the bar's pixels in that colour of the theme."""
    return list(pixels(bar(program))).count(getattr(program.view.look.theme, colour).rgb())


def test_the_bar_grows_with_what_is_read(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "a-tram.txt")
    assert painted(program, "read") == 0
    thin = painted(program, "control")
    assert thin > 0
    program.press(Key.Key_Space)
    half = painted(program, "read")
    program.press(Key.Key_Space, times=2)
    whole = painted(program, "read")
    assert 0 < half < whole
    program.press(Key.Key_Space, times=2)
    assert (painted(program, "control"), painted(program, "read")) == (0, 2 * whole)


def on_screen(program: Program) -> QImage:
    """The margin with the bar as it was painted, without painting again."""
    QApplication.processEvents()
    margin = program.part(QWidget, "structureMargin")
    place = QRect(margin.mapTo(program.window, QPoint(0, 0)), margin.size())
    return program.window.screen().grabWindow(program.window.winId()).toImage().copy(place)


STEPS = st.tuples(st.sampled_from("cs uU"), st.integers(0, len(LONG) - 1))
"""A key, u for undo and U for redo, and where the caret is put before it."""


def test_the_bar_is_painted_again_wherever_it_is_another(start_again: Start, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(LONG, "utf-8")
    program = start_again(tmp_path / "long.txt")

    @examples(0.4)
    @given(steps=st.lists(STEPS, min_size=2, max_size=6))
    def goes_on(steps: list[tuple[str, int]]) -> None:
        for key, position in steps:
            program.session.move_caret(position)
            QApplication.processEvents()  # so that what the caret repaints is not what the key does
            act(program, key)
            seen = on_screen(program)
            program.part(QWidget, "structureMargin").update()
            assert seen == on_screen(program)

    goes_on()


def act(program: Program, key: str) -> None:
    if key in "uU":
        program.press(Key.Key_Z, CTRL | SHIFT if key == "U" else CTRL)
    else:
        program.type(key)


def test_a_narrow_header_gives_up_the_progress_first(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "a-tram.txt")
    header = program.part(Header, "header")
    header.resize(320, header.height())
    assert progress(program) in ("0 of 5", "")
    header.resize(150, header.height())
    assert progress(program) == ""


def test_sentences_stay_read_where_the_article_changes_elsewhere(start: Start, folder: Path) -> None:
    program = start(folder / "a-tram.txt")
    program.press(Key.Key_Space, times=2)
    program.wait_saved()
    program.close()
    changed = TEXT.replace("It goes on at noon.", "It goes on in the evening, they say.")
    (folder / "a-tram.txt").write_text(f"A new beginning. {changed}", "utf-8")
    again = start(folder / "a-tram.txt")
    assert progress(again) == "1 of 6 sentences read"
    again.press(Key.Key_Home, CTRL)
    again.press(Key.Key_J)
    assert sentence(again) == "It goes on in the evening, they say."


@pytest.mark.parametrize("action", ["status_done", "status_nothing_found"])
def test_the_menu_asks_too(start_again: Start, folder: Path, action: str) -> None:
    program = start_again(folder / "a-tram.txt")
    program.messages.answers = ["Cancel"]
    program.part(QAction, action).trigger()
    assert len(program.messages.asked) == 1
    assert program.document.status.value == "new"
    assert not program.part(QAction, action).isChecked()
