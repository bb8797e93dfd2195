"""Words in which two wordings differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from annotator.facts.desk.wording_difference import from_difference, wording_difference


def differing(old: str, new: str) -> tuple[list[str], list[str]]:
    before, after = wording_difference(old, new)
    return [one.words for one in before if one.differs], [one.words for one in after if one.differs]


def test_only_the_words_that_differ_are_told() -> None:
    assert differing("It cost 40,000 euros in May.", "It cost 45,000 euros in May.") == (["40,000"], ["45,000"])
    assert differing("the mayor", "the former mayor") == ([], ["former "])
    assert differing("rose sharply", "rose") == ([" sharply"], [])


def test_long_wordings_differ_as_a_whole() -> None:
    assert differing("one " * 300, "two " * 300) == (["one " * 300], ["two " * 300])


@given(some.text(max_size=60), some.text(max_size=60))
def test_the_parts_make_the_wordings(old: str, new: str) -> None:
    before, after = wording_difference(old, new)
    assert "".join(one.words for one in before) == old
    assert "".join(one.words for one in after) == new


def test_wordings_are_shown_from_a_word_before_their_difference() -> None:
    old = "Thousands of people left the town on Thursday under a deal"
    assert from_difference(old, old.replace("Thursday", "Friday"), 10) == (
        "…town on Thursday under a deal",
        "…town on Friday under a deal",
    )
    assert from_difference("It cost 3", "It cost 4", 20) == ("It cost 3", "It cost 4")
    assert from_difference("word" * 20, "word" * 20 + "s", 5) == ("word" * 20, "word" * 20 + "s")
    assert from_difference("", "new", 5) == ("", "new")
