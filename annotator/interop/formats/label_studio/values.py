"""Attributes as Label Studio controls: one per attribute of a label, shown for each region."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

from annotator.interop.xml.writing import fits
from annotator.model.annotation import Value
from annotator.model.scheme import AttributeRule

YES, NO, ARTICLE = "yes", "no", "article"
CHOICES, TEXTAREA, NUMBER, DATETIME = "choices", "textarea", "number", "datetime"
KEYS = {CHOICES: "choices", TEXTAREA: "text", NUMBER: "number", DATETIME: "datetime"}
"""Key of a result's value that holds the input, by type of control."""

TYPES = {"choice": CHOICES, "flag": CHOICES, "text": TEXTAREA, "link": TEXTAREA, "number": NUMBER, "date": DATETIME}
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NOT_PLAIN = re.compile(r"[^\w-]")
PATH = " > "


@dataclass(slots=True)
class Control:
    """Control of one attribute; ``kind`` is the attribute's type; ``choices`` are those of its rule, then others."""

    kind: str
    many: bool
    choices: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rule: AttributeRule) -> Control:
        return cls(rule.type, rule.many, {choice: rule.meaning(choice) for choice in rule.choices})

    @property
    def type(self) -> str:
        """Type of the control in Label Studio."""
        return TYPES[self.kind]

    def payload(self, value: Value) -> Any:
        """Return the value as the control stores it, None where it does not fit; a new choice is added."""
        match self.kind:
            case "flag":
                return [YES if value else NO] if isinstance(value, bool) else None
            case "number":
                return value if _is_number(value) else None
            case "date":
                return value if isinstance(value, str) and DATE.fullmatch(value) else None
        texts = _texts(value)
        if texts and self.kind == "choice":
            if not fits(value):
                return None
            self.choices.update((text, "") for text in texts if text not in self.choices)
        self.many = self.many or isinstance(value, list)
        return texts or None


def kind_for(value: Value) -> str:
    """Return the kind of control for an attribute that the scheme lacks; empty where none fits the value."""
    if isinstance(value, bool):
        return "flag"
    return "number" if _is_number(value) else "text" if _texts(value) else ""


def plain(type: str, value: Any) -> Value:
    """Return the attribute's value from a control of that type; None where the control is empty."""
    key = KEYS.get(type, type)
    found = value.get(key)
    if isinstance(found, list):
        texts: list[Value] = [PATH.join(map(str, item)) if isinstance(item, list) else item for item in found]
        return texts[0] if len(texts) == 1 else texts or None
    return found if isinstance(found, str | bool | int | float | Decimal) else None


def same(left: Value, right: Value) -> bool:
    """Return whether both are the same value of the same type; for Python alone, True equals 1."""
    return left == right and _shape(left) == _shape(right)


def control_name(label: str, attribute: str) -> str:
    """Return the control's name, “claim.kind”, with percent-encoding of other characters."""
    return f"{_plain(label)}.{_plain(attribute)}"


def class_name(attribute: str) -> str:
    """Return the name of the control for the whole text that an attribute of the article has: “article.verdict”."""
    return control_name(ARTICLE, attribute)


def attribute_name(control: str, label: str) -> str:
    """Return the attribute that the control belongs to for the label; the control's own name where it is foreign."""
    head = f"{_plain(label)}."
    return unquote(control.removeprefix(head)) if control.startswith(head) else control


def _plain(name: str) -> str:
    return NOT_PLAIN.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), name)


def _shape(value: Value) -> tuple[bool, bool]:
    return isinstance(value, bool), isinstance(value, list)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool) and math.isfinite(value)


def _texts(value: Value) -> list[str]:
    """Return the text, or the texts of a list; empty where the value is anything else."""
    items = value if isinstance(value, list) else [value]
    texts = [item for item in items if isinstance(item, str) and item]
    return texts if len(texts) == len(items) else []
