"""Parts of a card: what the relations and attributes that the scheme gives a label make of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from annotator.language.label_names import capitalised, label_name
from annotator.model.annotation import Annotation
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Scheme
from annotator.session.editing.relations.relation_words import direction_words
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.translation.messages import N_, _

IN_FULL, VERDICT, CHECKED_ON = "in_full", "verdict", "checked_on"
"""Attributes that have their own place in the card, if the scheme has them."""
OPEN_STATES = ("to-check", "asked", "query")
SAID_BY, FIGURES, QUOTES, INSIDE, OTHERS, AGAIN = range(6)
PLACES = {
    ("attributed_to", False): SAID_BY,
    ("cued_by", False): SAID_BY,
    ("quantifies", True): FIGURES,
    ("quoted_in", False): QUOTES,
    ("repeats", False): AGAIN,
    ("repeats", True): AGAIN,
    ("contradicts", False): AGAIN,
    ("updates", False): AGAIN,
    ("updates", True): AGAIN,
}
"""Relations of the built-in scheme that stand together; those of others have a slot each, as their scheme has them."""
# Translators: headings of the slots of a card: who says a claim, its figures and quotes, where it is said again.
NAMES = {SAID_BY: N_("Said by"), FIGURES: N_("Figures"), QUOTES: N_("Quotes"), AGAIN: N_("Said again")}


class Target(Struct, frozen=True):
    """One way to fill a slot: with an annotation that has this ``label``, joined by a relation of this ``type``.

    ``inwards``: the relation leads from that annotation to the one of the card. ``type`` is empty for words within
    those of the card, which are marked without a relation.
    """

    type: str
    label: str
    inwards: bool = False

    def ends(self, here: str, there: str) -> tuple[str, str]:
        """Return the ids from which and to which the relation leads."""
        return (there, here) if self.inwards else (here, there)


class Slot(Struct, frozen=True):
    """Ways to fill that stand together. ``id`` is the same for the same label in the same scheme."""

    id: str
    title: str
    place: int
    targets: tuple[Target, ...]

    @property
    def offered(self) -> list[Target]:
        """Targets without those that are another one read backwards, as “repeated by” is “repeats”."""
        out = {(it.type, it.label) for it in self.targets if not it.inwards}
        return [it for it in self.targets if not it.inwards or (it.type, it.label) not in out]


class CardFields(Struct, frozen=True):
    """Attributes of an annotation by their place in the card; None where the scheme has no such attribute."""

    in_full: AttributeField | None = None
    pills: list[AttributeField] = field(default_factory=list)
    verdict: AttributeField | None = None
    checked_on: AttributeField | None = None
    others: list[AttributeField] = field(default_factory=list)


def has_card(scheme: Scheme, label: str) -> bool:
    """Return whether the scheme gives the label attributes or relations, from which a card can be made."""
    known = scheme.label(label)
    return bool(known and known.attributes) or any(label in (it.source, it.target) for it in scheme.relations)


def slots_of(scheme: Scheme, label: str) -> tuple[Slot, ...]:
    """Return the slots of the label's card in the order of thinking."""
    slots: dict[str, Slot] = {}
    for target in _targets(scheme, label):
        place = PLACES.get((target.type, target.inwards), OTHERS) if target.type else INSIDE
        way = "<" if target.inwards and target.label != label else ""
        id = NAMES.get(place) or f"{target.type or target.label}{way}"
        if id in slots:
            slots[id] = altered(slots[id], targets=(*slots[id].targets, target))
        else:
            title = _(NAMES[place]) if place in NAMES else _title(scheme, target)
            slots[id] = Slot(id, title, place, (target,))
    return tuple(sorted(slots.values(), key=lambda slot: slot.place))


def target_words(scheme: Scheme, slot: Slot, target: Target) -> str:
    """Return the words of the chip that fills the slot: the label or, if several targets have it, the relation."""
    alone = sum(it.label == target.label for it in slot.targets) == 1
    return capitalised(label_name(scheme, target.label) if alone else _relation(target))


def card_fields(fields: Sequence[AttributeField]) -> CardFields:
    """Return the fields by their places; choices of which one is taken are pills."""
    named = {it.rule.id: it for it in fields}
    sentence, verdict = _typed(named, IN_FULL, "text"), _typed(named, VERDICT, "choice")
    checked = _typed(named, CHECKED_ON, "date")
    rest = [it for it in fields if it not in (sentence, verdict, checked)]
    pills = [it for it in rest if _is_pill(it.rule) and not it.fixed]
    return CardFields(sentence, pills, verdict, checked, [it for it in rest if it not in pills])


def is_open(annotation: Annotation, scheme: Scheme) -> bool:
    """Return whether the check is not settled: a verdict is missing that the scheme requires, or the state is open."""
    label = scheme.label(annotation.label)
    judged = label is not None and any(rule.id == VERDICT for rule in label.attributes)
    missing = VERDICT not in annotation.attributes if judged else not annotation.state
    return missing or annotation.state in OPEN_STATES


def _targets(scheme: Scheme, label: str) -> Iterator[Target]:
    for rule in scheme.relations:
        if rule.source == label or (rule.symmetric and rule.target == label):
            yield Target(rule.id, rule.target if rule.source == label else rule.source)
        if rule.target == label and not rule.symmetric:
            yield Target(rule.id, rule.source, inwards=True)
    joined = {end for rule in scheme.relations for end in (rule.source, rule.target)}
    if label in joined:
        loose = (it for it in scheme.labels if it.id not in joined and it.mark != "bar")
        yield from (Target("", it.id) for it in loose)


def _title(scheme: Scheme, target: Target) -> str:
    return capitalised(_relation(target) if target.type else label_name(scheme, target.label))


def _relation(target: Target) -> str:
    return direction_words(target.type, inwards=target.inwards)


def _typed(named: dict[str, AttributeField], name: str, type: str) -> AttributeField | None:
    found = named.get(name)
    return found if found and found.rule.type == type and not found.rule.many and not found.fixed else None


def _is_pill(rule: AttributeRule) -> bool:
    return rule.type == "choice" and bool(rule.choices) and not rule.many
