"""Colours by state: legible in both themes, told apart by all eyes, and with a sign where there is no colour."""

from __future__ import annotations

from itertools import combinations

import pytest

from annotator.model.annotation import CHECK_STATES, Annotation
from annotator.model.scheme import Label, Scheme, StateRule
from annotator.model.span import Span
from annotator.ui.theme.colour import contrast
from annotator.ui.theme.colour_vision import Sight, distance
from annotator.ui.theme.colouring import Colouring, state_colours
from annotator.ui.theme.tokens import Theme, load_theme

STATES = (*CHECK_STATES, "")
SCHEME = Scheme("s", "S", (Label("claim", "c", "#56B4E9", "fill"),), states=(StateRule("asked", colour="#123456"),))
LEAST_APART = 7.5


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_legible(theme: Theme, state: str) -> None:
    colours = state_colours(theme, None, state)
    assert contrast(colours.stroke, theme.base) >= 3
    assert contrast(colours.letter, colours.tint) >= 4.5
    assert contrast(theme.text, colours.tint) >= 7


@pytest.mark.parametrize("sight", Sight)
def test_no_two_states_look_alike(theme: Theme, sight: Sight) -> None:
    strokes = [state_colours(theme, None, state).stroke for state in STATES]
    assert min(distance(one, other, sight) for one, other in combinations(strokes, 2)) >= LEAST_APART


def test_each_has_a_sign_of_its_own(theme: Theme) -> None:
    assert [state_colours(theme, None, state).sign for state in STATES] == [*"○…✓→?“∅·"]


def test_the_scheme_may_say_another_colour(theme: Theme) -> None:
    assert state_colours(theme, SCHEME, "asked").base.name() == "#123456"
    assert state_colours(theme, SCHEME, "query") == state_colours(theme, None, "query")


def test_marks_are_coloured_by_label_or_by_state(theme: Theme) -> None:
    colouring, claim = Colouring(), Annotation("a", "claim", Span(0, 4), state="asked")
    assert colouring.colours(theme, SCHEME, colouring.key(claim)) == theme.label(SCHEME.labels[0], "claim")
    assert colouring.colours(theme, None, "claim") == theme.label(None, "claim")
    colouring.by_state = True
    assert colouring.colours(theme, SCHEME, colouring.key(claim)) == state_colours(theme, SCHEME, "asked")
