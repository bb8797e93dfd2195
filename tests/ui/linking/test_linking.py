"""Annotations are linked by keys and mouse, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support.program import ALT, CTRL, NONE, SHIFT, Program
from tests.support.stories import TOWN
from tests.ui.linking.linked import CLAIM, OTHER, choose, links, marked
from tests.ui.pixels import pixels

Key = Qt.Key


@pytest.fixture
def program(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    return marked(start_again, tmp_path)


def panel(program: Program) -> QWidget | None:
    found: QWidget | None = program.window.findChild(QWidget, "linkPanel")
    return found if found and found.isVisible() else None


def test_by_number(program: Program) -> None:
    program.press(Key.Key_L)
    assert panel(program)
    assert program.part(QLabel, "mode").text() == "Linking"
    program.type("2")
    assert links(program) == [(CLAIM, "attributed_to", "the mayor, Ana Ruiz")]
    assert program.said.startswith("Linked “Thousands of people")
    assert panel(program) is None
    assert program.view.hasFocus()


def test_the_nearest_come_first_and_tab_goes_on(program: Program) -> None:
    program.press(Key.Key_L)
    program.press(Key.Key_Tab)
    program.press(Key.Key_Return)
    assert links(program) == [(CLAIM, "attributed_to", "the mayor, Ana Ruiz")]


def test_the_status_bar_says_what_would_be_linked_until_the_mode_is_left(program: Program) -> None:
    program.session.say("Saved a copy")
    program.press(Key.Key_L)
    assert program.said == "Linking claim “Thousands of people left the town on Th…” to “said”"
    program.press(Key.Key_Tab)
    assert program.said == "Linking claim “Thousands of people left the town on Th…” to “the mayor, Ana Ruiz”"
    program.type("nowhere")
    assert program.said == "Linking claim “Thousands of people left the town on Th…”"
    program.press(Key.Key_Escape, times=2)
    assert panel(program) is None
    assert program.said == "Saved a copy"


def test_by_words_of_the_annotation(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("red")
    program.press(Key.Key_Return)
    assert links(program) == [(CLAIM, "attributed_to", "The Red Cross")]


def test_digits_are_words_once_something_is_typed(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("f1,204")
    assert links(program) == []
    program.press(Key.Key_Escape)
    program.type("figure")
    program.press(Key.Key_1, ALT)
    assert links(program) == [("1,204", "quantifies", CLAIM)]


def test_the_type_is_asked_where_several_fit(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("wait")
    program.press(Key.Key_Return)
    assert panel(program)
    assert links(program) == []
    program.type("2")
    assert links(program) == [(CLAIM, "contradicts", "We will not wait")]


def test_turned_round(program: Program) -> None:
    program.press(Key.Key_L)
    program.press(Key.Key_T, ALT)
    program.type("wait")
    program.press(Key.Key_Return)
    program.type("1")
    assert links(program) == [("We will not wait", "repeats", CLAIM)]


def test_several_one_after_another(program: Program) -> None:
    program.press(Key.Key_L)
    program.press(Key.Key_Return, SHIFT)
    assert panel(program)
    program.press(Key.Key_Return)
    assert [type for _source, type, _target in links(program)] == ["cued_by", "attributed_to"]


def test_the_same_again_is_refused_and_shown(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("2")
    program.press(Key.Key_L)
    program.type("mayor")
    program.press(Key.Key_Return)
    assert len(links(program)) == 1
    assert "is linked to “the mayor, Ana Ruiz” already: attributed to" in program.said
    assert panel(program)


def test_escape_leaves_one_level_after_another(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("wait")
    program.press(Key.Key_Return)
    for _level in range(2):
        program.press(Key.Key_Escape)
        assert panel(program)
    program.press(Key.Key_Escape)
    assert panel(program) is None
    assert program.view.hasFocus()
    assert program.session.selected_annotation


def test_it_is_undone_in_one_step(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("1")
    program.press(Key.Key_Z, CTRL)
    assert links(program) == []
    assert program.said.startswith("Undone: Link “Thousands")


def test_nothing_to_link_to_is_said(program: Program) -> None:
    choose(program, "said")
    for words in (CLAIM, "We will not wait", OTHER):
        choose(program, words)
        program.press(Key.Key_Delete)
    choose(program, "said")
    program.press(Key.Key_L, NONE)
    assert panel(program) is None
    assert "to which the scheme allows a relation" in program.said


def test_by_a_click_on_the_words(program: Program, qtbot: QtBot) -> None:
    program.press(Key.Key_L)
    at = program.point_at(TOWN.index("the mayor") + 3)
    qtbot.mouseClick(program.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert links(program) == [(CLAIM, "attributed_to", "the mayor, Ana Ruiz")]


@pytest.mark.parametrize(("aside", "made"), [(0, [(CLAIM, "attributed_to", "The Red Cross")]), (16, [])])
def test_numbers_of_candidates_that_begin_together_are_side_by_side(
    program: Program, aside: int, made: list[tuple[str, str, str]]
) -> None:
    program.press(Key.Key_L)
    program.click(program.edge_at(TOWN.index("The Red Cross")) + QPoint(aside, -15))
    assert links(program) == made  # the second is a claim, for which the relation is asked first
    assert bool(panel(program)) == (not made)


def test_a_click_on_what_does_not_fit_is_refused_and_the_mode_lasts(program: Program, qtbot: QtBot) -> None:
    choose(program, "said")
    program.press(Key.Key_L)
    at = program.point_at(TOWN.index("the mayor") + 3)
    qtbot.mouseClick(program.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert program.said == "The scheme allows no relation between these two"
    assert links(program) == []
    assert panel(program)
    program.press(Key.Key_Return)
    assert links(program) == [(CLAIM, "cued_by", "said")]


def test_candidates_are_outlined_with_their_numbers_and_all_else_is_pale(program: Program) -> None:
    view, accent = program.view, program.view.look.theme.accent
    before = count(program, accent)
    program.press(Key.Key_L)
    assert count(program, accent) > before + 500
    assert view.palette().text().color() == view.look.theme.muted
    program.press(Key.Key_Escape)
    assert count(program, accent) == before
    assert view.palette().text().color() == view.look.theme.text


def count(program: Program, colour: QColor) -> int:
    """How many pixels of the text have that colour."""
    picture = program.view.viewport().grab().toImage()
    return list(pixels(picture)).count(colour.rgb())


@pytest.mark.parametrize("size", [(900, 600), (1440, 900)])
def test_the_list_covers_neither_the_text_nor_the_keys(program: Program, size: tuple[int, int]) -> None:
    program.window.resize(*size)
    program.press(Key.Key_L)
    shown = panel(program)
    assert shown
    for part in (program.view.viewport(), program.part(QWidget, "modeBar")):
        assert part.isVisible()
        assert not in_window(part).intersects(in_window(shown))


def in_window(part: QWidget) -> QRect:
    """The rectangle of a part in its window."""
    return QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size())


def test_a_label_with_the_letter_keeps_it(start_again: Callable[..., Program], tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(TOWN, "utf-8")
    (tmp_path / "scheme.yaml").write_text(
        "format: annotation-scheme\nversion: 1\nid: own\nname: Own\nlabels:\n- id: law\n  key: l\n  colour: '#56B4E9'\n"
        "  mark: fill\n",
        "utf-8",
    )
    program = start_again(tmp_path / "town.txt")
    program.select("Thousands")
    program.view.setFocus()
    program.press(Key.Key_L)
    assert program.marks == [("law", "Thousands")]


def test_words_of_candidates_within_each_other_are_written_in_full(program: Program) -> None:
    choose(program, "We will not wait")
    program.press(Key.Key_L)
    program.type("red cross")
    spans = [(found.cursor.selectionStart(), found.cursor.selectionEnd()) for found in program.view.extraSelections()]
    at = TOWN.index(OTHER)
    assert (at, at + len(OTHER)) in spans
    assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_undo_takes_back_a_link_while_linking_goes_on(program: Program) -> None:
    program.press(Key.Key_L)
    program.press(Key.Key_Return, SHIFT)
    assert len(links(program)) == 1
    program.press(Key.Key_Z, CTRL)
    assert links(program) == []
    assert panel(program)


def test_the_text_follows_another_theme_after_linking(program: Program) -> None:
    program.press(Key.Key_L)
    program.press(Key.Key_Escape)
    program.part(QAction, "theme_dark").trigger()
    view = program.view
    program.wait_for(lambda: view.palette().text().color() == view.look.theme.text)
    program.press(Key.Key_L)
    program.part(QAction, "theme_light").trigger()
    program.wait_for(lambda: view.palette().text().color() == view.look.theme.muted)
