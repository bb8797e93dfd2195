"""Edits of a scheme in a draft, with undo and redo."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.model.scheme_changes.changes import RefusedChangeError
from annotator.model.scheme_changes.parts import ARTICLE, LABEL, RELATION, Part, has
from annotator.session.scheme_editing.draft import SchemeDraft
from annotator.session.scheme_editing.edits import added, free_name, moved, removed, renamed, with_meaning
from annotator.session.scheme_editing.places import all_parts, siblings
from annotator.storage.schemes.scheme_lookup import built_in_scheme

KIND = AttributeRule("kind", "choice", ("event", "rule"), default="rule", meanings=("It happened.", ""))
SINCE = AttributeRule("since", "date", when=(("kind", ("event", "rule")),))
SCHEME = Scheme(
    "small",
    "Small",
    (Label("claim", "c", "#56B4E9", "fill", (KIND, SINCE)), Label("source", "s", "#E69F00", "line")),
    (RelationRule("said_by", "claim", "source"), RelationRule("repeats", "claim", "claim")),
    (AttributeRule("outlet", "text"),),
)
CLAIM, SOURCE = Part(LABEL, "claim"), Part(LABEL, "source")
EVENT = Part(LABEL, "claim", "kind", "event")


def rules(scheme: Scheme) -> dict[str, AttributeRule]:
    return {rule.id: rule for rule in scheme.labels[0].attributes}


def test_a_renamed_label_is_named_so_by_its_relations() -> None:
    scheme = renamed(SCHEME, CLAIM, "statement")
    assert [label.id for label in scheme.labels] == ["statement", "source"]
    assert [(rule.source, rule.target) for rule in scheme.relations] == [
        ("statement", "source"),
        ("statement", "statement"),
    ]


def test_a_renamed_attribute_and_choice_are_named_so_by_conditions_and_defaults() -> None:
    scheme = renamed(renamed(SCHEME, EVENT.rule, "sort"), Part(LABEL, "claim", "sort", "rule"), "law")
    assert rules(scheme)["since"].when == (("sort", ("event", "law")),)
    assert (rules(scheme)["sort"].default, rules(scheme)["sort"].choices) == ("law", ("event", "law"))
    assert rules(scheme)["sort"].meaning("event") == "It happened."


def test_what_depends_on_a_removed_part_goes_with_it() -> None:
    assert removed(SCHEME, SOURCE).relations == (RelationRule("repeats", "claim", "claim"),)
    without = removed(SCHEME, Part(LABEL, "claim", "kind", "rule"))
    assert (rules(without)["kind"].default, rules(without)["since"].when) == ("", (("kind", ("event",)),))
    assert rules(removed(SCHEME, EVENT.rule))["since"].when == ()


@pytest.mark.parametrize(
    "place",
    [CLAIM, Part(LABEL, "claim", "since"), EVENT, Part(RELATION, "said_by"), Part(ARTICLE, "", "outlet")],
)
def test_a_part_is_added_moved_and_removed(place: Part) -> None:
    new = free_name(SCHEME, place)
    scheme = added(SCHEME, new)
    assert has(scheme, new)
    assert siblings(scheme, new)[-1] == new
    first = moved(scheme, new, -10)
    assert siblings(first, new)[0] == new
    assert moved(first, new, -1) is first
    assert removed(first, new) == SCHEME


def test_a_new_label_has_a_colour_and_a_mark_that_no_other_has() -> None:
    new = added(SCHEME, Part(LABEL, "figure")).labels[-1]
    assert (new.colour, new.mark) == ("#009E73", "box")


def test_a_meaning_stays_with_its_choice() -> None:
    scheme = moved(with_meaning(SCHEME, Part(LABEL, "claim", "kind", "rule"), "A law."), EVENT, 1)
    assert rules(scheme)["kind"].choices == ("rule", "event")
    assert rules(scheme)["kind"].meanings == ("A law.", "It happened.")


def test_typing_is_one_step_and_every_step_is_undone() -> None:
    draft = SchemeDraft(SCHEME)
    for name in ("s", "st", "sta"):
        draft.do("Meaning", with_meaning(draft.scheme, EVENT, name), EVENT, "meaning")
    draft.do("Move", moved(draft.scheme, SOURCE, -1), SOURCE)
    assert not draft.do("Nothing", draft.scheme, SOURCE)
    assert (draft.steps, draft.undo_title, draft.redo_title) == (2, "Move", "")
    assert [draft.undo(), draft.undo()] != [None, None]
    assert (draft.scheme, draft.is_changed, draft.undo(), draft.redo_title) == (SCHEME, False, None, "Meaning")
    draft.redo()
    draft.redo()
    assert [label.id for label in draft.scheme.labels] == ["source", "claim"]
    assert draft.redo() is None


@given(st.lists(st.tuples(st.sampled_from(["add", "remove", "rename", "move"]), st.integers(0, 999)), max_size=12))
def test_any_edits_come_back_as_they_were(edits: list[tuple[str, int]]) -> None:
    draft = SchemeDraft(built_in_scheme())
    states = [draft.scheme]
    for deed, number in edits:
        places = list(all_parts(draft.scheme))
        place = places[number % len(places)]
        scheme = _done(deed, draft.scheme, place, number)
        if draft.do(deed, scheme, place):
            states.append(scheme)
    for state in reversed(states):
        assert draft.scheme == state
        draft.undo()
    for state in states[1:]:
        draft.redo()
        assert draft.scheme == state


def _done(deed: str, scheme: Scheme, place: Part, number: int) -> Scheme:
    match deed:
        case "add":
            return added(scheme, free_name(scheme, place))
        case "remove":
            with suppress(RefusedChangeError):  # the last of its kind
                return removed(scheme, place)
            return scheme
        case "rename":
            return renamed(scheme, place, free_name(scheme, place).name)
        case _:
            return moved(scheme, place, number % 5 - 2)
