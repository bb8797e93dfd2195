"""Change of the scheme itself, as a pure function."""

from __future__ import annotations

from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, RelationRule, Scheme
from annotator.model.scheme_changes.changed_scheme import ChangedScheme, Rules, check_name, with_rules
from annotator.model.scheme_changes.changes import Merge, RefusedChangeError, Remove, Rename, SchemeChange, Split
from annotator.model.scheme_changes.dividing import split, without
from annotator.model.scheme_changes.joining import joined_labels, joined_relations, joined_rules
from annotator.model.scheme_changes.parts import Part, has
from annotator.translation.messages import _


def changed_scheme(scheme: Scheme, change: SchemeChange) -> ChangedScheme:
    """Return the scheme after the change. Raises RefusedChangeError."""
    if not has(scheme, change.part):
        raise RefusedChangeError(_("The scheme does not have {part}.").format(part=change.part.words))
    match change:
        case Rename():
            return ChangedScheme(_renamed(scheme, change))
        case Merge():
            return ChangedScheme(_merged(scheme, change))
        case Split():
            return split(scheme, change)
        case Remove():
            return without(scheme, change.part)


def _renamed(scheme: Scheme, change: Rename) -> Scheme:
    part, name = change.part, change.name
    check_name(name)
    if name == part.name:
        raise RefusedChangeError(_("It is called “{name}” already.").format(name=name))
    if has(scheme, part.named(name)):
        sentence = _("There is {part} already. Merge the two to make one of them.")
        raise RefusedChangeError(sentence.format(part=part.named(name).words))
    match part.kind:
        case "label":
            return _with_label_called(scheme, part.id, name)
        case "relation":
            relations = (altered(rule, id=name) if rule.id == part.id else rule for rule in scheme.relations)
            return altered(scheme, relations=tuple(relations))
        case "attribute":
            return with_rules(scheme, part, lambda rules: _with_attribute_called(rules, part.attribute, name))
        case _:
            return with_rules(scheme, part, lambda rules: _with_choice_called(rules, part, name))


def _with_label_called(scheme: Scheme, old: str, new: str) -> Scheme:
    labels = (altered(label, id=new) if label.id == old else label for label in scheme.labels)
    return altered(scheme, labels=tuple(labels), relations=tuple(_ends_called(scheme, old, new)))


def _ends_called(scheme: Scheme, old: str, new: str) -> list[RelationRule]:
    ends = {old: new}
    return [
        altered(rule, source=ends.get(rule.source, rule.source), target=ends.get(rule.target, rule.target))
        for rule in scheme.relations
    ]


def _with_attribute_called(rules: Rules, old: str, new: str) -> Rules:
    return tuple(
        altered(
            rule,
            id=new if rule.id == old else rule.id,
            when=tuple((new if name == old else name, values) for name, values in rule.when),
        )
        for rule in rules
    )


def _with_choice_called(rules: Rules, part: Part, new: str) -> Rules:
    """Return the attributes with the choice renamed; a choice that has the new name already takes it in."""

    def called(values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(new if value == part.choice else value for value in values))

    def renamed(rule: AttributeRule) -> AttributeRule:
        when = tuple((name, called(values) if name == part.attribute else values) for name, values in rule.when)
        if rule.id != part.attribute:
            return altered(rule, when=when)
        names = [new if choice == part.choice else choice for choice in rule.choices]
        kept = [at for at, name in enumerate(names) if new not in rule.choices or rule.choices[at] != part.choice]
        return altered(
            rule,
            choices=tuple(names[at] for at in kept),
            meanings=tuple(rule.meanings[at] for at in kept if at < len(rule.meanings)),
            default=new if rule.default == part.choice else rule.default,
            when=when,
            keys=_keys_called(rule, part.choice, new),
        )

    return tuple(map(renamed, rules))


def _keys_called(rule: AttributeRule, old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Return the keys with the choice renamed; a choice of the new name that has keys keeps them."""
    if rule.key(new):
        return tuple(pair for pair in rule.keys if pair[0] != old)
    return tuple((new if choice == old else choice, keys) for choice, keys in rule.keys)


def _merged(scheme: Scheme, change: Merge) -> Scheme:
    part, into = change.part, change.part.named(change.into)
    if into == part or not has(scheme, into):
        sentence = _("There is no other one to merge it into that is called “{name}”.").format(name=change.into)
        raise RefusedChangeError(sentence)
    match part.kind:
        case "label":
            return _with_merged_label(scheme, part.id, into.id)
        case "relation":
            return _with_merged_relation(scheme, part.id, into.id)
        case "attribute":
            return with_rules(scheme, part, lambda rules: _with_merged_attribute(rules, part.attribute, change.into))
        case _:
            return with_rules(scheme, part, lambda rules: _with_choice_called(rules, part, change.into))


def _with_merged_label(scheme: Scheme, old: str, into: str) -> Scheme:
    gone = scheme.label(old)
    assert gone
    labels = (joined_labels(label, gone) if label.id == into else label for label in scheme.labels if label.id != old)
    return altered(scheme, labels=tuple(labels), relations=tuple(_ends_called(scheme, old, into)))


def _with_merged_relation(scheme: Scheme, old: str, into: str) -> Scheme:
    gone = scheme.relation(old)
    assert gone
    rules = (joined_relations(rule, gone) if rule.id == into else rule for rule in scheme.relations if rule.id != old)
    return altered(scheme, relations=tuple(rules))


def _with_merged_attribute(rules: Rules, old: str, into: str) -> Rules:
    gone = next(rule for rule in rules if rule.id == old)
    left = tuple(joined_rules(rule, gone) if rule.id == into else rule for rule in rules if rule.id != old)
    renamed = _with_attribute_called(left, old, into)
    return tuple(altered(rule, when=_without_twice(rule, into)) for rule in renamed)


def _without_twice(rule: AttributeRule, into: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the conditions with one for each attribute, and without one on the attribute itself."""
    found: dict[str, tuple[str, ...]] = {}
    for name, values in rule.when:
        if name != rule.id or rule.id != into:
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *values)))
    return tuple(found.items())
