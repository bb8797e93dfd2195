"""A change of the scheme that was interrupted: the window says so when the folder is opened, and settles it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import scheme_of
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from annotator.ui.widgets.banner import BannerStack
from tests.support.program import CTRL, SHIFT, Key, Program, saved_marks
from tests.ui.notices.interrupted_sweep import AT_ONCE, end_in_the_middle

Start = Callable[..., Program]
TEXT = "Snow fell, said the mayor. It was cold.\n"
SCHEME = """\
format: annotation-scheme
version: 1
id: own
labels:
- id: claim # ours
  key: c
- id: source
  key: s
"""
ARTICLES = AT_ONCE + 5
BANNER = "interrupted"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which renaming “claim” ended after the first of its sidecars."""
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    for number in range(ARTICLES):
        path = tmp_path / f"{number:03}.txt"
        path.write_text(TEXT, "utf-8")
        made = Document(Article.of(path.name, TEXT), {"a1": Annotation("a1", "claim", Span(0, 9), note="Kim asks.")})
        sidecar_path(path, "").write_bytes(SidecarWriter().data(made))
    end_in_the_middle(tmp_path, "claim", "statement")
    return tmp_path


def labels(folder: Path) -> list[str]:
    """Labels of the saved annotations, each once."""
    return sorted({label for path in folder.glob("*.txt") for label, _words in saved_marks(path)})


def press_banner(program: Program, text: str) -> None:
    """Go to the banner from the text by keys alone, and press its button."""
    buttons = program.part(BannerStack).findChildren(QPushButton)
    button = next(button for button in buttons if button.text() == text)
    program.press(Key.Key_F6, SHIFT)
    for _ in buttons:
        if not button.hasFocus():
            program.press(Key.Key_Tab)
    assert button.hasFocus()
    program.press(Key.Key_Space)


def wait_settled(program: Program) -> None:
    program.wait_for(lambda: BANNER not in program.banners)
    program.wait_for(lambda: program.session.current is not None)
    program.wait_for(lambda: program.window.findChild(QDialog, "schemeChangeDialog") is None)


def last_said(program: Program) -> str:
    """The last sentences of the status line: that the sidecar was changed may be said after what was done."""
    return program.part(QWidget, "said").toolTip()


def test_it_is_said_and_goes_on(start_again: Start, folder: Path) -> None:
    assert labels(folder) == ["claim", "statement"]
    program = start_again(folder / "000.txt")
    program.wait_for(lambda: BANNER in program.banners)
    assert "rename the label “claim” to “statement”" in program.banners[BANNER]
    press_banner(program, "Go on")
    wait_settled(program)
    assert labels(folder) == ["statement"]
    assert "Scheme change: rename the label" in last_said(program)
    program.wait_for(lambda: [label for label, _words in program.marks] == ["statement"])
    assert program.document.in_text_order()[0].note == "Kim asks."


def test_it_is_taken_back(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "000.txt")
    program.wait_for(lambda: BANNER in program.banners)
    press_banner(program, "Take back")
    wait_settled(program)
    assert labels(folder) == ["claim"]
    assert (folder / "scheme.yaml").read_text("utf-8") == SCHEME
    assert "Taken back: " in last_said(program)
    program.wait_for(lambda: program.session.scheme.label("claim") is not None)


def test_what_is_marked_before_it_goes_on_is_kept(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "000.txt")
    program.wait_for(lambda: BANNER in program.banners)
    program.select("the mayor")
    program.type("s")
    program.press(Key.Key_Escape, times=3)
    press_banner(program, "Go on")
    wait_settled(program)
    program.wait_for(lambda: program.marks == [("statement", "Snow fell"), ("source", "the mayor")])
    program.wait_saved()
    program.wait_for(lambda: saved_marks(folder / "000.txt") == program.marks)


def test_the_scheme_window_writes_nothing_before_it_is_settled(start_again: Start, folder: Path) -> None:
    written = (folder / "scheme.yaml").read_bytes()
    program = start_again(folder / "000.txt")
    program.press(Key.Key_F7)
    program.wait_for(lambda: program.window.findChild(QDialog, "schemeDialog") is not None)
    program.press(Key.Key_Insert, SHIFT)
    program.type("weight")
    program.press(Key.Key_Return)
    program.press(Key.Key_S, CTRL)
    program.wait_for(lambda: "was interrupted here" in program.part(QLabel, "schemeState").text())
    assert (folder / "scheme.yaml").read_bytes() == written
    assert scheme_of(folder)[1] is None


def test_a_folder_without_one_has_no_banner(start_again: Start, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    program = start_again(tmp_path / "one.txt")
    program.select("Snow")
    program.type("c")
    program.wait_saved()
    assert BANNER not in program.banners
