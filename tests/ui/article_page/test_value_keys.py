"""Values set from the text by the two keys that the scheme gives to a choice, and repeated by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget

from annotator.ui.article_page.label_bar import LabelBar
from annotator.ui.widgets.key_card import KeyCard
from tests.support.marked_articles import Marks
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.ui.panels.details.editing import TEXT, Start, choose, part, texts, type_in, values

SCHEME = """\
format: annotation-scheme
version: 1
id: facts
labels:
- id: claim
  key: c
  attributes:
    verdict: {choices: {good: It holds., bad: It does not.}, keys: {good: v 1, bad: v 2}}
    tags: {choices: [red, blue], many: true, keys: {red: t r, blue: t b}}
    why: {choices: [a, b], when: {verdict: [bad]}, keys: {a: v 8, b: v 9}}
- id: source
  key: s
  attributes:
    kind: {choices: [person, body], keys: {person: v 1}}
"""


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """Claims “One” and “three” and a source “five”; “One” is selected."""
    return opened(start_again, tmp_path, SCHEME)


def opened(start_again: Start, folder: Path, scheme: str) -> Program:
    (folder / "scheme.yaml").write_text(scheme, "utf-8")
    marks = Marks(TEXT).mark_each(("claim", "One"), ("claim", "three"), ("source", "five"))
    program = start_again(marks.write(folder / "town.txt"))
    choose(program, "One")
    return program


def mode_bar(program: Program) -> QWidget | None:
    found = [w for w in program.window.findChildren(QWidget, "modeBar") if w.isVisible()]
    return found[0] if found else None


def step_names(program: Program) -> list[str]:
    stack = program.session.history.activeStack()
    return [stack.text(at) for at in range(stack.count())]


def test_verdicts_of_the_built_in_scheme_have_their_glyphs(start_again: Start, tmp_path: Path) -> None:
    program = start_again(Marks(TEXT).mark_each(("claim", "One")).write(tmp_path / "town.txt"))
    choose(program, "One")
    program.type("v2")
    program.type("v")
    bar = mode_bar(program)
    assert bar is not None
    said = "1 ✓ supported, 2 ✕ refuted •, 3 ? not enough evidence, 4 ≠ conflicting, Esc leave"
    assert bar.accessibleName() == said
    program.type("1")
    program.part(QAbstractButton, "value-verdict").click()
    chip = part(program, QAbstractButton, "choice-supported")
    pixels = chip.grab().toImage()
    colours = {pixels.pixelColor(x, y).name() for x in range(pixels.width()) for y in range(pixels.height())}
    assert program.view.look.theme.success.name() in colours


def test_two_keys_set_a_value_as_one_step(program: Program) -> None:
    before = len(step_names(program))
    program.type("v")
    bar = mode_bar(program)
    assert bar is not None
    assert bar.accessibleName() == "1 good, 2 bad, Esc leave"
    assert not program.part(LabelBar).isVisible()
    assert program.said == "Verdict: 1 good, 2 bad"
    program.type("2")
    assert values(program) == {"verdict": "bad"}
    assert program.view.hasFocus()
    assert mode_bar(program) is None
    assert program.part(LabelBar).isVisible()
    assert program.said == "“One”: verdict set to bad"
    assert len(step_names(program)) == before + 1
    program.press(Key.Key_Z, CTRL)
    assert values(program) == {}


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_X, Key.Key_Tab, Key.Key_C, Key.Key_V])
def test_any_other_key_leaves_and_does_nothing_else(program: Program, key: Key) -> None:
    selected = program.session.selected_annotation
    program.type("v")
    program.press(key)
    assert mode_bar(program) is None
    assert program.said == "Nothing was set"
    assert program.session.selected_annotation is selected
    program.type("v1")
    assert values(program) == {"verdict": "good"}


def test_a_click_leaves(program: Program) -> None:
    program.type("v")
    QTest.mouseClick(program.view.viewport(), Qt.MouseButton.LeftButton)
    assert mode_bar(program) is None


def test_a_value_that_is_set_stays_and_of_several_each_is_taken_and_given_back(program: Program) -> None:
    program.type("v1v1")
    assert program.said == "good is set already"
    assert values(program) == {"verdict": "good"}
    program.type("tbtr")
    assert values(program)["tags"] == ["red", "blue"]
    program.type("tb")
    assert values(program)["tags"] == ["red"]


def test_values_that_are_shown_only_at_times_can_follow_only_then(program: Program) -> None:
    program.type("v")
    assert "8 a" not in program.said
    program.type("2v")
    assert program.said == "Verdict, Why: 1 good, 2 bad, 8 a, 9 b"
    program.type("9")
    assert values(program) == {"verdict": "bad", "why": "b"}


def test_the_same_keys_set_what_the_label_has(program: Program) -> None:
    choose(program, "five")
    program.type("v1")
    assert values(program, "five") == {"kind": "person"}
    program.type("t")
    assert program.said == "What is selected has no value for this key"
    assert mode_bar(program) is None


def test_several_get_the_value_as_one_step(program: Program) -> None:
    before = len(step_names(program))
    select_two(program)
    type_in("v")
    assert mode_bar(program) is not None
    type_in("1")
    assert [values(program, words) for words in ("One", "three")] == [{"verdict": "good"}] * 2
    assert len(step_names(program)) == before + 1
    program.view.setFocus()
    program.type("v2")
    assert [values(program, words) for words in ("One", "three")] == [{"verdict": "bad"}] * 2


def test_the_values_last_set_again(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path, SCHEME)
    program.type("r")
    assert program.said == "There are no values to repeat on this label yet"
    program.type("v2tb")
    choose(program, "three")
    before = len(step_names(program))
    program.type("r")
    assert values(program, "three") == {"verdict": "bad", "tags": ["blue"]}
    assert program.said == "Repeated the values on “three”"
    assert len(step_names(program)) == before + 1
    program.type("r")
    assert program.said == "It has them already"
    choose(program, "five")
    program.type("r")
    assert values(program, "five") == {}


def test_what_was_set_in_the_details_is_repeated_too(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path, SCHEME)
    program.press(Key.Key_Return)
    type_in("1")
    program.view.setFocus()
    choose(program, "three")
    program.type("r")
    assert values(program, "three") == {"verdict": "good"}


def test_a_label_wins_over_the_keys_of_values(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path, SCHEME.replace("key: s", "key: v").replace("v 1}", "w 1}"))
    choose(program, "One")
    assert "T" in (chip(program, "tags").toolTip())
    assert chip(program, "verdict").toolTip() == ""
    program.type("v")
    assert mode_bar(program) is None
    assert next(one.label for one in program.document.in_text_order()) == "source"


def test_a_label_wins_over_the_key_that_repeats(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path, SCHEME.replace("key: s", "key: r"))
    choose(program, "One")
    program.type("r")
    assert next(one.label for one in program.document.in_text_order()) == "source"


def test_the_chips_of_empty_values_tell_the_keys(program: Program) -> None:
    assert "V 1  good" in chip(program, "verdict").toolTip()
    assert "V 2  bad" in chip(program, "verdict").toolTip()


def test_palette_and_sheet_know_the_keys(program: Program) -> None:
    program.press(Key.Key_K, CTRL)
    type_in("verdict: bad")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    program.wait_for(lambda: values(program) == {"verdict": "bad"})
    program.press(Key.Key_F1)
    lines = [label.accessibleName() for label in program.window.findChildren(QLabel)]
    assert any(line.startswith("Verdict, Why, Kind, then") and line.endswith(": V") for line in lines), lines


def test_in_focus_mode_a_card_tells_the_keys_and_leaves_the_selected_words_in_sight(program: Program) -> None:
    program.window.findChild(QAction, "focus_mode").trigger()
    program.type("v")
    card = program.part(KeyCard, "modeCard")
    assert card.isVisible()
    words = program.view.cursorRect()
    assert not card.geometry().contains(words.center())
    program.type("1")
    assert values(program) == {"verdict": "good"}
    assert not [one for one in program.window.findChildren(KeyCard, "modeCard") if one.isVisible()]


def test_an_article_that_cannot_be_changed_says_so(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path, SCHEME)
    program.wait_saved()
    program.session.current.read_only = "Not yours"
    program.session.selected.emit()
    program.type("v1")
    assert values(program) == {}


def chip(program: Program, attribute: str) -> QAbstractButton:
    return part(program, QAbstractButton, f"add-{attribute}")


def select_two(program: Program) -> None:
    rows = program.part(QTableView, "annotationsList")
    rows.setFocus()
    QTest.keyClick(rows, Key.Key_Home)
    QTest.keyClick(rows, Key.Key_Down, SHIFT)
    assert "2 selected" in texts(program) or QApplication.focusWidget() is rows


@pytest.mark.parametrize("place", ["text", "list"])
def test_the_second_key_does_nothing_where_the_first_is_refused(start_again: Start, tmp_path: Path, place: str) -> None:
    """A digit is a key of labels, too: blindly pressed it would relabel what is selected."""
    sure = "    sure: {choices: [yes, no], keys: {yes: w 1, no: w 2}}\n"
    program = opened(start_again, tmp_path, SCHEME.replace("    tags:", f"{sure}    tags:"))
    choose(program, "five")
    if place == "list":
        program.part(QTableView, "annotationsList").setFocus()
    type_in("w1")
    assert ("source", "five") in program.marks
    assert values(program, "five") == {}
    assert program.said == "What is selected has no value for this key"
    type_in("1")
    assert ("claim", "five") in program.marks


def test_the_second_key_tags_nothing_where_nothing_is_selected(program: Program) -> None:
    program.select("five")
    program.session.select(None)
    before = program.marks
    program.type("v1")
    assert program.marks == before
    assert program.said == "Select an annotation first: Tab, O or a click"


def test_any_other_key_does_what_it_always_does_after_one_that_was_refused(program: Program) -> None:
    choose(program, "five")
    program.type("tc")
    assert ("claim", "five") in program.marks
    program.type("v1")
    assert values(program, "five") == {"verdict": "good"}
