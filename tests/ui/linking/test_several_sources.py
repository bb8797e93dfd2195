"""Several annotations that are linked to one target: all of them stand out in the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView

from annotator.model.annotation import Annotation
from tests.support.program import CTRL, Key, Program
from tests.support.stories import TOWN
from tests.ui.linking.linked import CLAIM, OTHER, links, marked


@pytest.fixture
def program(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    """Both claims about what was counted are selected in the list, and are being linked."""
    program = marked(start_again, tmp_path)
    rows = program.part(QTableView, "annotationsList")
    order = program.document.in_text_order()
    first, last = (next(at for at, item in enumerate(order) if words_of(program, item) == it) for it in (CLAIM, OTHER))
    rows.setFocus()
    rows.selectRow(first)
    program.press(Key.Key_Down, CTRL, times=last - first)
    program.press(Key.Key_Space, CTRL)
    program.press(Key.Key_L)
    return program


def words_of(program: Program, item: Annotation) -> str:
    return program.document.words(item)


def accent_around(program: Program, words: str) -> int:
    """How many pixels of the frame's colour stand around the words."""
    view, at = program.view, TOWN.index(words)
    picture, accent = view.viewport().grab().toImage(), view.look.theme.accent
    start, end = program.edge_at(at), program.edge_at(at + len(words))
    area = [(x, y) for x in range(start.x() - 8, end.x() + 8) for y in range(start.y() - 20, end.y() + 20)]
    return sum(picture.rect().contains(x, y) and picture.pixelColor(x, y) == accent for x, y in area)


def test_all_of_them_are_framed_and_written_in_full(program: Program) -> None:
    for words in (CLAIM, OTHER):
        spans = [(it.cursor.selectionStart(), it.cursor.selectionEnd()) for it in program.view.extraSelections()]
        at = TOWN.index(words)
        assert any(start <= at and at + len(words) <= end for start, end in spans)
        assert accent_around(program, words) > 200
    program.press(Key.Key_Escape)
    assert not program.view.extraSelections()


def test_all_of_them_are_linked(program: Program) -> None:
    program.type("mayor")
    program.press(Key.Key_Return)
    assert {(source, target) for source, _type, target in links(program)} == {
        (CLAIM, "the mayor, Ana Ruiz"),
        (OTHER, "the mayor, Ana Ruiz"),
    }


def test_the_status_bar_counts_them(program: Program) -> None:
    assert program.said.startswith("Linking 2 claims to “")
    program.type("nowhere")
    assert program.said == "Linking 2 claims"
