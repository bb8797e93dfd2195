"""Tables as CSV: what is written is read again, and no cell is a formula."""

from __future__ import annotations

import csv
from io import StringIO

from hypothesis import example, given
from hypothesis import strategies as st

from annotator.language.table_cells import RISKY, csv_bytes, csv_text

texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\n"), max_size=12)


@example([("'", "=1")])
@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_every_cell_is_read_again_and_none_is_a_formula(rows: list[tuple[str, str]]) -> None:
    head, *found = csv.reader(StringIO(csv_text(("one", "two"), rows), newline=""))
    assert head == ["one", "two"]
    assert [tuple(cell.removeprefix("'") for cell in row) for row in found] == rows
    assert not any(cell[:1] in RISKY - {"'"} for row in found for cell in row)


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    assert csv_text(("a", "b", "c"), [(-5, None, "-5")]) == "a,b,c\r\n-5,,'-5\r\n"


def test_a_file_says_that_it_is_utf_8_and_a_lone_surrogate_does_no_harm() -> None:
    assert csv_bytes(("a",), [("é\ud800",)]) == b"\xef\xbb\xbfa\r\n\xc3\xa9?\r\n"
