"""Lines of the table of figures: their words, their order, their groups, and the filter."""

from __future__ import annotations

from decimal import Decimal

import pytest

from annotator.facts.figures.rows import FigureRow
from annotator.facts.finding import Finding
from annotator.language.values.numbers import ENGLISH, Separators
from annotator.model.items import altered
from annotator.model.kinds.dismissals import Dismissal
from annotator.model.span import Span
from annotator.session.fact_tables.figure_lines import Looks, figure_lines, place_of, place_words, value_words
from annotator.session.fact_tables.found import Found, Lit
from annotator.session.fact_tables.lines import Line, Order, arranged, matching

BOATS = FigureRow("a", Span(10, 12), "17", value=Decimal(17), counted="boats", sentence=1)
MASTS = FigureRow("b", Span(20, 22), "31", value=Decimal(31), counted="masts", sentence=2)
MORE = FigureRow(
    "c", Span(30, 31), "9", value=Decimal(9), counted="Boats", sentence=3, source="Ana Ruiz", source_id="s"
)
VAGUE = FigureRow("d", Span(40, 46), "dozens", low=Decimal(24), sentence=4)
ROWS = (BOATS, MASTS, MORE, VAGUE)


def lines(lit: Lit | None = None) -> tuple[Line, ...]:
    return figure_lines(ROWS, lit or Lit(()), Looks(ENGLISH, "source"))


def first_cells(some: list[Line]) -> list[str]:
    return [line.cells[0] for line in some]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (altered(BOATS, value=Decimal(184_000_000)), "184,000,000"),
        (altered(BOATS, value=Decimal("3.5"), kind="percent"), "3.5 %"),
        (altered(VAGUE, high=Decimal(36)), "24–36"),
        (VAGUE, "at least 24"),
        (altered(VAGUE, low=None, high=Decimal(36)), "at most 36"),
        (altered(VAGUE, low=None), "dozens"),
        (altered(BOATS, value=Decimal(0)), "0"),
        (altered(VAGUE, low=Decimal("0.5"), kind="proportion"), "more than half"),
        (altered(VAGUE, low=None, high=Decimal("0.50"), kind="proportion"), "less than half"),
        (altered(VAGUE, low=Decimal("0.75"), kind="proportion"), "at least 75 %"),
        (altered(VAGUE, low=Decimal("0.1"), high=Decimal("0.25"), kind="proportion"), "10–25 %"),
        (altered(BOATS, value=Decimal("0.3333"), kind="proportion"), "33.33 %"),
        (altered(BOATS, value=Decimal("0.5"), kind="proportion"), "50 %"),
        (altered(VAGUE, low=Decimal(2), kind="percent"), "at least 2 %"),
    ],
)
def test_a_value_is_written_as_the_language_writes_numbers(row: FigureRow, words: str) -> None:
    assert value_words(row, ENGLISH) == words


def test_separators_are_those_of_the_window() -> None:
    assert value_words(altered(BOATS, value=Decimal("1234.5")), Separators(",", ".")) == "1.234,5"


def test_groups_come_in_the_order_of_the_text_and_fold_their_names() -> None:
    found = arranged(lines(), Order(grouped=True), lambda: "unsaid")
    assert first_cells(found) == ["boats", "17", "9", "masts", "31", "unsaid", "at least 24"]
    assert [line.count for line in found if line.is_heading] == [2, 1, 1]


def test_what_is_not_said_stands_last_wherever_it_stands_in_the_text() -> None:
    found = figure_lines((VAGUE, BOATS), Lit(()), Looks(ENGLISH, ""))
    assert first_cells(arranged(found, Order(grouped=True), lambda: "unsaid")) == [
        "boats",
        "17",
        "unsaid",
        "at least 24",
    ]


def test_values_are_sorted_as_numbers_and_turned_round() -> None:
    assert first_cells(arranged(lines(), Order(column=0), str)) == ["9", "17", "at least 24", "31"]
    assert first_cells(arranged(lines(), Order(column=0, down=True), str)) == ["31", "at least 24", "17", "9"]
    assert first_cells(arranged(lines(), Order(down=True), str)) == ["at least 24", "9", "31", "17"]


def test_a_group_says_why_it_does_not_fit() -> None:
    finding = Finding("same-thing", "Two numbers for one thing", "They differ.", (place_of(BOATS), place_of(MORE)))
    found = arranged(lines(Lit([Found(finding)])), Order(grouped=True), str)
    assert found[0].complaint == "Two numbers for one thing"
    assert [line.lit for line in found] == [False, True, True, False, False, False, False]


def test_what_is_dismissed_is_not_lit() -> None:
    finding = Finding("same-thing", "Two numbers for one thing", "They differ.", (place_of(BOATS), place_of(MORE)))
    dismissed = Found(finding, dismissal=Dismissal("x", "same-thing", ("a", "c"), why="sheds"))
    assert not any(line.lit for line in lines(Lit([dismissed])))


def test_the_filter_looks_for_every_word_in_any_cell_and_in_the_group() -> None:
    assert first_cells(matching(lines(), "boats")) == ["17", "9"]
    assert first_cells(matching(lines(), "BOATS ruiz")) == ["9"]
    assert first_cells(matching(lines(), "")) == ["17", "31", "9", "at least 24"]
    assert first_cells(matching(lines(), "nobody")) == []


def test_a_place_in_a_folder_has_the_name_of_its_article() -> None:
    assert place_words("", 3) == "3"
    assert place_words("zebra.txt", 3) == "zebra 3"
    assert place_words("README", 0) == "README –"
