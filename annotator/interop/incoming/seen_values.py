"""Values that an attribute has in imported documents, and the rule of a scheme that allows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from annotator.model.annotation import Value
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule

MOST_CHOICES, LONGEST_CHOICE = 20, 40
"""Where an attribute has more or longer texts than these, they are taken for free text."""

LINKS = ("http://", "https://")
FLAG, NUMBER, TEXT = "flag", "number", "text"


@dataclass(slots=True)
class SeenValues:
    """Values that were seen: the types among them, their texts, and whether some were in lists."""

    types: set[str] = field(default_factory=set)
    texts: dict[str, None] = field(default_factory=dict)
    many: bool = False

    def add(self, value: Value) -> None:
        if isinstance(value, list):
            self.many = True
        for item in value if isinstance(value, list) else [value]:
            self.types.add(_type(item))
            if len(self.texts) <= MOST_CHOICES:
                self.texts[str(item)] = None

    def rule(self, name: str, known: AttributeRule | None) -> AttributeRule | None:
        """Return the known rule with the choices it lacks, or a new one; None where no type of a scheme fits."""
        if known:
            return self._with_choices(known)
        type = self._scheme_type()
        if not name or not type:
            return None
        return AttributeRule(name, type, tuple(self.texts) if type == "choice" else (), self.many)

    def _with_choices(self, rule: AttributeRule) -> AttributeRule:
        new = [text for text in self.texts if text not in rule.choices]
        if rule.type != "choice" or "" in self.types or not all(new):
            return rule
        meanings = (*rule.meanings, *([""] * len(new))) if rule.meanings else ()
        return altered(rule, choices=(*rule.choices, *new), meanings=meanings, many=rule.many or self.many)

    def _scheme_type(self) -> str:
        if "" in self.types or not self.types:
            return ""
        if self.types in ({FLAG}, {NUMBER}):
            return next(iter(self.types))
        few = len(self.texts) <= MOST_CHOICES and all(0 < len(text) <= LONGEST_CHOICE for text in self.texts)
        if self.types == {TEXT}:
            if all(map(_is_date, self.texts)):
                return "date"
            if all(text.startswith(LINKS) for text in self.texts):
                return "link"
            return "choice" if few else TEXT
        return "choice" if few else ""


def _type(value: Value) -> str:
    """Return the type of a scheme that has such values; empty where none has."""
    match value:
        case bool():
            return FLAG
        case int() | float() | Decimal():
            return NUMBER
        case str():
            return TEXT
        case _:
            return ""


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2016-12-15")
