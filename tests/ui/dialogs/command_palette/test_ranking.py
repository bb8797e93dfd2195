"""How well texts fit what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.dialogs.command_palette.ranking import Names, cost, fit


def letters(query: str, text: str) -> str | None:
    found = fit(query, text)
    return None if found is None else "".join(text[place] for place in found.places)


@pytest.mark.parametrize(
    ("query", "text", "there"),
    [
        ("", "Find…", ""),
        ("next", "Find next", "next"),
        ("NEXT", "Find next", "next"),
        ("find next", "Find next", "Findnext"),
        ("next find", "Find next", "Findnext"),
        ("fn", "Find next", "Fn"),
        ("setngs", "Settings…", "Setngs"),
        ("lin", "Grow the selection", None),
        ("xyz", "Find next", None),
        ("find nothing", "Find next", None),
        ("بلدية", "قالت بلدية الميناء", "بلدية"),
        ("ß", "Straße", "ß"),
        ("(a+b", "x (a+b)", "(a+b"),
    ],
)
def test_letters_found(query: str, text: str, there: str | None) -> None:
    assert letters(query, text) == there


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("find", "Find next", "Go to the find bar"),
        ("art", "Next article", "Start"),
        ("tag", "Tag as claim", "Storage"),
        ("claim", "Lock claim", "Reclaim"),
        ("fn", "Find next", "Often"),
    ],
)
def test_order(query: str, better: str, worse: str) -> None:
    first, second = fit(query, better), fit(query, worse)
    assert first
    assert second is None or first.cost < second.cost


@given(st.text(max_size=30), st.text(max_size=60))
def test_places_are_in_order_and_hold_the_letters(query: str, text: str) -> None:
    found = fit(query, text)
    if found:
        assert list(found.places) == sorted(set(found.places))
        assert all(0 <= place < len(text) for place in found.places)


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_what_is_there_is_found(before: str, query: str, after: str) -> None:
    assert fit(query, before + query + after) is not None


LETTERS = st.text(st.sampled_from("abAß. (\n"), max_size=6)


@given(LETTERS, st.text(st.sampled_from("abAß. (\n"), max_size=14))
def test_the_cost_alone_is_that_of_the_match(query: str, text: str) -> None:
    found = fit(query, text)
    assert cost(query, text) == (found.cost if found else None)


@given(
    st.text("abc \n\u00dfA", max_size=6),
    st.lists(st.lists(st.text("abc \n\u00dfA_", max_size=12), max_size=2), max_size=8),
)
def test_names_that_match_are_among_the_likely(query: str, names: list[list[str]]) -> None:
    matching = [place for place, own in enumerate(names) if any(cost(query, name) is not None for name in own)]
    likely = Names(names).likely(query)
    assert likely == sorted(set(likely))
    assert set(matching) <= set(likely)


def test_names_without_the_letters_are_not_among_the_likely() -> None:
    assert Names([("Find next", "Weitersuchen"), ("Settings…",), ("Next article",)]).likely("next") == [0, 2]


def test_names_with_the_words_in_another_order_are_among_the_likely() -> None:
    assert Names([("Find next",), ("Settings…",)]).likely("next find") == [0]
