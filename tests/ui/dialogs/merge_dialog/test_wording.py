"""Which words have been altered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.dialogs.merge_dialog.wording import runs
from annotator.ui.widgets.words.laid_runs import Kind


def drawn(was: str, now: str, *, show_removed: bool = False) -> str:
    """The runs as text: ``[new]`` and ``-gone-``."""
    around = {Kind.ALTERED: "[]", Kind.MISSING: "--"}
    parts = [(run.text, around.get(run.kind, "")) for run in runs(was, now, show_removed=show_removed) if run.text]
    return "".join(f"{sign[:1]}{text}{sign[1:]}" for text, sign in parts)


@pytest.mark.parametrize(
    ("was", "now", "picture"),
    [
        ("50,000 people", "50,000 people", "50,000 people"),
        ("50,000 people", "50,000 people, including 40,000", "50,000 people[, including 40,000]"),
        ("The work will cost", "work will cost", "-The- work will cost"),
        ("the town on Thursday", "the town", "the town -on Thursday-"),
        ("event", "opinion", "[opinion]"),
        ("", "new", "[new]"),
        ("市长说四千人", "市长说三千人", "市长说-四-[三]千人"),
    ],
)
def test_words(was: str, now: str, picture: str) -> None:
    assert drawn(was, now, show_removed=True) == picture


def test_what_went_is_left_out_where_only_the_new_text_is_wanted() -> None:
    assert drawn("ask the mayor", "ask a mayor") == "ask [a] mayor"


@given(was=st.text(), now=st.text())
def test_the_runs_are_the_text(was: str, now: str) -> None:
    assert "".join(run.text for run in runs(was, now)) == now


def test_long_texts_are_not_compared() -> None:
    assert drawn("a " * 10_000, "b " * 10_000) == f"[{'b ' * 10_000}]"
