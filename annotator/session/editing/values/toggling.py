"""Values of choices when one choice is taken or given up."""

from __future__ import annotations

from annotator.language.values.typed import value_of
from annotator.model.annotation import Value
from annotator.model.scheme import AttributeRule
from annotator.session.editing.values.attribute_fields import AttributeField


def chosen_values(value: Value) -> list[Value]:
    """Return what is chosen, as a list."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def default_value(rule: AttributeRule) -> Value:
    """Return the value that the scheme offers; None if it offers none."""
    return value_of(rule.default, rule)


def toggled(field: AttributeField, value: Value) -> Value:
    """Return the field's value after ``value`` was chosen; a value that was chosen already is given up."""
    chosen = chosen_values(field.value)
    if not field.rule.many:
        return None if chosen == [value] else value
    left = [item for item in chosen if item != value] if value in chosen else [*chosen, value]
    order = {choice: place for place, choice in enumerate(field.rule.choices)}
    return sorted(left, key=lambda item: order.get(str(item), len(order))) or None
