"""The window while another program changes the scheme of the open folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from annotator.ui.article_page.label_bar import LabelBar
from annotator.ui.article_page.label_chip import LabelChip
from tests.support.paths import ROOT
from tests.support.program import CTRL, Key, Program, saved_marks, sidecar_of
from tests.support.stories import write_folder

Start = Callable[..., Program]
SCHEME = """\
format: annotation-scheme
version: 1
id: own
labels:
- id: claim
  key: c
- id: source
  key: s
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    return write_folder(tmp_path)


@pytest.fixture
def program(start: Start, article: Path) -> Program:
    """An article with a claim, which is selected, and a source."""
    program = start(article)
    for words, key in (("the mayor", "s"), ("Thousands", "c")):
        program.select(words)
        program.type(key)
    program.wait_saved()
    return program


def rename(folder: Path, label: str, name: str) -> None:
    """Rename a label by the command, in a process of its own."""
    command = [sys.executable, "-m", "annotator", "scheme", "rename", "label", label, name, str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def chips(program: Program) -> list[str]:
    return [chip.text() for chip in program.part(LabelBar).findChildren(LabelChip) if chip.isVisible()]


def shown_label(program: Program) -> str:
    """The label that the details say."""
    return program.part(QAbstractButton, "labelButton").text()


def test_a_label_renamed_by_the_command_is_followed(program: Program, article: Path) -> None:
    rename(article.parent, "claim", "statement")
    program.wait_for(lambda: chips(program) == ["statement", "source"])
    program.wait_for(lambda: program.marks == [("statement", "Thousands"), ("source", "the mayor")])
    program.wait_for(lambda: shown_label(program).casefold() == "statement")
    program.select("town")
    program.type("c")
    program.wait_saved()
    assert saved_marks(article) == program.marks
    assert ("statement", "town") in program.marks
    program.press(Key.Key_Z, CTRL)
    assert program.marks == [("statement", "Thousands"), ("source", "the mayor")]
    program.press(Key.Key_Z, CTRL)
    assert program.said.startswith("Somebody else has changed it since")


def test_a_note_that_is_being_typed_is_kept(program: Program, article: Path) -> None:
    program.press(Key.Key_N)
    note = program.part(QPlainTextEdit, "noteField")
    program.wait_for(note.hasFocus)
    program.type("half a ")
    rename(article.parent, "claim", "statement")
    program.wait_for(lambda: chips(program) == ["statement", "source"])
    assert note.hasFocus()
    program.type("note")
    program.press(Key.Key_Escape)
    program.wait_saved()
    assert {item.note for item in program.document.annotations.values()} == {"", "half a note"}
    program.wait_for(lambda: "statement" in [label for label, _words in saved_marks(article)])
    assert "half a note" in sidecar_of(article).read_text("utf-8")


def test_a_scheme_edited_in_place_is_followed_to_its_fault_and_back(program: Program, article: Path) -> None:
    scheme = article.with_name("scheme.yaml")
    scheme.write_text(SCHEME.replace("key: s", "key: s\n- id: figure\n  key: f"), "utf-8")
    program.wait_for(lambda: chips(program) == ["claim", "source", "figure"])
    scheme.write_text("labels: [", "utf-8")
    program.wait_for(lambda: "scheme" in program.banners)
    program.wait_for(lambda: len(chips(program)) == 6)
    assert program.marks == [("claim", "Thousands"), ("source", "the mayor")]
    scheme.write_text(SCHEME, "utf-8")
    program.wait_for(lambda: chips(program) == ["claim", "source"])
    assert "scheme" not in program.banners


def test_the_caret_and_the_place_in_the_text_stay(start: Start, article: Path) -> None:
    article.write_text("\n".join(f"Line {number} of the article.\n" for number in range(300)), "utf-8")
    program = start(article)
    program.select("Line 200")
    before, at = program.session.caret, program.view.verticalScrollBar().value()
    rename(article.parent, "claim", "statement")
    program.wait_for(lambda: chips(program) == ["statement", "source"])
    assert program.session.caret == before
    assert program.view.verticalScrollBar().value() == at
