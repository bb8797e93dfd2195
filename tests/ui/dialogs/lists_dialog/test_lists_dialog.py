"""The window of the lists, by keys: five lists of the article and of the folder, and what is done in them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit

from annotator.model.kinds.queries import Query
from annotator.session.editing.desk.criticism import Criticisms
from annotator.session.editing.desk.queries import Queries
from annotator.session.editing.proposing import propose_wording
from annotator.ui.dialogs.lists_dialog.dialog import ListsDialog
from annotator.ui.dialogs.lists_dialog.table import ListTable
from annotator.ui.theme.fonts import chrome_font
from tests.support.marked_articles import Marks
from tests.support.program import ALT, CTRL, SHIFT, Key, Program
from tests.ui.evidence.pieces import shown

Start = Callable[..., Program]
TEXT = "The quay cost 40 million, the harbour office said. “Nobody asked us,” said Ines Okoro.\n"
OTHER = "The bridge is shut, the harbour office said.\n"
COST, ASKED, SHUT = "The quay cost 40 million", "Nobody asked us", "The bridge is shut"
MARKS = (
    ("claim", COST),
    ("claim", ASKED),
    ("source", "the harbour office"),
    ("source", "Ines Okoro"),
    ("figure", "40 million"),
)
SIDECAR = """\
format: annotator
version: 1
article: {file: bridge.txt}
scheme: claims-sources-figures
status: in_work
annotations:
- {id: b1, label: claim, start: 0, end: 18, text: The bridge is shut}
- {id: b2, label: source, start: 20, end: 38, text: the harbour office}
relations:
- {id: b3, type: attributed_to, from: b1, to: b2}
queries:
- {id: b4, about: b1, text: Since when?}
"""
QUERIES, CALLS, CRITICISM, CHANGES, OPEN = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "desk"
    found.mkdir()
    marks = Marks(TEXT).mark_each(*MARKS).relate("a00000", "attributed_to", "a00002")
    marks.relate("a00001", "attributed_to", "a00003").write(found / "quay.txt")
    (found / "bridge.txt").write_text(OTHER, "utf-8")
    (found / "bridge.annotations.yaml").write_text(SIDECAR, "utf-8")
    return found


@pytest.fixture
def program(start: Start, folder: Path) -> Program:
    """Two claims with their sources; what is asked, criticised and proposed of them; the lists are open."""
    program = start(folder / "quay.txt")
    session, cost, asked = program.session, id_of(program, COST), id_of(program, ASKED)
    queries, criticism = Queries(session), Criticisms(session)
    queries.ask("In which year?", cost)
    queries.ask("Who wrote this?", answer="Lee")
    criticism.put(criticism.draft([asked], "the port"))
    propose_wording(session, cost, "The quay cost four million")
    program.view.setFocus()
    program.press(Key.Key_L, CTRL | SHIFT)
    shown(program, "listsDialog")
    program.wait_for(lambda: program.part(ListTable).model().rowCount() > 0)
    return program


def id_of(program: Program, words: str) -> str:
    return next(one.id for one in program.document.in_text_order() if program.document.words(one) == words)


def show(program: Program, key: Key) -> list[list[str]]:
    """Choose a list by Alt and its number; return its rows."""
    program.press(key, ALT)
    return rows(program)


def rows(program: Program) -> list[list[str]]:
    model = program.part(ListTable).model()
    return [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]


def button(program: Program, name: str) -> QAbstractButton:
    return program.part(QAbstractButton, name)


def test_the_five_lists_of_the_article(program: Program) -> None:
    assert [row[:5] for row in show(program, QUERIES)] == [["1", "In which year?", COST, "open", ""]]
    assert [[row[0], row[2], row[3], row[4]] for row in show(program, CALLS)] == [
        ["the harbour office", "1", COST, "40 million"],
        ["Ines Okoro", "2", "A direct quote: ask for the facts", ""],
    ]
    assert [row[:5] for row in show(program, CRITICISM)] == [["2", "the port", ASKED, "", "no reply"]]
    assert [row[:4] for row in show(program, CHANGES)] == [["1", COST, "The quay cost four million", "open"]]
    assert [row[0] for row in show(program, OPEN)] == ["1", "2"]


def test_answered_ones_are_shown_when_they_are_wanted(program: Program) -> None:
    button(program, "settledToo").click()
    assert [row[1] for row in show(program, QUERIES)] == ["Who wrote this?", "In which year?"]
    field = program.part(QLineEdit, "listFilter")
    field.setFocus()
    program.type("lee")
    assert [row[1] for row in rows(program)] == ["Who wrote this?"]


def test_answers_and_states_are_given_in_place_and_each_is_a_step(program: Program) -> None:
    show(program, CHANGES)
    program.part(ListTable).setFocus()
    program.type("r")
    program.wait_for(lambda: rows(program) == [])
    cost = id_of(program, COST)
    assert program.document.annotations[cost].wording["answer"] == "refused"
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: len(rows(program)) == 1)
    show(program, OPEN)
    program.part(ListTable).setFocus()
    program.press(Key.Key_End)
    program.type("3")
    assert program.document.annotations[id_of(program, ASKED)].state == "confirmed"
    show(program, QUERIES)
    program.part(ListTable).setFocus()
    program.type("a")
    shown(program, "queryDialog")
    program.type("In 2025")
    program.press(Key.Key_Return, CTRL)
    program.wait_for(lambda: rows(program) == [])
    assert sorted(query.answer for query in program.document.of(Query).values()) == ["In 2025", "Lee"]


def test_enter_goes_to_the_place_and_the_window_stays(program: Program) -> None:
    program.session.select(None)
    show(program, OPEN)
    program.part(ListTable).setFocus()
    program.press(Key.Key_End)
    program.press(Key.Key_Return)
    selected = program.session.selected_annotation
    assert selected
    assert selected.id == id_of(program, ASKED)
    assert program.part(ListsDialog).isVisible()


def test_rows_of_another_article_are_gone_to_before_they_change(program: Program) -> None:
    button(program, "listsOfFolder").click()
    show(program, OPEN)
    program.wait_for(lambda: [row[1] for row in rows(program)] == [SHUT, COST, ASKED])
    program.part(ListTable).setFocus()
    program.press(Key.Key_Home)
    program.type("3")
    program.wait_opened("bridge.txt")
    assert program.document.annotations["b1"].state == ""
    program.wait_for(lambda: [row[1] for row in rows(program)] == [SHUT, COST, ASKED])
    program.part(ListTable).setFocus()
    program.press(Key.Key_Home)
    program.type("3")
    assert program.document.annotations["b1"].state == "confirmed"


def test_a_contact_is_on_the_screen_and_on_paper_only(program: Program, folder: Path, tmp_path: Path) -> None:
    show(program, CALLS)
    table = program.part(ListTable)
    table.setFocus()
    program.press(Key.Key_Home)
    program.type("c")
    shown(program, "contactDialog")
    program.type("+44 20 7946 0991")
    program.press(Key.Key_Return, CTRL)
    program.wait_for(lambda: program.window.findChild(QDialog, "contactDialog") is None)
    assert rows(program)[0][1] == "+44 20 7946 0991"
    button(program, "printList").click()
    [(title, paper)] = program.messages.printed
    assert title == "Calls"
    assert "+44 20 7946 0991" in paper
    assert ASKED not in paper
    button(program, "copyList").click()
    copied = QApplication.clipboard().text()
    assert COST in copied
    target = tmp_path / "calls.csv"
    program.messages.target = str(target)
    button(program, "saveList").click()
    table = csv.reader(StringIO(target.read_bytes().decode("utf-8-sig")))
    assert [(row[0], row[4]) for row in table][1:] == [("the harbour office", COST), ("Ines Okoro", "")]
    program.wait_saved()
    leaves = [copied.encode(), target.read_bytes(), *(one.read_bytes() for one in folder.rglob("*") if one.is_file())]
    assert not any(b"7946" in data for data in leaves)


def test_what_was_done_in_one_list_is_not_said_in_the_next(program: Program) -> None:
    show(program, OPEN)
    button(program, "copyList").click()
    said = program.part(QLabel, "listSaid")
    assert said.text() == "Copied 2 rows"
    show(program, CALLS)
    assert said.text() == ""


def test_a_list_sorts_by_its_columns(program: Program) -> None:
    show(program, OPEN)
    program.press(Key.Key_2, CTRL)
    assert [row[1] for row in rows(program)] == [ASKED, COST]
    program.press(Key.Key_2, CTRL)
    assert [row[1] for row in rows(program)] == [COST, ASKED]


@pytest.mark.parametrize(("key", "heading"), [(Key.Key_1, "Asked on"), (Key.Key_3, "Put to them on")])
def test_a_day_is_whole_in_a_narrow_window_too(program: Program, key: Key, heading: str) -> None:
    program.press(key, ALT)
    program.part(ListsDialog).resize(640, 480)
    table = program.part(ListTable)
    program.wait_for(lambda: heading in headings(table))
    room = table.columnWidth(headings(table).index(heading)) - 24
    assert room >= QFontMetrics(chrome_font()).horizontalAdvance("2026-11-20")


def headings(table: ListTable) -> list[str]:
    model = table.model()
    return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
