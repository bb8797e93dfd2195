"""Annotations by what they have in common."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus.tallies.counts import (
    NOT_TOLD,
    all_marked,
    by_label,
    by_state,
    by_value,
    facts,
    per_thousand,
    words_in,
)
from annotator.corpus.tallies.tally import Tally
from annotator.corpus.tallies.voices import by_voice
from annotator.model.annotation import CHECK_STATES
from tests.support.statistics.tallied import VERDICTS, Marking, quay

LABELS = st.sampled_from(("claim", "source", "figure", "unheard"))
WORDS = st.sampled_from(("The mayor", "9 boats", "boats sank", "Nobody", "quay is closed", "said 9 boats sank. Nobody"))
STATES = st.sampled_from(("", *CHECK_STATES, "own word"))
VOICES = st.sampled_from(("", "author", "reported"))


@st.composite
def tallies(draw: st.DrawFn) -> list[Tally]:
    """Documents with any annotations."""
    found = []
    for number in range(draw(st.integers(0, 3))):
        marking = Marking(f"a{number}.txt")
        for label, words, state, voice in draw(st.lists(st.tuples(LABELS, WORDS, STATES, VOICES), max_size=8)):
            marking.mark(label, words, state=state, **({"voice": voice} if voice else {}))
        found.append(marking.tally())
    return found


def sizes(groups: dict[str, tuple[object, ...]]) -> dict[str, int]:
    return {key: len(some) for key, some in groups.items()}


def test_labels_are_counted_the_most_frequent_first() -> None:
    groups = by_label([quay().tally(), Marking("b.txt").mark("figure", "9").tally()])
    assert list(sizes(groups).items()) == [("figure", 3), ("claim", 2), ("source", 1)]
    assert [(item.article, item.id) for item in groups["figure"]] == [
        ("quay.txt", "f4"),
        ("quay.txt", "f5"),
        ("b.txt", "f1"),
    ]


def test_values_have_the_order_of_the_scheme_and_those_that_do_not_tell_come_last() -> None:
    items = facts([quay().tally(), Marking().mark("claim", "boats", verdict="odd").tally()])
    assert list(sizes(by_value(items, "verdict", VERDICTS)).items()) == [("supported", 1), ("odd", 1), (NOT_TOLD, 1)]


def test_an_annotation_with_several_values_counts_for_each() -> None:
    items = facts([Marking().mark("claim", "boats", verdict=["refuted", "supported"]).tally()])
    assert sizes(by_value(items, "verdict", VERDICTS)) == {"supported": 1, "refuted": 1}


def test_the_voice_that_is_given_decides_else_the_source_does() -> None:
    marking = quay().mark("claim", "Nobody").mark("claim", "saw").attribute("c6", "s3")
    assert {voice: [item.id for item in some] for voice, some in by_voice(facts([marking.tally()])).items()} == {
        "own": ["c2"],
        "attributed": ["c1", "c6"],
        NOT_TOLD: ["c7"],
    }


def test_rates_are_of_all_words_and_there_is_none_of_none() -> None:
    assert words_in([quay().tally(), quay().tally()]) == 30
    assert per_thousand(3, 30) == 100
    assert per_thousand(3, 0) is None


@given(tallies())
def test_the_parts_make_the_whole(counted: list[Tally]) -> None:
    whole, checked = len(all_marked(counted)), facts(counted)
    assert sum(sizes(by_label(counted)).values()) == whole == sum(len(tally.marked) for tally in counted)
    for groups in (by_state(checked, CHECK_STATES), by_voice(checked), by_value(checked, "verdict", VERDICTS)):
        assert sum(sizes(groups).values()) == len(checked)
        assert sorted(item.id for some in groups.values() for item in some) == sorted(item.id for item in checked)
