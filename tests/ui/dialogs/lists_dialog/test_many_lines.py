"""Very many lines are filtered piece by piece: the first are there at once, the others soon, and copies have all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.corpus.desk.table import OPEN
from annotator.facts.desk.lists.desk_fact import DeskFact
from annotator.facts.desk.lists.rows import DeskLists, OpenRow
from annotator.model.span import Span
from annotator.session.desk_lists.line_filter import PIECE
from annotator.session.desk_lists.lines import joined_lines, lines_of
from annotator.ui.dialogs.lists_dialog.rows import ListRows

MANY = 20 * PIECE


@pytest.fixture(scope="module")
def lists() -> DeskLists:
    facts = (DeskFact(str(n), n, "claim", Span(n, n + 1), "the bridge" if n % 2 else "the market") for n in range(MANY))
    return DeskLists((), (), (), (), tuple(OpenRow(fact, "quay.txt") for fact in facts))


@pytest.fixture
def rows(lists: DeskLists, qtbot: QtBot) -> ListRows:
    parent = QObject()
    made = ListRows(parent)
    made.destroyed.connect(parent.deleteLater)
    made.setParent(None)
    made.show_lines(OPEN, joined_lines(OPEN, [lines_of(lists)], settled=False))
    return made


def test_the_first_lines_are_there_at_once_and_all_soon(rows: ListRows, qtbot: QtBot) -> None:
    assert rows.rowCount() == MANY
    with qtbot.waitSignal(rows.looked):
        rows.narrow("bridge")
        assert 100 <= rows.rowCount() < MANY
        assert {rows.index(row, 1).data() for row in range(100)} == {"the bridge"}
    assert rows.rowCount() == MANY // 2 == len(rows.lines)


def test_what_is_typed_meanwhile_counts(rows: ListRows, qtbot: QtBot) -> None:
    for typed in ("m", "ma", "market", "bridge"):
        rows.narrow(typed)
    with qtbot.waitSignal(rows.looked):
        rows.narrow("bridge 1")
    assert all("1" in line.text for line in rows.lines)
    assert len(rows.lines) == len([n for n in range(1, MANY, 2) if "1" in str(n)])


def test_who_needs_all_of_them_gets_them(rows: ListRows) -> None:
    rows.narrow("bridge")
    rows.finish()
    assert rows.rowCount() == MANY // 2
    rows.narrow("")
    rows.finish()
    assert rows.rowCount() == MANY
