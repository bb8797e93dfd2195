"""Cells of the board in words, and the table as a file."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from annotator.corpus.board.reading import Wanted, parts_below
from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import BoardColumn, board_columns
from annotator.session.board.cells import age_words, cell_words, full_words
from annotator.session.board.csv_file import board_csv, board_text
from annotator.session.board.titles import column_title
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.desk.desk_folder import TIME, write_desk

NOW = "2026-11-29T08:00:00Z"


@pytest.fixture
def table(tmp_path: Path) -> BoardTable:
    write_desk(tmp_path)
    wanted = Wanted("claim", board_columns(built_in_scheme(), "claim"))
    made = BoardTable(wanted.columns)
    for part in parts_below(tmp_path, wanted, jobs=1):
        made.add(part)
    return made


def column(table: BoardTable, id: str) -> BoardColumn:
    return next(one for one in table.columns if one.id == id)


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("number", "1"),
        ("words", "The bridge is unsafe"),
        ("relation:attributed_to", "the engineer"),
        ("attribute:verdict", "supported"),
        ("state", ""),
        ("evidence", "1 +1"),
        ("queries", "1 of 1"),
        ("annotator", ""),
        ("article", "bridge.txt"),
        ("created", "9 days"),
    ],
)
def test_each_kind_of_column_has_words(table: BoardTable, id: str, words: str) -> None:
    assert cell_words(table, column(table, id), 0, NOW) == words


def test_choices_have_blanks_and_times_are_told_whole(table: BoardTable) -> None:
    assert cell_words(table, column(table, "attribute:checkable"), 4, NOW) == "not checkable"
    assert full_words(table, column(table, "modified"), 0, NOW) == TIME


def test_what_nobody_is_said_to_say_the_article_says(table: BoardTable) -> None:
    said, voice = column(table, "relation:attributed_to"), column(table, "attribute:voice")
    assert [cell_words(table, said, row, NOW) for row in (1, 2)] == ["the article"] * 2
    assert full_words(table, said, 1, NOW) == "the article"
    assert board_text(table, [said], [1], NOW) == "Said by\nthe article"
    coded = table.coded(voice)
    assert coded
    coded.set(1, "reported")
    assert (cell_words(table, said, 1, NOW), full_words(table, said, 1, NOW)) == ("", "")


@pytest.mark.parametrize(
    ("time", "words"),
    [("2026-11-29T08:00:00Z", "today"), ("2026-11-28T08:00:00Z", "1 day"), ("2027-01-01T00:00:00Z", "today"), ("", "")],
)
def test_ages_are_days(time: str, words: str) -> None:
    assert age_words(time, NOW) == words


def test_titles_name_relations_by_where_they_lead(table: BoardTable) -> None:
    titles = {one.id: column_title(one) for one in table.columns}
    assert titles["relation:attributed_to"] == "Said by"
    assert titles["relation:quantifies<"] == "Figures"
    assert titles["attribute:checked_on"] == "Checked on"


def test_the_file_has_the_place_of_each_row_and_values_as_they_are_kept(table: BoardTable) -> None:
    shown = [column(table, id) for id in ("words", "attribute:checkable", "evidence", "created")]
    rows = list(csv.DictReader(StringIO(board_csv(table, shown, [4, 0]))))
    assert rows[0] == {
        "article": "market.txt",
        "annotator": "",
        "start": "39",
        "end": "53",
        "words": "Traders agreed",
        "checkable": "not-checkable",
        "evidence": "1",
        "created": TIME,
    }
    assert rows[1]["words"] == "The bridge is unsafe"


def test_copied_rows_have_their_titles_above(table: BoardTable) -> None:
    shown = [column(table, id) for id in ("words", "state")]
    assert board_text(table, shown, [0], NOW) == "In full\tState\nThe bridge is unsafe\t"


@pytest.mark.parametrize("label", ["claim", "source", "figure"])
def test_no_two_columns_have_one_title(label: str) -> None:
    titles = [column_title(one) for one in board_columns(built_in_scheme(), label)]
    assert len(set(titles)) == len(titles), titles
