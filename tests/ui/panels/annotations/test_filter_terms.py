"""Terms in the filter of annotations: typed, completed by keys, and followed as annotations change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QMenu, QTableView

from annotator.model.change import Change
from annotator.ui.widgets.lists.term_chip import TermChip
from tests.support.marked_articles import Marks
from tests.support.program import Key, Program
from tests.support.stories import TOWN

Start = Callable[..., Program]


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    marks = Marks(TOWN).mark_each(("figure", "Thousands"), ("claim", "Thousands of people"), ("claim", "people"))
    program = start_again(marks.write(tmp_path / "town.txt"))
    field_of(program).setFocus()
    return program


def field_of(program: Program) -> QLineEdit:
    return program.part(QLineEdit, "annotationsFilter")


def listed(program: Program) -> list[str]:
    model = program.part(QTableView, "annotationsList").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def terms_open(program: Program) -> bool:
    completer = field_of(program).completer()
    return completer is not None and completer.popup().isVisible()


def chips(program: Program) -> list[str]:
    return [chip.text() for chip in field_of(program).findChildren(TermChip) if chip.isVisible()]


def kept_names(program: Program) -> list[str]:
    return [action.text() for action in program.part(QMenu, "forgetFilter").actions()]


def test_terms_and_words_together(program: Program) -> None:
    program.type("label:claim of")
    assert (chips(program), field_of(program).text()) == (["label claim"], "of")
    assert listed(program) == ["Thousands of people"]
    assert len(listed(program)) < len(program.document.annotations)


def offered(program: Program) -> list[str]:
    """What a screen reader is told of the terms in the open list."""
    completer = field_of(program).completer()
    model = completer.popup().model() if completer and terms_open(program) else None
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())] if model else []


def wait_offered(program: Program, *terms: str) -> None:
    program.wait_for(lambda: {*terms} <= {*offered(program)})


def names_of(terms: QImage) -> QImage:
    """The beginnings of the terms in a picture of the list."""
    return terms.copy(0, 0, 60, terms.height())


def test_terms_stand_with_what_they_would_find(program: Program) -> None:
    program.type("label:")
    wait_offered(program, "label:claim, 2", "label:figure, 1", "label:quote, 0")
    shown = field_of(program).completer().popup()  # type: ignore[union-attr]
    end = shown.viewport().grab().toImage()
    assert len({end.pixel(end.width() - x, 9) for x in range(4, 24)}) > 1
    program.press(Key.Key_Backspace, times=6)
    program.type("-label:")
    wait_offered(program, "-label:claim, 1", "-label:figure, 2")
    assert names_of(shown.viewport().grab().toImage()) != names_of(end), "the minus is seen"
    program.press(Key.Key_Backspace, times=7)
    program.type("label:claim -has:")
    wait_offered(program, "-has:note, 2")


def test_the_terms_that_stand_already_are_counted_in(program: Program) -> None:
    program.type("label:")
    wait_offered(program, "label:claim, 2")
    program.type("figure label:")
    wait_offered(program, "label:claim, 0", "label:figure, 1")


def test_terms_are_counted_anew_when_the_annotations_change(program: Program) -> None:
    program.type("label:")
    wait_offered(program, "label:claim, 2")
    claim = next(id for id, one in program.document.annotations.items() if one.label == "claim")
    program.session.do(Change(removed=(program.document.annotations[claim],)), "Remove")
    program.press(Key.Key_Backspace)
    program.type(":")
    wait_offered(program, "label:claim, 1")


def test_a_term_is_completed_by_keys(program: Program) -> None:
    program.type("-la")
    assert terms_open(program)
    program.press(Key.Key_Down)
    program.press(Key.Key_Return)
    assert (chips(program), field_of(program).text()) == (["not label claim"], "")
    assert field_of(program).hasFocus()
    assert listed(program) == ["Thousands"]


def test_a_value_of_several_words_is_completed_from_its_first_letters(program: Program) -> None:
    program.type("state:can")
    assert terms_open(program)
    program.press(Key.Key_Down)
    program.press(Key.Key_Return)
    assert (chips(program), field_of(program).text()) == (["state cannot verify"], "")


def test_enter_without_a_chosen_term_goes_to_the_list(program: Program) -> None:
    program.type("label:claim")
    program.press(Key.Key_Return)
    assert program.part(QTableView, "annotationsList").hasFocus()


def test_enter_completes_a_value_that_was_begun_and_words_are_searched_for(program: Program) -> None:
    program.type("label:cl")
    program.press(Key.Key_Return)
    assert (chips(program), field_of(program).text(), terms_open(program)) == (["label claim"], "", False)
    assert field_of(program).hasFocus()
    program.type("lab")
    assert terms_open(program)
    program.press(Key.Key_Return)
    assert (chips(program), field_of(program).text()) == (["label claim"], "lab")


def test_escape_closes_the_terms_first(program: Program) -> None:
    program.type("has:")
    assert terms_open(program)
    program.press(Key.Key_Escape)
    assert (terms_open(program), field_of(program).text()) == (False, "has:")
    program.press(Key.Key_Escape)
    assert field_of(program).text() == ""


def test_each_letter_of_a_term_searches_anew(program: Program) -> None:
    for typed, words in (("label:f", []), ("igure", ["Thousands"])):
        program.type(typed)
        assert listed(program) == words


def test_the_rows_follow_what_no_longer_meets_the_filter(program: Program) -> None:
    program.type("label:figure")
    program.press(Key.Key_Escape)
    [id] = [annotation.id for annotation in program.document.annotations.values() if annotation.label == "figure"]
    program.view.setFocus()
    program.session.select(id)
    program.type("s")
    assert listed(program) == []
    program.session.undo()
    assert listed(program) == ["Thousands"]


def test_backspace_takes_the_last_chip_away(program: Program) -> None:
    program.type("label:claim -has:note th")
    assert chips(program) == ["label claim", "not has note"]
    program.press(Key.Key_Backspace, times=2)
    program.press(Key.Key_Backspace)
    assert (chips(program), listed(program)) == (["label claim"], ["Thousands of people", "people"])
    program.press(Key.Key_Backspace)
    assert (chips(program), len(listed(program))) == ([], len(program.document.annotations))


def test_a_click_takes_a_chip_away_and_the_field_keeps_the_keyboard(program: Program) -> None:
    program.type("label:figure label:claim ")
    assert listed(program) == []
    chip = field_of(program).findChildren(TermChip)[-2]
    program.click_at(chip, chip.rect().center())
    assert (chips(program), field_of(program).hasFocus()) == (["label claim"], True)
    assert listed(program) == ["Thousands of people", "people"]


def test_escape_clears_the_words_then_the_chips_then_leaves(program: Program) -> None:
    program.type("label:claim of")
    program.press(Key.Key_Escape)
    assert (chips(program), field_of(program).text()) == (["label claim"], "")
    program.press(Key.Key_Escape)
    assert chips(program) == []
    program.press(Key.Key_Escape)
    assert program.view.hasFocus()


def test_more_chips_than_fit_take_further_lines(program: Program) -> None:
    low = field_of(program).height()
    program.type("label:claim -has:note -has:relation -label:figure -label:quote ")
    assert len(chips(program)) == 5
    assert field_of(program).height() > low
    inside = field_of(program).rect()
    assert all(inside.contains(chip.geometry()) for chip in field_of(program).findChildren(TermChip))


def test_a_filter_is_kept_under_a_name_chosen_and_forgotten_by_keys(start_again: Start, program: Program) -> None:
    program.type("label:claim of")
    program.press(Key.Key_F4)
    program.press(Key.Key_Down)
    program.press(Key.Key_Return)
    program.type("Of people")
    program.press(Key.Key_Return)
    assert (program.said, field_of(program).hasFocus()) == ("Filter kept as “Of people”", True)
    program.press(Key.Key_Escape, times=2)
    assert chips(program) == []
    program.press(Key.Key_F4)
    program.press(Key.Key_O)
    assert (chips(program), field_of(program).text()) == (["label claim"], "of")
    program.close()
    program = start_again()
    program.wait_for(lambda: program.opened != "")
    field_of(program).setFocus()
    program.press(Key.Key_F4)
    program.press(Key.Key_O)
    assert chips(program) == ["label claim"]
    program.press(Key.Key_F4)
    program.press(Key.Key_Up)
    program.press(Key.Key_Return)
    program.press(Key.Key_Return)
    program.press(Key.Key_F4)
    assert kept_names(program) == []
    program.press(Key.Key_Escape)


def test_a_filter_need_not_get_a_name(program: Program) -> None:
    program.type("of")
    program.press(Key.Key_F4)
    program.press(Key.Key_K)
    assert program.part(QLineEdit, "filterName").hasFocus()
    program.press(Key.Key_Escape)
    assert field_of(program).hasFocus()
    program.press(Key.Key_F4)
    assert kept_names(program) == []
    program.press(Key.Key_Escape)
