"""Counts of what would be handed over: those of the hand-over itself, whatever is chosen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.handover.choices import Choices
from annotator.interop.handover.contents import contents_of
from annotator.interop.handover.counting import Counts, countable, counted
from annotator.model.annotation import CHECK_STATES
from annotator.model.document import Document
from tests.support.document_strategies import documents
from tests.support.handover.checked_story import SCHEME, checked_story

some_states = st.sets(st.sampled_from(CHECK_STATES)).map(frozenset)
some_labels = st.sets(st.sampled_from(["claim", "source", "figure"])).map(frozenset)


def test_the_counts_of_a_story() -> None:
    found = countable(checked_story(), SCHEME)
    assert counted([found], Choices()) == Counts(1, 3, 2, 1, 1)
    assert counted([found, found], Choices(states=frozenset({"confirmed"}))) == Counts(2, 2, 4, 0, 0)
    assert found.states == {"confirmed": 1, "change": 1, "to-check": 1}
    assert found.labels["claim"] == 3


@given(documents(), some_labels, some_states, st.booleans())
def test_counts_are_those_of_the_hand_over(
    document: Document, labels: frozenset[str], states: frozenset[str], queries: bool
) -> None:
    choices = Choices(labels, states, queries)
    handed = contents_of(document, SCHEME, choices)
    made = Counts(1, len(handed.facts), len(handed.evidence), handed.confidential, len(handed.queries))
    assert counted([countable(document, SCHEME)], choices) == made
