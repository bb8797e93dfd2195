"""Parts of a scheme: a label, a relation, an attribute of one of them or of the article, a choice, a state of check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from annotator.model.annotation import CHECK_STATES
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Scheme
from annotator.translation.messages import N_, _

LABEL, RELATION, ARTICLE, ATTRIBUTE, CHOICE = "label", "relation", "article", "attribute", "choice"
SCHEME, STATE = "scheme", "state"

WORDS = {
    LABEL: N_("the label {name}"),
    RELATION: N_("the relation {name}"),
    ATTRIBUTE: N_("the attribute {name}"),
    CHOICE: N_("the choice {name}"),
}


class Part(Struct, frozen=True):
    """A part of a scheme, or the whole scheme. ``root`` is LABEL, RELATION, ARTICLE, STATE or SCHEME.

    ``id`` is that of the label, relation or state; empty for the article and for the scheme itself.
    """

    root: str
    id: str = ""
    attribute: str = ""
    choice: str = ""

    @property
    def kind(self) -> str:
        """LABEL, RELATION, ARTICLE, STATE, SCHEME, ATTRIBUTE or CHOICE."""
        return CHOICE if self.choice else ATTRIBUTE if self.attribute else self.root

    @property
    def name(self) -> str:
        """Name of the part alone, without the names of the parts around it."""
        return self.choice or self.attribute or self.id

    @property
    def owner(self) -> Part:
        """The label, relation or article that it is, or that it belongs to."""
        return Part(self.root, self.id)

    @property
    def rule(self) -> Part:
        """The attribute that it is, or that the choice belongs to."""
        return Part(self.root, self.id, self.attribute)

    @property
    def parent(self) -> Part | None:
        """The part around it; None for a label, a relation, a state, the article and the scheme itself."""
        return self.rule if self.choice else self.owner if self.attribute else None

    def child(self, name: str) -> Part:
        """Return the attribute of that name in this owner, or the choice of this attribute."""
        return altered(self, choice=name) if self.attribute else altered(self, attribute=name)

    def named(self, name: str) -> Part:
        """Return the part of that name in the same place."""
        match self.kind:
            case "choice":
                return altered(self, choice=name)
            case "attribute":
                return altered(self, attribute=name)
            case _:
                return altered(self, id=name)

    @property
    def dotted(self) -> str:
        """The names of the parts around it and its own, joined by dots, as the command line takes it."""
        owner = self.id if self.id else ARTICLE
        return ".".join(name for name in (owner, self.attribute, self.choice) if name)

    @property
    def words(self) -> str:
        """Words for the part within a sentence."""
        return _(WORDS[self.kind]).format(name=f"“{self.dotted}”")


def rules_of(scheme: Scheme, part: Part) -> tuple[AttributeRule, ...]:
    """Return the attributes of the label, relation or article that the part is or belongs to."""
    if part.root == ARTICLE:
        return scheme.article
    if part.root == LABEL:
        label = scheme.label(part.id)
        return label.attributes if label else ()
    relation = scheme.relation(part.id) if part.root == RELATION else None
    return relation.attributes if relation else ()


def rule_of(scheme: Scheme, part: Part) -> AttributeRule | None:
    """Return the attribute that the part is or belongs to; None if the scheme lacks it."""
    return next((rule for rule in rules_of(scheme, part) if rule.id == part.attribute), None)


def has(scheme: Scheme, part: Part) -> bool:
    """Tell whether the scheme has the part."""
    match part.kind:
        case "scheme":
            return True
        case "state":
            return part.id in CHECK_STATES
        case "label":
            return scheme.label(part.id) is not None
        case "relation":
            return scheme.relation(part.id) is not None
        case "choice":
            rule = rule_of(scheme, part)
            return rule is not None and part.choice in rule.choices
        case _:
            return rule_of(scheme, part) is not None


def parts_named(scheme: Scheme, kind: str, dotted: str) -> list[Part]:
    """Return the parts of that kind with that dotted name: two where a label and a relation have the same name."""
    return [part for part in _parts(scheme, kind) if part.dotted == dotted]


def _parts(scheme: Scheme, kind: str) -> Iterator[Part]:
    if kind == LABEL:
        yield from (Part(LABEL, label.id) for label in scheme.labels)
    elif kind == RELATION:
        yield from (Part(RELATION, rule.id) for rule in scheme.relations)
    else:
        for owner, rules in _owners(scheme):
            for rule in rules:
                attribute = altered(owner, attribute=rule.id)
                yield from [attribute] if kind == ATTRIBUTE else (altered(attribute, choice=c) for c in rule.choices)


def _owners(scheme: Scheme) -> Iterator[tuple[Part, Sequence[AttributeRule]]]:
    yield from ((Part(LABEL, label.id), label.attributes) for label in scheme.labels)
    yield from ((Part(RELATION, rule.id), rule.attributes) for rule in scheme.relations)
    yield Part(ARTICLE), scheme.article
