"""Labels with names by language: the window shows them, files and commands keep the label's own name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.cli import main
from annotator.ui.article_page.label_chip import LabelChip
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.system.window_language import speak
from tests.support.program import CTRL, Key, Program, saved_marks

TEXT = "Thousands of people left the town on Thursday.\n\nThe Red Cross counted 1,204 buses.\n"
SCHEME = """\
format: annotation-scheme
version: 1
id: own
labels:
- id: hard_claim
  key: c
  names:
    de: Tatsachenbehauptung
    no: Påstand
- id: number
  names: {de: Zahl, ar: رقم}
- id: source
  key: s
"""
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "scheme.yaml").write_text(SCHEME, "utf-8")
    (folder / "town.txt").write_text(TEXT, "utf-8")
    return folder / "town.txt"


@pytest.fixture
def german(qtbot: QtBot, qapp: QApplication, article: Path, tmp_path: Path) -> Iterator[Program]:
    settings = tmp_path / "settings.json"
    settings.write_text(json.dumps({"language": "de"}), "utf-8")
    program = Program(qtbot, settings)
    program.start(article)
    yield program
    program.close()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    speak("")


def texts_of(program: Program, list_name: str) -> list[str]:
    model = program.part(QAbstractItemView, list_name).model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def test_the_window_shows_the_names_of_its_language(german: Program) -> None:
    chips = [german.part(LabelChip, f"label-{id}") for id in ("hard_claim", "number", "source")]
    assert [chip.text() for chip in chips] == ["Tatsachenbehauptung", "Zahl", "source"]
    assert chips[0].accessibleName().startswith("Tatsachenbehauptung")
    german.select("Thousands of people left")
    german.type("c")
    assert "Tatsachenbehauptung" in german.said
    assert german.part(QAbstractButton, "labelButton").text() == "Tatsachenbehauptung"
    german.select("1,204")
    german.type("2")
    assert [row.split(",")[0] for row in texts_of(german, "annotationsList")] == ["Tatsachenbehauptung", "Zahl"]
    assert german.view.colours("number").sign == "Z"


def test_the_palette_finds_both_names(german: Program) -> None:
    for query in ("tatsachen", "hard claim"):
        german.press(Key.Key_K, CTRL)
        german.type(query)
        found = [row for row in texts_of(german, "paletteList") if "Tatsachenbehauptung" in row]
        assert len(found) == 2  # to tag with the label, and to lock it
        german.press(Key.Key_Escape)


def test_the_list_of_annotations_is_filtered_by_both_names(german: Program) -> None:
    german.select("Thousands of people left")
    german.type("c")
    german.select("1,204")
    german.type("2")
    field = german.part(AnnotationsPanel).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    for query in ("tatsachen", "hard claim"):
        field.setText(query)
        german.wait_for(
            lambda: [row.split(",")[1] for row in texts_of(german, "annotationsList")] == [" Thousands of people left"]
        )


def test_files_and_commands_keep_the_labels_own_names(
    german: Program, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german.select("Thousands of people left")
    german.type("c")
    german.wait_saved()
    assert saved_marks(article) == [("hard_claim", "Thousands of people left")]
    assert main(["export", "jsonl", str(article.parent), "-o", str(tmp_path / "out.jsonl")]) == 0
    assert main(["stats", str(article.parent)]) == 0
    told = (tmp_path / "out.jsonl").read_text("utf-8") + capsys.readouterr().out
    assert "hard_claim" in told
    assert "Tatsachen" not in told


def test_without_a_name_in_the_language_the_own_name_stands(start_again: Callable[..., Program], article: Path) -> None:
    program = start_again(article)
    assert program.part(LabelChip, "label-hard_claim").text() == "hard claim"
    program.select("Thousands")
    program.type("c")
    assert program.said == "Tagged “Thousands” as hard claim"
