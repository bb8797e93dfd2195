"""Lines of the lists: their cells, what is open, the filter, the order, and the copy."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from annotator.facts.desk.lists.desk_lists import desk_lists
from annotator.model.kinds.queries import Query
from annotator.session.desk_lists.line_filter import PIECE, LineFilter
from annotator.session.desk_lists.lines import (
    DocumentLines,
    ListLine,
    Order,
    as_text,
    contact_words,
    joined_lines,
    lines_of,
    ordered,
    source_of,
)
from annotator.storage.program.contacts import Contact
from tests.facts.desk.lists.test_desk_lists import SCHEME, document


@pytest.fixture
def lines() -> DocumentLines:
    asked = Query("q1", "c2", "Who was asked?", "sam", "2026-11-28T10:00:00Z")
    answered = Query("q2", "", "Who wrote this?", "sam", "2026-11-28T10:00:00Z", "Lee", "2026-11-28T11:00:00Z")
    return lines_of(desk_lists(document(asked, answered), SCHEME, "quay.txt"))


def first_cells(found: list[ListLine]) -> list[tuple[str, ...]]:
    return [line.cells[:2] for line in found]


def left(lines: Sequence[ListLine], typed: str, of: LineFilter | None = None) -> list[ListLine]:
    """The lines that a filter leaves, looked through to the end."""
    filter = of or LineFilter()
    if of is None:
        filter.take(lines)
    filter.narrow(typed)
    while found := filter.look():
        filter.add(found)
    return filter.lines


def test_answered_lines_are_left_out_unless_they_are_wanted(lines: DocumentLines) -> None:
    assert first_cells(joined_lines("queries", [lines], settled=False)) == [("2", "Who was asked?")]
    assert first_cells(joined_lines("queries", [lines], settled=True)) == [
        ("", "Who wrote this?"),
        ("2", "Who was asked?"),
    ]


def test_calls_of_several_documents_stand_below_one_source(lines: DocumentLines) -> None:
    found = joined_lines("calls", [lines, lines], settled=False)
    assert [source_of(line) for line in found] == ["Harbour Office"] * 2 + ["Okoro", "okoro"] * 2


def test_the_filter_looks_for_each_word_in_all_cells(lines: DocumentLines) -> None:
    found = joined_lines("calls", [lines], settled=False)
    assert [line.cells[1] for line in left(found, "OKORO late")] == ["3"]
    assert left(found, "nobody") == []
    assert left(found, "") == found


def test_more_letters_leave_fewer_of_those_that_were_left_and_fewer_letters_more(lines: DocumentLines) -> None:
    found, filter = joined_lines("calls", [lines], settled=False) * PIECE, LineFilter()
    filter.take(found)
    for typed in ("", "o", "ok", "oko", "oko l", "oko la", "oko late", "late", "late harbour", "x", "", "oko"):
        wanted = [line for line in found if all(word in line.text for word in typed.split())]
        assert left(found, typed, of=filter) == wanted


def test_numbers_are_sorted_as_numbers_and_empty_cells_last(lines: DocumentLines) -> None:
    found = joined_lines("queries", [lines], settled=True)
    assert first_cells(ordered(found, Order(0)))[-1] == ("", "Who wrote this?")
    assert first_cells(ordered(found, Order(1, down=True)))[0] == ("", "Who wrote this?")
    assert ordered(found, Order()) == found


def test_words_of_thousands_of_digits_are_sorted_as_words() -> None:
    asked = Query("q1", "c2", "9" * 5000), Query("q2", "c2", "Who?")
    found = joined_lines("queries", [lines_of(desk_lists(document(*asked), SCHEME, "quay.txt"))], settled=False)
    assert [line.cells[1][:1] for line in ordered(found, Order(1))] == ["9", "W"]


def test_a_copy_has_the_cells_below_their_headings(lines: DocumentLines) -> None:
    text = as_text("queries", joined_lines("queries", [lines], settled=False))
    head, row = text.splitlines()
    assert head.split("\t")[:3] == ["No.", "Question", "About"]
    assert row.split("\t")[:4] == ["2", "Who was asked?", "Nobody asked us", "open"]


def test_a_line_is_known_again_when_its_list_is_made_anew(lines: DocumentLines) -> None:
    again = lines_of(desk_lists(document(Query("q1", "c2", "Who, please?")), SCHEME, "quay.txt"))
    asked = joined_lines("queries", [lines], settled=False)[0]
    assert asked.key == joined_lines("queries", [again], settled=False)[0].key
    keys = [line.key for line in joined_lines("calls", [lines], settled=False)]
    assert len({*keys}) == len(keys)


def test_a_contact_is_one_line() -> None:
    assert contact_words(Contact("112", "", "ask\nfor Ines")) == "112, ask for Ines"
    assert contact_words(None) == ""
