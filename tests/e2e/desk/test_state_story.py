"""The state of check by two keys from the text, for one and for several, and from one open fact to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.widgets.words.elided_label import ElidedLabel
from tests.support.program import CTRL, SHIFT, Key, Program, sidecar_of

Start = Callable[..., Program]
TEXT = "The tram stops here. It goes on at noon. Nobody waits.\n"
CLAIMS = ("The tram stops here", "It goes on at noon", "Nobody waits")


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """Three claims; the last of them is chosen."""
    (tmp_path / "tram.txt").write_text(TEXT, "utf-8")
    program = start_again(tmp_path / "tram.txt")
    for words in CLAIMS:
        program.select(words)
        program.type("c")
    return program


def states(program: Program) -> list[str]:
    return [annotation.state for annotation in program.document.in_text_order()]


def still_open(program: Program) -> str:
    return program.part(ElidedLabel, "openFacts").text()


def chosen(program: Program) -> str:
    annotation = program.session.selected_annotation
    return program.document.words(annotation) if annotation else ""


def test_two_keys_set_a_state_and_take_it_back(program: Program, tmp_path: Path) -> None:
    assert still_open(program) == "3 of 3 facts open"
    program.type("t")
    bar = program.part(QWidget, "modeBar")
    assert bar.isVisible()
    assert bar.accessibleName().startswith("T ○ to check, A … asked, C ✓ confirmed, E → change")
    program.type("c")
    assert not bar.isVisible()
    assert program.said == "“Nobody waits”: state set to “✓ confirmed”"
    assert (states(program), still_open(program)) == (["", "", "confirmed"], "2 of 3 facts open")
    program.wait_saved()
    saved = yaml.safe_load(sidecar_of(tmp_path / "tram.txt").read_text("utf-8"))
    assert [item.get("state") for item in saved["annotations"]] == [None, None, "confirmed"]
    program.type("tc")
    assert states(program) == ["", "", ""]
    program.press(Key.Key_Z, CTRL)
    assert states(program) == ["", "", "confirmed"]


def test_from_one_open_fact_to_the_next(program: Program) -> None:
    program.type("to")
    program.press(Key.Key_J, CTRL)
    assert chosen(program) == CLAIMS[0]
    program.type("ta")
    program.press(Key.Key_J, CTRL)
    assert chosen(program) == CLAIMS[1]
    program.type("tc")
    program.press(Key.Key_J, CTRL)
    assert (chosen(program), still_open(program)) == (CLAIMS[0], "1 of 3 facts open")
    program.press(Key.Key_J, CTRL | SHIFT)
    program.type("tn")
    program.press(Key.Key_J, CTRL)
    assert (program.said, states(program)) == ("No fact is open", ["cannot-verify", "confirmed", "opinion"])


def test_menu_and_palette_have_the_states_too(program: Program) -> None:
    action = program.part(QAction, "state:query")
    assert action.isEnabled()
    action.trigger()
    assert states(program)[-1] == "query"
    assert action.isChecked()
    program.press(Key.Key_K, CTRL)
    program.type("cannot verify")
    program.press(Key.Key_Return)
    program.wait_for(lambda: states(program)[-1] == "cannot-verify")


def test_a_scheme_says_which_states_there_are(start: Start, tmp_path: Path) -> None:
    scheme = "format: annotation-scheme\nversion: 1\nid: own\nlabels:\n- {id: claim, key: c}\n"
    (tmp_path / "scheme.yaml").write_text(f"{scheme}states:\n- {{id: confirmed, keys: x 1}}\n- id: query\n", "utf-8")
    (tmp_path / "tram.txt").write_text(TEXT, "utf-8")
    program = start(tmp_path / "tram.txt")
    program.type("cx1")
    assert states(program) == ["confirmed"]
    offered = [action.objectName() for action in program.window.findChildren(QAction, "state:query")]
    assert offered == ["state:query"]
    assert program.window.findChild(QAction, "state:asked") is None


def test_all_that_is_selected_in_the_list_gets_the_state_as_one_step(program: Program) -> None:
    rows = next(view for view in program.window.findChildren(RowsView) if view.objectName() == "annotationsList")
    rows.setFocus()
    program.press(Key.Key_A, CTRL)
    program.type("tc")
    assert states(program) == ["confirmed"] * 3
    assert program.said == "Set the state of 3 annotations to “✓ confirmed”"
    program.press(Key.Key_Z, CTRL)
    assert states(program) == ["", "", ""]
