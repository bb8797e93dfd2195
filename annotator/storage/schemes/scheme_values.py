"""Values of a scheme's YAML after a change: what has not changed stays as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotator.model.annotation import Value
from annotator.model.items import altered
from annotator.model.scheme import MARKS, AttributeRule, Guideline, Label, RelationRule, Scheme, StateRule
from annotator.storage.schemes.scheme_reading import COLOURS, FORMAT, INSIDE, OUTSIDE, VERSION, unused
from annotator.storage.yaml.ordered_keys import with_key
from annotator.storage.yaml.pairing import paired
from annotator.storage.yaml.yaml_writing import scalar

Fields = dict[str, Value]
Changes = Mapping[str, tuple[object, object, Value]]
"""Values of each field before and after, and the form in which the new value is written."""

ROOT = ("format", "version", "id", "name", "definition", "source", "labels", "relations", "states", "article")
LABEL = ("id", "names", "key", "colour", "mark", "full_stop", "definition", "yes", "no", "attributes")
RULE = ("type", "choices", "keys", "many", "required", "default", "when", "definition", "yes", "no")
RELATION = ("id", "from", "to", "symmetric", "definition", "yes", "no", "attributes")
NO_LABEL, NO_RELATION, NO_RULE = Label("", "", "", ""), RelationRule("", "", ""), AttributeRule("", "")
NO_STATE = StateRule("")


def scheme_values(raw: Mapping[str, Value], old: Scheme, new: Scheme) -> Fields:
    """Return the values for the scheme ``new``, made from those of ``old``; unknown keys are kept."""
    values = dict(raw) or {"format": FORMAT, "version": VERSION}
    labels = _labels(_mappings(raw.get("labels")), old.labels, new.labels)
    relations = _relations(_mappings(raw.get("relations")), old.relations, new.relations)
    article = _article(raw.get("article"), old.article, new.article)
    changes: Changes = {
        "id": (old.id, new.id, new.id),
        "name": (old.name, new.name, new.name),
        "definition": (old.definition, new.definition, new.definition),
        "source": (old.source, new.source, new.source),
        "labels": (old.labels, new.labels, labels),
        "relations": (old.relations, new.relations, relations),
        "states": (old.states, new.states, _states(_mappings(raw.get("states")), old.states, new.states)),
        "article": (old.article, new.article, article),
    }
    return _put(values, ROOT, changes)


def _put(values: Fields, order: Sequence[str], fields: Changes) -> Fields:
    """Set the fields that differ; a new field is placed after the fields that precede it in the order."""
    for key, (before, after, value) in fields.items():
        if before != after:
            values = with_key(values, order, key, value)
    return values


def _labels(raw: Sequence[Fields], old: Sequence[Label], new: Sequence[Label]) -> list[Value]:
    pairs = paired([label.id for label in old], [label.id for label in new])
    items = [
        _label({}, NO_LABEL, label) if at is None else _label(dict(raw[at]), old[at], label)
        for at, label in zip(pairs, new, strict=True)
    ]
    if _would_look_otherwise(items, new):
        items = [
            with_key(with_key(item, LABEL, "colour", label.colour), LABEL, "mark", label.mark)
            for item, label in zip(items, new, strict=True)
        ]
    return list(items)


def _label(raw: Fields, old: Label, new: Label) -> Fields:
    fields: Changes = {
        "id": (old.id, new.id, new.id),
        "names": (old.names, new.names, dict(new.names)),
        "key": (old.key, new.key, new.key),
        "colour": (old.colour, new.colour, new.colour),
        "mark": (old.mark, new.mark, new.mark),
        "full_stop": (old.full_stop_outside, new.full_stop_outside, OUTSIDE if new.full_stop_outside else INSIDE),
        **_guideline(raw, old.guideline, new.guideline),
        "attributes": (old.attributes, new.attributes, _rules(raw.get("attributes"), old.attributes, new.attributes)),
    }
    return _put(raw, LABEL, fields)


def _would_look_otherwise(items: Sequence[Fields], labels: Sequence[Label]) -> bool:
    """Tell whether labels would get other colours and marks by their order than they have."""
    colours, marks = _implied(items, "colour", COLOURS), _implied(items, "mark", MARKS)
    return any(
        (label.colour and label.colour != colour) or (label.mark and label.mark != mark)
        for label, colour, mark in zip(labels, colours, marks, strict=True)
    )


def _implied(items: Sequence[Fields], key: str, all_values: Sequence[str]) -> list[str]:
    free = unused((str(item.get(key) or "") for item in items), all_values)
    return [str(item.get(key) or next(free)) for item in items]


def _relations(raw: Sequence[Fields], old: Sequence[RelationRule], new: Sequence[RelationRule]) -> list[Value]:
    pairs = paired([rule.id for rule in old], [rule.id for rule in new])
    return [
        _relation({}, NO_RELATION, rule) if at is None else _relation(dict(raw[at]), old[at], rule)
        for at, rule in zip(pairs, new, strict=True)
    ]


def _relation(raw: Fields, old: RelationRule, new: RelationRule) -> Fields:
    fields: Changes = {
        "id": (old.id, new.id, new.id),
        "from": (old.source, new.source, new.source),
        "to": (old.target, new.target, new.target),
        "symmetric": (old.symmetric, new.symmetric, new.symmetric),
        **_guideline(raw, old.guideline, new.guideline),
        "attributes": (old.attributes, new.attributes, _rules(raw.get("attributes"), old.attributes, new.attributes)),
    }
    return _put(raw, RELATION, fields)


def _states(raw: Sequence[Fields], old: Sequence[StateRule], new: Sequence[StateRule]) -> list[Value]:
    pairs = paired([state.id for state in old], [state.id for state in new])
    return [
        _state({}, NO_STATE, state) if at is None else _state(dict(raw[at]), old[at], state)
        for at, state in zip(pairs, new, strict=True)
    ]


def _state(raw: Fields, old: StateRule, new: StateRule) -> Fields:
    fields: Changes = {
        "id": (old.id, new.id, new.id),
        "keys": (old.keys, new.keys, new.keys),
        "colour": (old.colour, new.colour, new.colour),
    }
    return _put(raw, ("id", "keys", "colour"), fields)


def _article(raw: Value, old: Sequence[AttributeRule], new: Sequence[AttributeRule]) -> Fields:
    values = dict(raw) if isinstance(raw, dict) else {}
    rules = _rules(values.get("attributes"), old, new)
    return _put(values, ("attributes",), {"attributes": (old, new, rules)})


def _rules(raw: Value, old: Sequence[AttributeRule], new: Sequence[AttributeRule]) -> Fields:
    values = raw if isinstance(raw, dict) else {}
    pairs = paired([rule.id for rule in old], [rule.id for rule in new])
    return {
        rule.id: _rule({}, NO_RULE, rule) if at is None else _rule(values[old[at].id], old[at], rule)
        for at, rule in zip(pairs, new, strict=True)
    }


def _rule(raw: Value, old: AttributeRule, new: AttributeRule) -> Value:
    if altered(old, id=new.id) == new:
        return raw
    if not isinstance(raw, dict) or not raw:
        plain = AttributeRule(new.id, new.type, new.choices, new.many)
        if new == plain and not (new.choices and new.many):
            return _texts(raw, new.choices) if new.choices else f"{new.type}{', many' if new.many else ''}"
        raw, old = {}, NO_RULE if isinstance(raw, dict) else altered(NO_RULE, choices=old.choices)
    return _long_rule(dict(raw), old, new)


def _long_rule(raw: Fields, old: AttributeRule, new: AttributeRule) -> Fields:
    before = (old.choices, old.meanings) if "choices" in raw else None
    fields: Changes = {
        "type": (old.type, new.type, new.type),
        "choices": (before, (new.choices, new.meanings), _choices(raw.get("choices"), old, new)),
        "keys": (old.keys, new.keys, dict(new.keys)),
        "many": (old.many, new.many, new.many),
        "required": (old.required, new.required, new.required),
        "default": (old.default, new.default, new.default),
        "when": (old.when, new.when, {name: list(values) for name, values in new.when}),
        **_guideline(raw, old.guideline, new.guideline),
    }
    return _put(raw, RULE, fields)


def _choices(raw: Value, old: AttributeRule, new: AttributeRule) -> Value:
    if not new.meanings:
        return _texts(raw, new.choices)
    written = raw if isinstance(raw, dict) else {}
    pairs = paired(old.choices, new.choices)
    return {
        choice: written[old.choices[at]]
        if at is not None and old.choices[at] in written and old.meaning(old.choices[at]) == new.meaning(choice)
        else new.meaning(choice)
        for at, choice in zip(pairs, new.choices, strict=True)
    }


def _guideline(raw: Fields, old: Guideline, new: Guideline) -> Changes:
    return {
        "definition": (old.definition, new.definition, new.definition),
        "yes": (old.yes, new.yes, _texts(raw.get("yes"), new.yes)),
        "no": (old.no, new.no, _texts(raw.get("no"), new.no)),
    }


def _texts(raw: Value, texts: Iterable[str]) -> list[Value]:
    """Return the texts as a list in which numbers stay as they were written."""
    written = {item if isinstance(item, str) else scalar(item): item for item in _plain_items(raw)}
    return [written.get(text, text) for text in texts]


def _plain_items(raw: Value) -> list[Value]:
    return [item for item in raw if not isinstance(item, dict | list)] if isinstance(raw, list) else []


def _mappings(raw: Value) -> list[Fields]:
    return [item for item in raw if isinstance(item, dict)] if isinstance(raw, list) else []
