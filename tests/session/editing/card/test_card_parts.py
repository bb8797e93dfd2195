"""A card is what the scheme's relations and attributes of the label make of it."""

from __future__ import annotations

import pytest

from annotator.model.annotation import Annotation
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.model.span import Span
from annotator.session.editing.card.card_parts import card_fields, has_card, is_open, slots_of, target_words
from annotator.session.editing.values.attribute_fields import fields_of_annotations
from annotator.storage.schemes.scheme_lookup import built_in_scheme

CLAIM = Annotation("a", "claim", Span(0, 5))
VERDICT = {"verdict": "supported"}


@pytest.fixture
def scheme() -> Scheme:
    return built_in_scheme()


def test_the_slots_of_a_claim_stand_in_the_order_of_thinking(scheme: Scheme) -> None:
    slots = slots_of(scheme, "claim")
    assert [slot.title for slot in slots] == ["Said by", "Figures", "Quotes", "Said again"]
    said_by, _figures, quotes, again = slots
    assert [target_words(scheme, said_by, target) for target in said_by.offered] == ["Source", "Cue"]
    assert [target_words(scheme, quotes, target) for target in quotes.offered] == ["Quote"]
    assert [target_words(scheme, again, target) for target in again.offered] == ["Repeats", "Contradicts", "Updates"]


def test_the_slots_of_a_figure(scheme: Scheme) -> None:
    titles = [slot.title for slot in slots_of(scheme, "figure")]
    assert titles == ["Quantifies", "Part of"]


def test_a_label_without_relations_is_looked_for_within_the_words() -> None:
    labels = (Label("a", "a", "#999999", "line"), Label("b", "b", "#999999", "box"), Label("c", "c", "#999999", "box"))
    scheme = Scheme("s", "S", labels, (RelationRule("born_in", "a", "b"),))
    (inside, _born_in) = slots_of(scheme, "a")
    assert (inside.title, inside.targets[0].type) == ("C", "")


def test_another_scheme_has_its_own_slots() -> None:
    labels = (Label("person", "p", "#999999", "line"), Label("place", "l", "#999999", "box"))
    scheme = Scheme("s", "S", labels, (RelationRule("born_in", "person", "place"),))
    assert [slot.title for slot in slots_of(scheme, "person")] == ["Born in"]
    (slot,) = slots_of(scheme, "place")
    assert slot.targets[0].inwards
    assert slot.targets[0].ends("here", "there") == ("there", "here")


def test_a_label_without_attributes_and_relations_has_no_card() -> None:
    plain, rich = Label("a", "a", "#999999", "line"), AttributeRule("x", "text")
    scheme = Scheme("s", "S", (plain, altered(plain, id="b", attributes=(rich,))))
    assert [has_card(scheme, id) for id in ("a", "b", "unknown")] == [False, True, False]


def test_attributes_have_their_places(scheme: Scheme) -> None:
    fields = card_fields(fields_of_annotations([CLAIM], scheme))
    assert fields.in_full
    assert [field.rule.id for field in fields.pills] == ["kind", "voice", "checkable"]
    assert fields.verdict
    assert fields.checked_on
    assert [field.rule.id for field in fields.others] == ["evidence"]


@pytest.mark.parametrize(
    ("annotation", "opened"),
    [
        (CLAIM, True),
        (altered(CLAIM, attributes=VERDICT), False),
        (altered(CLAIM, attributes=VERDICT, state="asked"), True),
        (altered(CLAIM, attributes=VERDICT, state="confirmed"), False),
        (altered(CLAIM, state="confirmed"), True),
        (altered(CLAIM, label="figure"), True),
        (altered(CLAIM, label="figure", state="confirmed"), False),
        (altered(CLAIM, label="figure", state="query"), True),
    ],
)
def test_what_is_still_to_check(scheme: Scheme, annotation: Annotation, opened: bool) -> None:
    assert is_open(annotation, scheme) is opened
