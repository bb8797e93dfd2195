"""Where in the articles a label or a word stands."""

from __future__ import annotations

import pytest

from annotator.corpus.tallies.dispersion import dispersion
from tests.support.statistics.tallied import TEXT, Marking, quay


def test_places_of_a_label_and_of_a_word() -> None:
    (found,) = dispersion([quay().tally(), Marking("empty.txt", text="Nothing.\n").tally()], "figure", "BOATS")
    assert (found.article, [item.id for item in found.label]) == ("quay.txt", ["f4", "f5"])
    assert [TEXT[item.start : item.end] for item in found.word] == ["boats", "boats"]
    assert found.at(found.label[0]) == TEXT.index("9") / len(TEXT)
    assert found.word[0].words.startswith("The mayor said 9 boats sank")


@pytest.mark.parametrize(
    ("word", "times"),
    [("boat", 0), ("9  boats", 2), ("the", 2), ("", 0), ("sank.", 1), ("sank. No", 0), ("9", 2), ("(", 0)],
)
def test_only_whole_words_are_found_with_any_blanks_between(word: str, times: int) -> None:
    found = dispersion([quay().tally()], "", word)
    assert sum(len(one.word) for one in found) == times


def test_words_of_scripts_without_blanks_are_found_within() -> None:
    (found,) = dispersion([Marking(text="昨日船が沈んだ。船は古い。\n").tally()], "", "船")
    assert [item.start for item in found.word] == [2, 8]


def test_an_article_of_two_annotators_is_one_line_with_the_annotations_of_both() -> None:
    both = [Marking(annotator=name).mark("figure", words).tally() for name, words in (("b", "boats"), ("a", "9"))]
    (found,) = dispersion(both, "figure", "quay")
    assert [item.annotator for item in found.label] == ["a", "b"]
    assert len(found.word) == 1
