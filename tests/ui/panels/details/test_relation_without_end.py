"""A relation whose other annotation another program has left out of the sidecar."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from tests.support.program import Key, Program, sidecar_of
from tests.ui.linking.test_curves import coloured
from tests.ui.panels.details.editing import TEXT, Start, choose

SIDECAR = """\
format: annotator
version: 1
article: {file: town.txt}
annotations:
- {id: one, label: claim, start: 0, end: 3, text: One}
relations:
- {id: r, type: repeats, from: one, to: gone}
"""


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """The only claim is selected, and its only relation has the keyboard."""
    (tmp_path / "town.txt").write_text(TEXT, "utf-8")
    sidecar_of(tmp_path / "town.txt").write_text(SIDECAR, "utf-8")
    program = start_again(tmp_path)
    program.wait_opened("town.txt")
    choose(program, "One")
    rows(program).setFocus()
    return program


def rows(program: Program) -> QAbstractItemView:
    return program.part(QAbstractItemView, "relations")


def test_it_is_shown_with_a_warning_and_leads_nowhere(program: Program) -> None:
    said = rows(program).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "repeats, the annotation is gone"
    found = [point.x() for point in coloured(rows(program), program.view.look.theme.warning)]
    assert min(found) < 26  # the glyph, in place of the arrow
    assert max(found) > 150  # the words
    selected = program.session.selected_annotation
    program.press(Key.Key_Return)
    assert program.session.selected_annotation is selected
    assert rows(program).hasFocus()


def test_no_other_type_fits_it_and_it_can_be_removed(program: Program) -> None:
    program.press(Key.Key_R)
    assert program.said == "The scheme allows no other relation between these two in this direction"
    program.press(Key.Key_Delete)
    assert not program.document.relations
    assert program.view.hasFocus()
