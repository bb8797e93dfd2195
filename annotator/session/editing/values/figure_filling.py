"""Values of figures, filled by rule when words are tagged, from what the words say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from annotator.model.annotation import Annotation, Value
from annotator.model.attribute_edits import refilled
from annotator.model.change import Change, Part
from annotator.model.document import Document
from annotator.model.scheme import AttributeRule, Label
from annotator.session.session import Session

if TYPE_CHECKING:  # the grammar of figures is imported when the first is tagged
    from annotator.language.figures.figure_reading import FigureReading

FILLED = ("value", "low", "high", "modifier", "kind", "unit", "currency", "counted", "when")
"""Attributes that are filled, by their names in the built-in scheme."""
MOST_AT_ONCE = 300
"""Most annotations of one change that are read: more would make the window wait."""


def is_figure(label: Label | None) -> bool:
    """Return whether annotations with the label are figures, in any scheme: it has a number called ``value``."""
    return label is not None and any(rule.id == "value" and rule.type == "number" for rule in label.attributes)


def with_figures(session: Session, change: Change) -> Change:
    """Return the change with the values of the figures that it tags, relabels or moves, unless the setting is off.

    Values that a rule has filled are read again, and removed if the label is not one of figures; confirmed ones stay.
    """
    added = change.annotations_added
    if not session.fills_figures or not 0 < len(added) <= MOST_AT_ONCE:
        return change
    if not any(_concerns(session, annotation) for annotation in added):
        return change
    return Change(change.removed, tuple(_with_values(session, part) for part in change.added))


def is_not_understood(session: Session, change: Change) -> bool:
    """Return whether the change tags one figure whose words could not be read."""
    added = change.annotations_added
    if not session.fills_figures or len(added) != 1 or not is_figure(session.scheme.label(added[0].label)):
        return False
    return added[0].displaced is None and not added[0].attributes.keys() & set(FILLED)


def figure_values(reading: FigureReading, label: Label) -> dict[str, Value]:
    """Return the values that the reading gives the attributes of the label, as far as these can hold them."""
    rules = {rule.id: rule for rule in label.attributes if rule.id in FILLED and not rule.many}
    said = _said(reading, has_currency="currency" in rules)
    fitting = {name: value for name, value in said.items() if name in rules and _holds(rules[name], value)}
    return {name: fitting[name] for name in FILLED if name in fitting}


def _concerns(session: Session, annotation: Annotation) -> bool:
    by_rule = bool(annotation.by_rule) and not {*FILLED}.isdisjoint(annotation.by_rule)
    return annotation.displaced is None and (by_rule or is_figure(session.scheme.label(annotation.label)))


def _with_values(session: Session, part: Part) -> Part:
    """Return the annotation with the values of its words; unchanged if it is another part, or not in its place."""
    if not isinstance(part, Annotation) or not _concerns(session, part):
        return part
    label = session.scheme.label(part.label)
    reading = _reading(session.document, part) if label and is_figure(label) else None
    return refilled(part, FILLED, figure_values(reading, label) if reading and label else {})


def _reading(document: Document, annotation: Annotation) -> FigureReading | None:
    from annotator.language.figures.likely_language import language_of_figures
    from annotator.language.figures.reading import read_figure

    text = document.article.text
    return read_figure(text, annotation.span.start, annotation.span.end, language_of_figures(document))


def _said(reading: FigureReading, *, has_currency: bool) -> Mapping[str, Value]:
    values = dict[str, Value](_numbers(reading))
    values |= {"modifier": reading.modifier, "kind": reading.kind, "counted": reading.counted}
    values["unit"] = _unit(reading, "" if has_currency else reading.currency)
    values["currency"] = reading.currency
    values["when"] = reading.when.removeprefix("--")
    return {name: value for name, value in values.items() if value not in ("", None)}


def _numbers(reading: FigureReading) -> Iterator[tuple[str, Value]]:
    for name, number in (("value", reading.value), ("low", reading.low), ("high", reading.high)):
        if number is not None:
            yield name, _plain(number)


def _plain(number: Decimal) -> int | float | Decimal:
    """Return the number as files hold it: an int if it is whole, a Decimal where a float would have other digits."""
    if number == int(number):
        return int(number)
    return float(number) if str(float(number)) == f"{number:f}" else number


def _unit(reading: FigureReading, currency: str) -> str:
    unit = reading.unit or currency
    return f"{unit}/{reading.per}" if reading.per else unit


def _holds(rule: AttributeRule, value: Value) -> bool:
    """Return whether the attribute can have the value."""
    if rule.type == "choice":
        return value in rule.choices
    if rule.type == "number":
        return not isinstance(value, str)
    return rule.type == "text" and isinstance(value, str) and rule.id not in ("modifier", "kind")
