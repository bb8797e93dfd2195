"""Order of the rows of the board: by columns of every kind, several at a time, and in groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.corpus.board.reading import Wanted, parts_below
from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import board_columns
from annotator.session.board.arrangement import NO_GROUPS, Arrangement, BoardView
from annotator.session.board.orders import RowOrders
from annotator.session.board.sorting import Level, Sorting, with_level
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.desk.desk_folder import write_desk

UP = [
    "It opened in 1911",
    "Rents there fall by a third.",
    "Some 3,000 people cross it",
    "The bridge is unsafe",
    "The market moves in May",
    "Traders agreed",
]


@pytest.fixture
def table(tmp_path: Path) -> BoardTable:
    write_desk(tmp_path)
    wanted = Wanted("claim", board_columns(built_in_scheme(), "claim"))
    made = BoardTable(wanted.columns)
    for part in parts_below(tmp_path, wanted, jobs=1):
        made.add(part)
    return made


def words(table: BoardTable, *levels: Level) -> list[str]:
    return [table.words[row] for row in Sorting(RowOrders(table), levels).sorted(table.rows())]


def cells(table: BoardTable, id: str, *levels: Level) -> list[str]:
    column = next(column for column in table.columns if column.id == id)
    return [table.text(column, row) for row in Sorting(RowOrders(table), levels).sorted(table.rows())]


def test_words_are_sorted_by_letters(table: BoardTable) -> None:
    assert words(table, Level("words")) == UP
    assert words(table, Level("words", down=True)) == UP[::-1]


def test_choices_are_sorted_in_the_order_of_the_scheme(table: BoardTable) -> None:
    order = cells(table, "attribute:checkable", Level("attribute:checkable"))
    assert order == [*["worthy"] * 4, "unimportant", "not-checkable"]


@pytest.mark.parametrize("down", [False, True])
def test_empty_cells_come_last_either_way(table: BoardTable, down: bool) -> None:
    assert cells(table, "attribute:verdict", Level("attribute:verdict", down=down)) == ["supported", *[""] * 5]
    assert words(table, Level("evidence", down=down))[-1] == "Rents there fall by a third."


def test_equal_rows_stay_in_the_order_of_the_next_level(table: BoardTable) -> None:
    order = words(table, Level("attribute:checkable", down=True), Level("words", down=True))
    assert order[:2] == ["Traders agreed", "It opened in 1911"]
    assert order[2:] == [one for one in UP[::-1] if one not in order[:2]]


def test_a_head_sorts_alone_or_before_the_others_and_turns_round() -> None:
    levels = with_level((), "words", alone=True)
    assert levels == (Level("words"),)
    assert with_level(levels, "words", alone=True) == (Level("words", down=True),)
    assert with_level(levels, "state", alone=False) == (Level("state"), Level("words"))
    assert with_level(levels, "state", alone=True) == (Level("state"),)


@pytest.mark.parametrize(
    ("group", "keys"),
    [
        ("article", ["bridge.annotations.yaml", "market.annotations.yaml"]),
        ("relation:attributed_to", ["the engineer", "the mayor", ""]),
        ("attribute:checkable", ["worthy", "unimportant", "not-checkable"]),
        ("annotator", [""]),
        (NO_GROUPS, []),
    ],
)
def test_rows_are_grouped_by_a_column(table: BoardTable, group: str, keys: list[str]) -> None:
    made = Arrangement()
    made.arrange(RowOrders(table), BoardView(group=group))
    assert [one.key for one in made.groups] == keys
    assert sorted(made.rows()) == list(table.rows())
    assert made.count == len(keys) + 6


def test_a_closed_group_is_its_heading_alone(table: BoardTable) -> None:
    made = Arrangement()
    made.arrange(RowOrders(table), BoardView())
    made.close({"bridge.annotations.yaml"})
    assert [made.group(line) for line in (0, 1)] == list(made.groups)
    assert (made.count, len(made.rows())) == (5, 6)
    assert made.heading_above(3) == 1
    assert made.line_of(0) == -1


def test_rows_of_a_group_are_sorted(table: BoardTable) -> None:
    made = Arrangement()
    made.arrange(RowOrders(table), BoardView(levels=(Level("words", down=True),)))
    assert [table.words[row] for row in made.groups[0].rows] == [UP[3], UP[2], UP[0]]
