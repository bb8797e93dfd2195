"""Several selected annotations: how many they are, and what can be done with them, by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPushButton, QWidget

from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.marked_articles import Marks
from tests.support.program import CTRL, SHIFT, Key, Program

Start = Callable[..., Program]
TEXT = "One two three four five six.\n"


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """Six marked words, the first four of them selected in the list with Shift and Down."""
    labels = ("claim", "claim", "source", "figure", "figure", "source")
    marks = Marks(TEXT).mark_each(*zip(labels, TEXT[:-2].split(), strict=True))
    program = start_again(marks.write(tmp_path / "town.txt"))
    rows = program.part(RowsView, "annotationsList")
    rows.setFocus()
    program.press(Key.Key_Home)
    program.press(Key.Key_Down, SHIFT, times=3)
    return program


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_their_number_stands_in_both_panels(program: Program) -> None:
    assert "4 selected" in said(program.part(AnnotationsPanel).header)
    assert {"4 selected", "2 claims, 1 source, 1 figure"} <= set(said(program.part(DetailsPanel)))


def test_one_more_or_less_is_counted(program: Program) -> None:
    program.press(Key.Key_Down, SHIFT)
    assert "5 selected" in said(program.part(DetailsPanel))
    program.press(Key.Key_Up)
    assert not program.part(QWidget, "severalPage").isVisible()
    assert "6" in said(program.part(AnnotationsPanel).header)


def test_they_are_removed_with_a_click_as_one_step(program: Program) -> None:
    QTest.mouseClick(program.part(QPushButton, "removeSeveral"), Qt.MouseButton.LeftButton)
    assert [words for _, words in program.marks] == ["five", "six"]
    assert not program.part(QWidget, "severalPage").isVisible()
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert len(program.marks) == 6


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_their_buttons_are_pressed_by_keys(program: Program, key: Key) -> None:
    program.part(QPushButton, "removeSeveral").setFocus()
    program.press(key)
    assert [words for _, words in program.marks] == ["five", "six"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_they_are_relabelled_from_the_details_and_counted_anew(program: Program) -> None:
    program.press(Key.Key_Return)
    assert program.part(QAbstractButton, "relabelSeveral").hasFocus()
    program.press(Key.Key_Space)
    menu = next(menu for menu in program.part(QWidget, "severalPage").findChildren(QMenu) if menu.isVisible())
    QTest.keyClick(menu, Key.Key_S)
    assert program.marks[:4] == [("source", word) for word in ("One", "two", "three", "four")]
    assert {"4 selected", "4 sources"} <= set(said(program.part(DetailsPanel)))


def test_a_selection_in_the_text_ends_it(program: Program) -> None:
    program.view.setFocus()
    program.press(Key.Key_Escape)
    assert not program.part(QWidget, "severalPage").isVisible()
    assert "6" in said(program.part(AnnotationsPanel).header)


def test_they_are_linked_to_one_target_by_keys_as_one_step(program: Program) -> None:
    """Two claims, a source and a figure have nothing in common; the claims alone have."""
    program.press(Key.Key_L)
    assert "the same relation" in program.said
    program.press(Key.Key_Home)
    program.press(Key.Key_Down, SHIFT)
    program.press(Key.Key_L)
    assert "Link 2 claims to…" in said(program.part(QWidget, "linkPanel"))
    program.type("six")
    program.press(Key.Key_Return)
    assert made(program) == [("One", "attributed_to", "six"), ("two", "attributed_to", "six")]
    assert program.said == "Made 2 relations attributed to"
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert made(program) == []


def test_those_that_are_linked_already_are_left_as_they_are(program: Program) -> None:
    program.press(Key.Key_Home)
    program.press(Key.Key_L)
    program.type("six")
    program.press(Key.Key_Return)
    first = set(program.document.relations)
    program.part(RowsView, "annotationsList").setFocus()
    program.press(Key.Key_Home)
    program.press(Key.Key_Down, SHIFT)
    QTest.mouseClick(program.part(QPushButton, "linkSeveral"), Qt.MouseButton.LeftButton)
    program.type("six")
    program.press(Key.Key_Return)
    assert len(made(program)) == 2
    assert first < set(program.document.relations)


def test_they_are_given_a_value_as_one_step(program: Program) -> None:
    program.press(Key.Key_Home)
    program.press(Key.Key_Down, SHIFT)
    program.press(Key.Key_Return)
    program.type("Both in full")
    program.press(Key.Key_Return)
    values = [annotation.attributes for annotation in program.document.in_text_order()[:2]]
    assert values == [{"in_full": "Both in full"}] * 2
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert not any(annotation.attributes for annotation in program.document.annotations.values())


def made(program: Program) -> list[tuple[str, str, str]]:
    words = {id: program.document.words(annotation) for id, annotation in program.document.annotations.items()}
    return sorted((words[r.source], r.type, words[r.target]) for r in program.document.relations.values())
