"""Two labels, relations or attributes of a scheme joined into one."""

from __future__ import annotations

from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Label, RelationRule
from annotator.model.scheme_changes.changes import RefusedChangeError
from annotator.translation.messages import _

Rules = tuple[AttributeRule, ...]


def joined_labels(label: Label, gone: Label) -> Label:
    """Return the label with what it lacks and ``gone`` has. Raises RefusedChangeError."""
    return altered(label, attributes=_joined(label.attributes, gone.attributes))


def joined_relations(rule: RelationRule, gone: RelationRule) -> RelationRule:
    """Return the relation with the attributes of ``gone``, which joins the same labels. Raises RefusedChangeError."""
    if (rule.source, rule.target, rule.symmetric) != (gone.source, gone.target, gone.symmetric):
        sentence = _("“{one}” and “{other}” do not join the same labels in the same way, so they cannot be one.")
        raise RefusedChangeError(sentence.format(one=gone.id, other=rule.id))
    return altered(rule, attributes=_joined(rule.attributes, gone.attributes))


def joined_rules(rule: AttributeRule, gone: AttributeRule) -> AttributeRule:
    """Return the attribute with the choices of ``gone`` added. Raises RefusedChangeError."""
    if rule.type != gone.type:
        sentence = _("“{one}” and “{other}” are attributes of different types, {type} and {other_type}.")
        one, other = (gone.id, rule.id)
        raise RefusedChangeError(sentence.format(one=one, other=other, type=gone.type, other_type=rule.type))
    added = [choice for choice in gone.choices if choice not in rule.choices]
    choices = (*rule.choices, *added)
    meanings = tuple(rule.meaning(choice) or gone.meaning(choice) for choice in choices)
    is_explained = bool(rule.meanings or any(meanings))
    many, required = rule.many or gone.many, rule.required and gone.required
    keys = (*rule.keys, *(pair for pair in gone.keys if not rule.key(pair[0])))
    explained = meanings if is_explained else ()
    return altered(rule, choices=choices, meanings=explained, many=many, required=required, keys=keys)


def _joined(rules: Rules, gone: Rules) -> Rules:
    others = {rule.id: rule for rule in gone}
    own = {rule.id for rule in rules}
    joined = tuple(joined_rules(rule, others[rule.id]) if rule.id in others else rule for rule in rules)
    return _with_keys_once((*joined, *(rule for rule in gone if rule.id not in own)))


def _with_keys_once(rules: Rules) -> Rules:
    """Return the attributes without keys that an earlier choice already has."""
    taken, found = set[str](), list[AttributeRule]()
    for rule in rules:
        kept = {keys: choice for choice, keys in reversed(rule.keys) if keys not in taken}
        taken |= kept.keys()
        found.append(altered(rule, keys=tuple(pair for pair in rule.keys if kept.get(pair[1]) == pair[0])))
    return tuple(found)
