"""Two labels, relations or attributes of a scheme made one."""

from __future__ import annotations

from dataclasses import replace

from annotator.model.scheme import AttributeRule, Label, RelationRule
from annotator.model.scheme_changes.changes import RefusedChangeError
from annotator.translation.messages import _

Rules = tuple[AttributeRule, ...]


def joined_labels(label: Label, gone: Label) -> Label:
    """Return the label with what the other one has and it lacks. Raises RefusedChangeError."""
    return replace(label, attributes=_joined(label.attributes, gone.attributes))


def joined_relations(rule: RelationRule, gone: RelationRule) -> RelationRule:
    """Return the relation with the attributes of the other one, of the same ends. Raises RefusedChangeError."""
    if (rule.source, rule.target, rule.symmetric) != (gone.source, gone.target, gone.symmetric):
        sentence = _("“{one}” and “{other}” do not join the same labels in the same way, so they cannot be one.")
        raise RefusedChangeError(sentence.format(one=gone.id, other=rule.id))
    return replace(rule, attributes=_joined(rule.attributes, gone.attributes))


def joined_rules(rule: AttributeRule, gone: AttributeRule) -> AttributeRule:
    """Return the attribute with the choices of the other one too. Raises RefusedChangeError."""
    if rule.type != gone.type:
        sentence = _("“{one}” and “{other}” are attributes of different types, {type} and {other_type}.")
        one, other = (gone.id, rule.id)
        raise RefusedChangeError(sentence.format(one=one, other=other, type=gone.type, other_type=rule.type))
    added = [choice for choice in gone.choices if choice not in rule.choices]
    choices = (*rule.choices, *added)
    meanings = tuple(rule.meaning(choice) or gone.meaning(choice) for choice in choices)
    is_explained = bool(rule.meanings or any(meanings))
    many, required = rule.many or gone.many, rule.required and gone.required
    return replace(rule, choices=choices, meanings=meanings if is_explained else (), many=many, required=required)


def _joined(rules: Rules, gone: Rules) -> Rules:
    others = {rule.id: rule for rule in gone}
    own = {rule.id for rule in rules}
    joined = tuple(joined_rules(rule, others[rule.id]) if rule.id in others else rule for rule in rules)
    return (*joined, *(rule for rule in gone if rule.id not in own))
