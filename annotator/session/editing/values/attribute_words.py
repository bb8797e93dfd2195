"""Attributes of an annotation or a relation as text for people."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLocale

from annotator.language.label_names import attribute_name
from annotator.language.values.numbers import Separators, number_text
from annotator.language.values.typed import choice_words
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.scheme import AttributeRule, Label, RelationRule
from annotator.translation.messages import listed, pgettext


def attributes(item: Annotation | Relation, rule: Label | RelationRule | None) -> list[tuple[str, str]]:
    """Return name and value of every attribute that is set: those of the scheme in its order, then all others."""
    rules = {rule.id: rule for rule in rule.attributes} if rule else {}
    names = [name for name in rules if name in item.attributes]
    names += [name for name in item.attributes if name not in rules]
    named = [rules.get(name) or AttributeRule(name, "text") for name in names]
    return [(attribute_name(one), value_words(item.attributes[one.id], rules.get(one.id))) for one in named]


def value_words(value: Value, rule: AttributeRule | None = None) -> str:
    """Return an attribute's value as text: yes or no, numbers as in the language, lists with commas, “–” for None."""
    match value:
        case None:
            return "–"
        case bool():
            return pgettext("value", "yes") if value else pgettext("value", "no")
        case list():
            return listed(value_words(item, rule) for item in value)
        case dict():
            return listed(f"{name}: {value_words(item)}" for name, item in value.items())
        case int() | float() | Decimal() if rule and rule.type == "number":
            return number_text(value, separators())
        case str() if rule and rule.type == "choice":
            return choice_words(value)
        case _:
            return str(value)


def separators() -> Separators:
    """Return the separators and digits of numbers in the language of the window."""
    locale = QLocale()
    return Separators(locale.decimalPoint(), locale.groupSeparator(), locale.zeroDigit())
