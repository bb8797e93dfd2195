"""Words of the scheme window in another language, and what a huge or a foreign scheme does to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.scheme_dialog.sample.colour_facts import ContrastRow
from annotator.ui.dialogs.scheme_dialog.sample.colour_tables import ContrastTable
from annotator.ui.theme.look import Look
from tests.support.marked_language import marked_language, unmarked
from tests.support.program import Key
from tests.support.stories import write_folder
from tests.ui.dialogs.scheme_dialog.conftest import SchemeWindow, Start
from tests.ui.directions import speaking

MARKED = """format: annotation-scheme
version: 1
id: marked
labels:
- id: <claim>
  key: c
  attributes:
    <kind>: [<event>, <rule>]
- id: <source>
relations:
- {id: <said by>, from: <claim>, to: <source>}
"""
CHOICES = 300
PLACES = ("<claim>", "<kind>", "<event>", "<said by>")


def test_no_text_of_the_window_is_left_in_english(start_again: Start, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "scheme.yaml").write_text(MARKED, "utf-8")
    window = SchemeWindow(start_again(write_folder(tmp_path)), qtbot, tmp_path)
    with marked_language():
        window.open()
        for place in PLACES:
            window.go_to(place)
            assert window.field("nameField").text() == place
            names = {
                "#56B4E9",
                tmp_path.name,
                "scheme.yaml",
                "ΔE 2000",
                "de",
                *(row for row in window.rows if "<" in row),
            }
            assert unmarked(window.dialog) - names == set()


@pytest.mark.parametrize("count", [200])
def test_a_scheme_of_many_labels_with_long_names_is_walked_and_changed(
    start_again: Start, qtbot: QtBot, tmp_path: Path, count: int
) -> None:
    names = [f"{'ادعاء' if number % 2 else 'claim'}-{'x' * (number % 200)}-{number}" for number in range(count)]
    choices = ", ".join(f"choice {number}" for number in range(CHOICES))
    labels = "".join(f'- id: "{name}"\n' for name in names)
    text = f"format: annotation-scheme\nversion: 1\nid: many\nlabels:\n{labels}  attributes: {{kind: [{choices}]}}\n"
    (tmp_path / "scheme.yaml").write_text(text, "utf-8")
    window = SchemeWindow(start_again(write_folder(tmp_path)), qtbot, tmp_path)
    window.open()
    window.program.press(Key.Key_End)
    window.program.press(Key.Key_Home)
    window.go_to(f"-{count - 1}")
    window.program.press(Key.Key_Right)
    window.program.press(Key.Key_Down)
    window.program.press(Key.Key_Right)
    assert len(window.rows) > count + CHOICES
    window.click("option-many")
    window.save()
    assert window.written.labels[-1].attributes[0].many


@pytest.mark.parametrize(("language", "number"), [("de", "4,3"), ("ar", "٤٫٣")])
def test_contrasts_are_written_as_in_the_language(qtbot: QtBot, language: str, number: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    table = ContrastTable(Look(choice="light"), parent)
    with speaking(language):
        table.show_rows([ContrastRow("stroke", QColor("#56B4E9"), 4.26, 3.0)])
    assert number in table.accessibleName()
