"""Attributes as fields: those that the scheme has for something, with its present values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from annotator.facts.figures.amount_words import PROPORTION
from annotator.language.plain_line import shortened
from annotator.model.annotation import Annotation, Value
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Scheme
from annotator.session.editing.values.amount_of_figure import share_words
from annotator.session.editing.values.attribute_words import value_words
from annotator.translation.messages import _, listed, number

PLAIN_TYPES: Mapping[type, str] = {bool: "flag", int: "number", float: "number", Decimal: "number", str: "text"}
MOST_NAMED, MOST_LETTERS = 4, 40
"""Most values of several annotations that are named, and most characters of each."""


class AttributeField(Struct, frozen=True):
    """One attribute. ``words`` is its value as text, empty if it has none.

    ``unknown``: the scheme lacks the attribute or the choice. ``several``: the selected annotations have different
    values. ``fixed``: the value cannot be edited, as no type of a scheme has such values. ``key`` is the first of the
    two keys that set it from the text; empty if that key is a label's, which comes first. ``by_rule``: a rule has read
    the value, and nobody has confirmed it.
    """

    rule: AttributeRule
    value: Value = None
    words: str = ""
    unknown: bool = False
    several: bool = False
    fixed: bool = False
    key: str = ""
    by_rule: bool = False


def fields_of(rules: Sequence[AttributeRule], holders: Sequence[Mapping[str, Value]]) -> list[AttributeField]:
    """Return the attributes that apply, in the scheme's order, then those that the scheme lacks.

    ``holders`` has the values of each thing that is described; an attribute must apply to all.
    """
    known = {rule.id: rule for rule in rules}
    others = dict.fromkeys(name for values in holders for name in values if name not in known)
    shown = [rule for rule in rules if all(applies(rule, values, known) for values in holders)]
    fields = [_field(rule, [values.get(rule.id) for values in holders], known=True) for rule in shown]
    for name in others:
        found = [values.get(name) for values in holders]
        fields.append(_field(AttributeRule(name, _type_of(found[0])), found, known=False))
    return fields


def applies(rule: AttributeRule, values: Mapping[str, Value], known: Mapping[str, AttributeRule]) -> bool:
    """Return True if each attribute on which this one depends, directly or not, has one of the needed values."""
    seen, coming = {rule.id}, [*rule.when]
    while coming:
        name, allowed = coming.pop()
        value = values.get(name)
        if not any(_written(item) in allowed for item in (value if isinstance(value, list) else [value])):
            return False
        if name in known and name not in seen:
            seen.add(name)
            coming += known[name].when
    return True


def fields_of_annotations(annotations: Sequence[Annotation], scheme: Scheme) -> list[AttributeField]:
    """Return the fields of one annotation, or those that the labels of several have in common."""
    labels = {annotation.label: scheme.label(annotation.label) for annotation in annotations}
    sets = [label.attributes if label else () for label in labels.values()]
    shared = [rule for rule in sets[0] if all(rule in others for others in sets[1:])] if sets else []
    holders = [annotation.attributes for annotation in annotations]
    if len(labels) > 1:
        names = {rule.id for rule in shared}
        holders = [{name: value for name, value in values.items() if name in names} for values in holders]
    fields = (with_key(field, scheme) for field in fields_of(shared, holders))
    read = {name for annotation in annotations for name in annotation.by_rule}
    marked = (altered(field, by_rule=True) if field.rule.id in read else field for field in fields)
    shares = all(values.get("kind") == PROPORTION for values in holders)
    return [_with_share(field) for field in marked] if shares else [*marked]


def fields_of_article(document: Document, scheme: Scheme) -> list[AttributeField]:
    """Return the fields of the article itself."""
    return fields_of(scheme.article, [document.article_attributes])


def next_with(document: Document, scheme: Scheme, id: str, name: str) -> str:
    """Return the id of the next annotation in text order whose label has the attribute; empty if there is none."""
    having = {label.id for label in scheme.labels if any(rule.id == name for rule in label.attributes)}
    here = document.annotations[id].position
    later = (one for one in document.annotations.values() if one.position > here and one.label in having)
    found = min(later, key=lambda one: one.position, default=None)
    return found.id if found else ""


def _field(rule: AttributeRule, values: Sequence[Value], *, known: bool) -> AttributeField:
    if any(value != values[0] for value in values[1:]):
        return AttributeField(rule, None, _several_words(values, rule), several=True, unknown=not known)
    value = values[0] if values else None
    words = "" if value is None and known else value_words(value, rule)
    fixed = not known and type(value) not in PLAIN_TYPES
    return AttributeField(rule, value, words, not known or not _allowed(value, rule), fixed=fixed)


def with_key(field: AttributeField, scheme: Scheme) -> AttributeField:
    """Return the field with the first of the two keys that set its values from the text."""
    if not field.rule.keys:
        return field
    first = field.rule.keys[0][1][0]
    return field if any(label.key.casefold() == first for label in scheme.labels) else altered(field, key=first)


def _with_share(field: AttributeField) -> AttributeField:
    """Return the field of a number of a proportion with its share added: “0.5 (50 %)”."""
    share = "" if field.unknown else share_words(field.rule.id, field.value)
    # Translators: a number, and the same in per cent
    return altered(field, words=_("{number} ({share})").format(number=field.words, share=share)) if share else field


def _several_words(values: Sequence[Value], rule: AttributeRule) -> str:
    counts = Counter("" if value is None else value_words(value, rule) for value in values)
    named = [
        _("{value} {count}").format(value=shortened(words, MOST_LETTERS) or _("no value"), count=number(count))
        for words, count in counts.most_common(MOST_NAMED)
    ]
    if len(counts) > MOST_NAMED:
        named.append("…")
    return _("several: {values}").format(values=listed(named))


def _written(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _type_of(value: Value) -> str:
    return PLAIN_TYPES.get(type(value), "text")


def _allowed(value: Value, rule: AttributeRule) -> bool:
    if rule.type != "choice" or value is None:
        return True
    values = value if isinstance(value, list) else [value]
    return all(item in rule.choices for item in values)
