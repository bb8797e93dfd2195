"""Validation of an attribute's default, and of the conditions under which it is shown."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.language.values.numbers import ValueTextError
from annotator.language.values.typed import value_of
from annotator.model.scheme import AttributeRule
from annotator.storage.files.file_error import told
from annotator.storage.yaml.lined_mapping import LinedMapping
from annotator.translation.messages import _

When = tuple[tuple[str, tuple[str, ...]], ...]


def when_of(rule: LinedMapping) -> When:
    """Return the conditions of ``when:``, each an attribute and its values. Raises YamlError."""
    conditions = rule.mapping("when")
    return tuple((name, conditions.required_texts(name)) for name in conditions)


def check_default(item: LinedMapping, rule: AttributeRule) -> None:
    """Refuse a default that is no value of the attribute. Raises YamlError."""
    try:
        value_of(rule.default, rule)
    except ValueTextError as error:
        item.fail("default", error.sentence)


def check_conditions(rules: LinedMapping, attributes: Mapping[str, AttributeRule]) -> None:
    """Refuse conditions on attributes that do not exist, and circular ones. Raises YamlError."""
    for id, rule in attributes.items():
        for name, values in rule.when:
            other = attributes.get(name)
            if other is None:
                sentence = _("The attribute {attribute} depends on {name}, which is not there.")
                rules.fail(id, sentence.format(attribute=told(id), name=told(name)))
            if missing := [value for value in values if other.choices and value not in other.choices]:
                sentence = _("The attribute {attribute} depends on {value}, which is no choice of {name}.")
                rules.fail(id, sentence.format(attribute=told(id), value=told(missing[0]), name=told(name)))
        if _goes_in_circle(id, attributes):
            rules.fail(id, _("The attribute {attribute} depends on itself.").format(attribute=told(id)))


def _goes_in_circle(id: str, attributes: Mapping[str, AttributeRule]) -> bool:
    seen: set[str] = set()
    coming = [name for name, _values in attributes[id].when]
    while coming:
        name = coming.pop()
        if name == id:
            return True
        if name not in seen and name in attributes:
            seen.add(name)
            coming += [other for other, _values in attributes[name].when]
    return False
