"""Attributes as Label Studio has them: each label's attribute is a control of its own, shown with each region."""

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

YES, NO = "yes", "no"
CHOICES, TEXTAREA, NUMBER, DATETIME = "choices", "textarea", "number", "datetime"
KEYS = {CHOICES: "choices", TEXTAREA: "text", NUMBER: "number", DATETIME: "datetime"}
"""Where in a result's value the control of each type puts what was chosen or written."""

TYPES = {"choice": CHOICES, "flag": CHOICES, "text": TEXTAREA, "link": TEXTAREA, "number": NUMBER, "date": DATETIME}
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NOT_PLAIN = re.compile(r"[^\w-]")
PATH = " > "


@dataclass(slots=True)
class Control:
    """The control of one attribute: ``kind`` is an attribute's type; ``choices`` are those of its rule, then others."""

    kind: str
    many: bool
    choices: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rule: AttributeRule) -> Control:
        return cls(rule.type, rule.many, {choice: rule.meaning(choice) for choice in rule.choices})

    @property
    def type(self) -> str:
        """Its type as Label Studio has it."""
        return TYPES[self.kind]

    def payload(self, value: Value) -> Any:
        """The value as the control has it, None where it is none for it; a new choice becomes one of the control's."""
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
    """The kind of control for an attribute that the scheme lacks; empty where there is none."""
    if isinstance(value, bool):
        return "flag"
    return "number" if _is_number(value) else "text" if _texts(value) else ""


def plain(type: str, value: Any) -> Value:
    """What a control of that type gives, as an attribute's value; None where it is empty."""
    key = KEYS.get(type, type)
    found = value.get(key)
    if isinstance(found, list):
        texts: list[Value] = [PATH.join(map(str, item)) if isinstance(item, list) else item for item in found]
        return texts[0] if len(texts) == 1 else texts or None
    return found if isinstance(found, str | bool | int | float | Decimal) else None


def same(left: Value, right: Value) -> bool:
    """Whether they are the same value of the same type: to Python, true is 1."""
    return left == right and _shape(left) == _shape(right)


def control_name(label: str, attribute: str) -> str:
    """The name of the control: “claim.kind”, with other signs as in addresses."""
    return f"{_plain(label)}.{_plain(attribute)}"


def attribute_name(control: str, label: str) -> str:
    """The attribute whose control that is for the label; the control's own name where it is no such."""
    head = f"{_plain(label)}."
    return unquote(control.removeprefix(head)) if control.startswith(head) else control


def _plain(name: str) -> str:
    return NOT_PLAIN.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), name)


def _shape(value: Value) -> tuple[bool, bool]:
    return isinstance(value, bool), isinstance(value, list)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool) and math.isfinite(value)


def _texts(value: Value) -> list[str]:
    """The one text or those of a list; empty where it is anything else."""
    items = value if isinstance(value, list) else [value]
    texts = [item for item in items if isinstance(item, str) and item]
    return texts if len(texts) == len(items) else []
