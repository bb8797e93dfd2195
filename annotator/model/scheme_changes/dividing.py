"""Splitting of a label into several, and removal of parts, in a scheme."""

from __future__ import annotations

from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.scheme_changes.changed_scheme import ChangedScheme, Rules, check_name, with_rules
from annotator.model.scheme_changes.changes import RefusedChangeError, Split
from annotator.model.scheme_changes.parts import LABEL, Part, has, rule_of, rules_of
from annotator.translation.messages import _


def split(scheme: Scheme, change: Split) -> ChangedScheme:
    """Add the labels into which the label is split, right after it. Raises RefusedChangeError."""
    part, rule = change.part, rule_of(scheme, change.part)
    label = scheme.label(part.id) if part.root == LABEL else None
    if label is None or rule is None or part.choice or not rule.choices:
        raise RefusedChangeError(_("Only a label can be split, by one of its attributes that has choices."))
    new = dict.fromkeys(name for _choice, name in change.names)
    for name in new:
        check_name(name)
        if has(scheme, Part(LABEL, name)):
            raise RefusedChangeError(_("There is a label “{name}” already.").format(name=name))
    if not new or any(choice not in rule.choices for choice, _name in change.names):
        raise RefusedChangeError(_("It can be split by the choices of the attribute only."))
    if len({choice for choice, _name in change.names}) < len(change.names):
        raise RefusedChangeError(_("Each choice becomes one label only."))
    added = [_split_off(label, rule, change, name) for name in new]
    at = scheme.labels.index(label) + 1
    used = [one.id for one in scheme.relations if label.id in (one.source, one.target)]
    note = _("The relations {names} are not allowed for the new labels.").format(names=", ".join(used))
    labels = (*scheme.labels[:at], *added, *scheme.labels[at:])
    return ChangedScheme(altered(scheme, labels=labels), (note,) if used else ())


def _split_off(label: Label, rule: AttributeRule, change: Split, name: str) -> Label:
    """Return the new label, which gets the next free colour and mark."""
    kept = tuple(
        altered(one, when=tuple(pair for pair in one.when if pair[0] != rule.id))
        for one in label.attributes
        if one.id != rule.id
    )
    meanings = [rule.meaning(choice) for choice, other in change.names if other == name]
    definition = " ".join(filter(None, meanings)) or label.guideline.definition
    return Label(name, "", "", "", kept, altered(label.guideline, definition=definition, yes=(), no=()))


def without(scheme: Scheme, part: Part) -> ChangedScheme:
    """Return the scheme without the part and what cannot exist without it. Raises RefusedChangeError."""
    match part.kind:
        case "label":
            return _without_label(scheme, part.id)
        case "relation":
            relations = tuple(rule for rule in scheme.relations if rule.id != part.id)
            return ChangedScheme(altered(scheme, relations=relations))
        case "attribute":
            return _without_values(scheme, part, tuple(r for r in rules_of(scheme, part) if r.id != part.attribute))
        case _:
            return _without_values(scheme, part, tuple(_without_choice(r, part) for r in rules_of(scheme, part)))


def _without_label(scheme: Scheme, id: str) -> ChangedScheme:
    labels = tuple(label for label in scheme.labels if label.id != id)
    if not labels:
        raise RefusedChangeError(_("It is the last label; a scheme needs at least one."))
    gone = [rule.id for rule in scheme.relations if id in (rule.source, rule.target)]
    relations = tuple(rule for rule in scheme.relations if rule.id not in gone)
    note = _("The relations {names} go too, as they begin or end at it.").format(names=", ".join(gone))
    return ChangedScheme(altered(scheme, labels=labels, relations=relations), (note,) if gone else ())


def _without_choice(rule: AttributeRule, part: Part) -> AttributeRule:
    if rule.id != part.attribute:
        return rule
    kept = [at for at, choice in enumerate(rule.choices) if choice != part.choice]
    if not kept:
        raise RefusedChangeError(_("It is the last choice; remove the attribute instead."))
    return altered(
        rule,
        choices=tuple(rule.choices[at] for at in kept),
        meanings=tuple(rule.meanings[at] for at in kept if at < len(rule.meanings)),
        default="" if rule.default == part.choice else rule.default,
        keys=tuple(pair for pair in rule.keys if pair[0] != part.choice),
    )


def _without_values(scheme: Scheme, part: Part, rules: Rules) -> ChangedScheme:
    """Return the scheme with these attributes, without conditions that need the part that is removed."""
    left = tuple(altered(rule, when=tuple(_still_asked(rule, part))) for rule in rules)
    free = [rule.id for rule, before in zip(left, rules, strict=True) if len(rule.when) < len(before.when)]
    note = _("What was shown only with it is shown always now: {names}.").format(names=", ".join(free))
    return ChangedScheme(with_rules(scheme, part, lambda _rules: left), (note,) if free else ())


def _still_asked(rule: AttributeRule, part: Part) -> list[tuple[str, tuple[str, ...]]]:
    if not part.choice:
        return [(name, values) for name, values in rule.when if name != part.attribute]
    without = [
        (name, tuple(value for value in values if name != part.attribute or value != part.choice))
        for name, values in rule.when
    ]
    return [(name, values) for name, values in without if values]
