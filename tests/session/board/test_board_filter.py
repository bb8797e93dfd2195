"""Filter of the board: terms of the list of annotations, and what only the board has."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.corpus.board.reading import Wanted, parts_below
from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import board_columns
from annotator.session.board.filtering import CHECKED, OPEN_ONLY, filtered, suggested_terms
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.desk.desk_folder import write_desk

UNSAFE, CROSS, OPENED = "The bridge is unsafe", "Some 3,000 people cross it", "It opened in 1911"
MOVES, AGREED, FALL = "The market moves in May", "Traders agreed", "Rents there fall by a third."


@pytest.fixture
def table(tmp_path: Path) -> BoardTable:
    write_desk(tmp_path)
    wanted = Wanted("claim", board_columns(built_in_scheme(), "claim"))
    made = BoardTable(wanted.columns)
    for part in parts_below(tmp_path, wanted, jobs=1):
        made.add(part)
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [UNSAFE, CROSS, OPENED, MOVES, AGREED, FALL]),
        ("verdict:supported", [UNSAFE]),
        ("-verdict:none", [UNSAFE]),
        ("voice:reported checkable:worthy", [UNSAFE]),
        ("checkable:unimportant,not-checkable", [OPENED, AGREED]),
        ("attributed_to:mayor", [AGREED]),
        ("attributed_to:any -article:market", [UNSAFE]),
        ("has:evidence", [UNSAFE, AGREED]),
        ("has:query has:relation", [UNSAFE, AGREED]),
        ("-has:relation -has:note article:bridge", [CROSS, OPENED]),
        ("has:verdict", [UNSAFE]),
        ("state:none article:bridge", [UNSAFE, CROSS, OPENED]),
        ("annotator:none ENGINEER", [UNSAFE]),
        ("third", [FALL]),
        ("nobody:knows", []),
    ],
)
def test_rows_that_pass(table: BoardTable, typed: str, found: list[str]) -> None:
    assert [table.words[row] for row in filtered(table, table.rows(), typed)] == found


def test_facts_are_open_until_their_state_settles_them(table: BoardTable) -> None:
    assert len(filtered(table, table.rows(), "", OPEN_ONLY)) == 6
    assert list(filtered(table, table.rows(), "", CHECKED)) == []
    assert table.open_facts == 6


def test_states_and_choices_are_offered(table: BoardTable) -> None:
    offered = suggested_terms(table.columns)
    assert {"state:asked", "verdict:refuted", "attributed_to:none", "has:evidence"} <= set(offered)
