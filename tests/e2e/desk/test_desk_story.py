"""A draft on the desk, with the keyboard alone: a wording, a query, criticism, the lists, and a source to call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from PySide6.QtWidgets import QApplication, QDialog

from annotator.ui.dialogs.lists_dialog.table import ListTable
from tests.e2e.checking.card_steps import go
from tests.support.program import ALT, CTRL, SHIFT, Key, Program, sidecar_of
from tests.ui.evidence.pieces import shown

Start = Callable[..., Program]
TEXT = (
    "The new quay cost 40 million, the harbour office said on Monday.\n\n"
    "“Nobody asked us,” said Ines Okoro, who runs a ferry. The port hid its plans, she added.\n\n"
    "The port answered that its plans had hung in the town hall since May.\n"
)
COST, OFFICE, HID, REPLY = (
    "The new quay cost 40 million",
    "the harbour office",
    "The port hid its plans",
    "its plans had hung in the town hall since May",
)
PHONE = "+44 20 7946 0991"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "draft"
    folder.mkdir()
    path = folder / "quay.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_draft_goes_over_the_desk(start_again: Start, article: Path) -> None:
    program = start_again(article)
    tag_all(program)
    propose_and_refuse(program)
    ask_and_answer(program)
    mark_criticism(program)
    look_at_the_lists(program)
    program.wait_saved()
    content = saved(article)
    claims = {one["text"]: one for one in content["annotations"]}
    assert claims[COST]["wording"] == {
        "old": COST,
        "new": "The new quay cost four million",
        "answer": "refused",
        "why": "as the invoice has it",
    }
    assert claims[COST]["state"] == "query"
    [query], [criticism] = content["queries"], content["criticism"]
    assert (query["text"], query["answer"]) == ("With or without the crane?", "Without")
    assert (criticism["against"], criticism["put"]) == ("the port", "2026-11-27")
    assert criticism["answered_in"] == [claims[REPLY]["id"]]
    steps = program.session.history.activeStack().count()
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL, times=steps)
    assert program.marks == []


def test_a_contact_is_in_no_file_of_the_folder(start: Start, article: Path) -> None:
    program = start(article)
    tag_all(program)
    source_of(program, COST, OFFICE)
    open_list(program, Key.Key_2)
    program.type("c")
    shown(program, "contactDialog")
    program.type(PHONE)
    keep(program, "contactDialog")
    assert cells(program)[0][:2] == ["the harbour office", PHONE]
    program.press(Key.Key_Escape)
    program.wait_saved()
    program.close()
    told = [PHONE, "7946"]
    files = [one for one in article.parent.rglob("*") if one.is_file()]
    assert len(files) > 1
    assert [one for one in files for word in told if word.encode() in one.read_bytes() or word in one.name] == []
    again = start(article)
    open_list(again, Key.Key_2)
    assert cells(again)[0][:2] == ["the harbour office", PHONE]


def tag_all(program: Program) -> None:
    for words, key in ((COST, "c"), (OFFICE, "s"), (HID, "c"), (REPLY, "c")):
        program.select(words)
        program.view.setFocus()
        program.type(key)


def choose(program: Program, words: str) -> None:
    """Go to the annotation of these words by Tab."""
    program.view.setFocus()
    program.press(Key.Key_Escape)
    program.press(Key.Key_Home, CTRL)
    for _annotation in range(9):
        program.press(Key.Key_Tab)
        selected = program.session.selected_annotation
        if selected and program.document.words(selected) == words:
            return
    raise AssertionError(words)


def source_of(program: Program, claim: str, source: str) -> None:
    """Link the claim to its source, which is found by its words."""
    choose(program, claim)
    program.type("l")
    program.type(source)
    program.press(Key.Key_Return)
    assert [one.type for one in program.document.relations.values()] == ["attributed_to"]


def propose_and_refuse(program: Program) -> None:
    """Propose a wording in the card, and note that the author refuses it, and why."""
    choose(program, COST)
    program.type("k")
    go(program, "add-Proposed wording")
    program.press(Key.Key_Return)
    program.type("The new quay cost four million")
    program.press(Key.Key_Return)
    go(program, "value-Author’s answer")
    program.press(Key.Key_Return)
    program.type("2")
    program.press(Key.Key_Return)
    go(program, "add-Reason")
    program.press(Key.Key_Return)
    program.type("as the invoice has it")
    program.press(Key.Key_Return)
    program.press(Key.Key_Escape)
    program.press(Key.Key_Escape)


def ask_and_answer(program: Program) -> None:
    choose(program, COST)
    program.type("y")
    shown(program, "queryDialog")
    program.type("With or without the crane?")
    keep(program, "queryDialog")
    open_list(program, Key.Key_1)
    assert cells(program)[0][1] == "With or without the crane?"
    program.type("a")
    shown(program, "queryDialog")
    program.type("Without")
    keep(program, "queryDialog")
    program.wait_for(lambda: cells(program) == [])
    close_lists(program)


def mark_criticism(program: Program) -> None:
    """Mark whom the claim criticises, when it was put to them, and the claim with the reply."""
    choose(program, HID)
    program.press(Key.Key_Y, SHIFT)
    shown(program, "criticismDialog")
    program.press(Key.Key_A, CTRL)
    program.type("the port")
    program.press(Key.Key_Tab)
    program.type("2026-11-27")
    program.press(Key.Key_Tab, times=2)
    program.type("town hall")
    program.press(Key.Key_Down)
    program.press(Key.Key_Space)
    keep(program, "criticismDialog")


def look_at_the_lists(program: Program) -> None:
    """See that all is answered, and that the facts are open still."""
    open_list(program, Key.Key_3)
    assert cells(program) == []
    program.press(Key.Key_4, ALT)
    assert cells(program) == []
    program.press(Key.Key_5, ALT)
    assert [row[1] for row in cells(program)] == [COST, HID, REPLY]
    close_lists(program)


def open_list(program: Program, key: Key) -> None:
    program.view.setFocus()
    program.press(Key.Key_L, CTRL | SHIFT)
    shown(program, "listsDialog")
    program.press(Key.Key_5, ALT)
    program.wait_for(lambda: len(cells(program)) > 0)
    program.press(key, ALT)


def close_lists(program: Program) -> None:
    program.press(Key.Key_Escape)
    program.wait_for(lambda: program.window.findChild(QDialog, "listsDialog") is None)
    come_back(program)


def keep(program: Program, name: str) -> None:
    program.press(Key.Key_Return, CTRL)
    program.wait_for(lambda: program.window.findChild(QDialog, name) is None)
    lists = program.window.findChild(QDialog, "listsDialog")
    if lists is None:
        come_back(program)
    else:
        lists.activateWindow()
        program.wait_for(lists.isActiveWindow)


def come_back(program: Program) -> None:
    """Go back to the window, as a desktop does."""
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    assert QApplication.activeModalWidget() is None


def cells(program: Program) -> list[list[str]]:
    model = program.part(ListTable).model()
    return [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]


def saved(article: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(sidecar_of(article).read_text("utf-8"))
    return content
