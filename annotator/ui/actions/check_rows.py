"""Rows of the table of actions for reading and checking."""

from __future__ import annotations

from functools import partial

from annotator.model.scheme import Scheme, StateRule
from annotator.session.editing.check_words import STATE_WORDS
from annotator.translation.messages import N_, _
from annotator.ui.actions.row import CHECK_STATE, DESK, ActionRow, Needs, Scope
from annotator.ui.theme.state_glyphs import state_sign

STATES = "Annotate/" + N_("State of check")
Read = partial(ActionRow, menu="Go", scope=Scope.ARTICLE, needs=Needs.ARTICLE, group=DESK, yields=True)
Open = partial(
    ActionRow, menu="Go", needs=Needs.ANNOTATIONS, group=DESK, words=N_("next, previous open fact"), repeats=True
)

READING = (
    Read(
        "read_on",
        N_("Sentence is read, go on"),
        lambda on: on.desk.reading.read_on(),
        ("Space",),
        words=N_("the sentence is read, go on"),
        ruled=True,
        repeats=True,
    ),
    Read(
        "take_back_reading",
        N_("Back, the sentence is unread"),
        lambda on: on.desk.reading.take_back(),
        ("Shift+Space",),
        words=N_("back, the sentence is unread"),
        repeats=True,
    ),
    Read(
        "next_unread",
        N_("Next unread sentence"),
        lambda on: on.desk.reading.next_unread(),
        ("J",),
        words=N_("next unread sentence"),
        repeats=True,
    ),
)
OPEN_FACTS = (
    Open("next_open_fact", N_("Next open fact"), lambda on: on.desk.facts.step(1), ("Ctrl+J",)),
    Open("previous_open_fact", N_("Previous open fact"), lambda on: on.desk.facts.step(-1), ("Ctrl+Shift+J",)),
)


def state_rows(scheme: Scheme) -> list[ActionRow]:
    """Return an action for each state of check that the scheme uses, with its keys where it has some."""
    return [_state(state) for state in scheme.states_in_use]


def _state(state: StateRule) -> ActionRow:
    sign, name = state_sign(state.id), STATE_WORDS[state.id]
    translated = f"{sign} {_(name)}"
    return ActionRow(
        f"state:{state.id}",
        f"{sign} {name}",
        lambda on: on.values.set_state(state.id),
        menu=STATES,
        scope=Scope.ARTICLE,
        needs=Needs.CHANGEABLE,
        group=DESK if state.keys else "",
        choice=CHECK_STATE,
        value=state.id,
        words=translated,
        after=(f"values:{state.keys[0]}", state.keys[-1]) if state.keys else ("", ""),
        translated=translated,
    )
