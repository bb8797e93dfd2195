"""What the extractors share: blocks, days, and characters that no article can hold."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.articles.blocks import Block, joined, paragraph, rows
from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.counting import LEFT_OUT, Thing, left_out
from annotator.interop.articles.day import day_of


@given(st.lists(st.builds(Block, st.text().map(str.strip), st.sampled_from(["", "headline", "body"]))))
def test_the_parts_are_the_blocks_that_have_a_role(blocks: list[Block]) -> None:
    text, parts = joined(blocks)
    kept = [block for block in blocks if block.text]
    assert text == "\n\n".join(block.text for block in kept)
    assert [(part.span.of(text), part.role) for part in parts] == [(b.text, b.role) for b in kept if b.role]


def test_blanks_around_and_within_blocks() -> None:
    assert paragraph(" \ufeffa  b \n c\t\n").text == "a  b\n c"
    assert rows([["a\nb", "", "1\u00a0204"], ["", " "], ["", "c"]]).text == "a b\t\t1\u00a0204\n\tc"


@given(st.lists(st.sampled_from("\ud800\udfff\0\x0b\r\n\ufeff\uffffa") | st.characters(), max_size=40).map("".join))
def test_what_is_cleaned_can_be_saved_and_is_read_as_it_is(text: str) -> None:
    clean, notes = cleaned(text)
    assert clean.encode("utf-8").decode("utf-8-sig") == clean
    assert "\r" not in clean
    assert cleaned(clean) == (clean, ())
    assert bool(notes) or len(clean) <= len(text)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        *(
            ("2016-12-15", "2016-12-15"),
            (" 2016-12-15T23:30:00-05:00", "2016-12-15"),
            ("D:20161215093000Z", "2016-12-15"),
        ),
        *(("20161215", "2016-12-15"), ("Thu, 15 Dec 2016 10:00:00 GMT", "2016-12-15"), ("15/12/2016", "")),
        *(("2016-13-01", ""), ("2016-12-151", ""), ("", ""), ("201612151", ""), ("soon", ""), ("2016", "")),
    ],
)
def test_days(written: str, day: str) -> None:
    assert day_of(written) == day


@given(st.text(st.sampled_from("0123456789-:DThu, ecGMT+"), max_size=30))
def test_any_day(written: str) -> None:
    assert len(day_of(written)) in (0, 10)


def test_counts() -> None:
    assert left_out({"image": 1204, "footnote": 0, "text box": 1}) == (
        "1,204 images were left out.",
        "1 text box was left out.",
    )


def test_there_is_a_sentence_for_each_kind_of_thing() -> None:
    assert {*LEFT_OUT} == {*get_args(Thing)}
