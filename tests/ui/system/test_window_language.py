"""Numbers and days in the window: all have the digits of its language; what is written to files keeps its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from annotator.facts.desk.lists.desk_fact import DeskFact
from annotator.facts.desk.lists.rows import CriticismRow, QueryRow
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.model.span import Span
from annotator.review.agreement.alternative_test import AgainstOne, AlternativeTest
from annotator.review.agreement.folder import Agreement
from annotator.review.agreement.measures import EXACT
from annotator.review.agreement.model_words import against_words, verdict_words
from annotator.review.agreement.results import Cell, Row, RowKey
from annotator.review.agreement.table import as_latex
from annotator.review.agreement.wording import interval_words, number_words
from annotator.session.desk_lists.columns import NUMBER
from annotator.session.desk_lists.lines import ListLine, Order, ordered
from annotator.session.editing.desk.desk_words import day_words
from annotator.storage.files.file_bytes import too_large
from annotator.translation.messages import decimal_number, in_digits, number
from annotator.ui.panels.articles.group_names import group_name
from tests.ui.directions import arabic, speaking

CELL = Cell(0.742, (0.69, 0.791))
TEST = AlternativeTest("m", 0.2, 0.67, 0.75, (AgainstOne("a", 31, 0.75, 0.041, won=True),), 31)


def fact(number: int) -> DeskFact:
    return DeskFact(str(number), number, "claim", Span(0, 1), "words")


@pytest.fixture
def in_arabic(qapp: QApplication) -> Iterator[None]:
    with arabic():
        yield


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("code", "whole", "decimal", "day"),
    [
        ("en", "1,204", "-0.74", "2026-11-29"),
        ("de", "1.204", "-0,74", "2026-11-29"),
        ("ar", "١٬٢٠٤", "\u061c-٠٫٧٤", "٢٠٢٦-١١-٢٩"),
    ],
)
def test_each_language_has_one_form_for_numbers(code: str, whole: str, decimal: str, day: str) -> None:
    with speaking(code):
        assert number(1204) == whole
        assert decimal_number(-0.742, 2) == decimal
        assert in_digits("2026-11-29") == day


def test_a_number_that_rounds_to_nothing_has_no_sign() -> None:
    assert decimal_number(-0.001, 2) == "0.00"


@pytest.mark.parametrize(
    "shown",
    [
        lambda: number_words(0.742),
        lambda: interval_words(CELL),
        lambda: verdict_words(TEST),
        lambda: against_words(TEST.against[0]),
        lambda: day_words("2026-11-29"),
        lambda: NUMBER.words(QueryRow(Query("q"), fact(12))),
        lambda: NUMBER.words(CriticismRow(Criticism("c"), (fact(3), fact(12)), ())),
        lambda: group_name("month", "2026-11", None),
        lambda: too_large(2_500_000, 2**20),
        lambda: too_large(2500, 2048),
    ],
)
@pytest.mark.usefixtures("in_arabic")
def test_what_the_window_shows_has_no_other_digits(shown: Callable[[], str]) -> None:
    words = shown()
    assert any(sign.isdecimal() for sign in words)
    assert not any(sign.isdecimal() for sign in words if sign.isascii())


@pytest.mark.usefixtures("in_arabic")
def test_a_table_for_a_paper_keeps_the_digits_of_papers() -> None:
    agreement = Agreement((), (), ())
    agreement.__dict__["rows"] = [Row(RowKey("all"), {}, 2, {EXACT: CELL})]  # as cached_property keeps them
    assert "0.74 (0.69--0.79)" in as_latex(agreement)


@pytest.mark.usefixtures("in_arabic")
def test_numbers_of_facts_are_sorted_as_numbers_in_any_digits() -> None:
    rows = [QueryRow(Query(str(at)), fact(at)) for at in (10, 9, 2)]
    lines = [ListLine(row, (NUMBER.words(row),), is_open=True, text="") for row in rows]
    assert [line.cells[0] for line in ordered(lines, Order(0))] == ["٢", "٩", "١٠"]
