"""Amount of a figure in words: the number that it says, or its bounds."""

from __future__ import annotations

from annotator.facts.figures.amount_words import PROPORTION, Amount, amount_words
from annotator.facts.figures.figure_attributes import HIGH, LOW, NUMBERS, VALUE, number_in, text_in
from annotator.model.annotation import Annotation, Value
from annotator.model.scheme import Label
from annotator.session.editing.values.attribute_words import separators, value_words


def amount_of_figure(annotation: Annotation, label: Label | None) -> str:
    """Return the value in words or else the bounds; empty if the annotation has neither."""
    said = annotation.attributes
    value = number_in(said.get(VALUE))
    if value is None and VALUE in said:
        rules = label.attributes if label else ()
        return value_words(said[VALUE], next((rule for rule in rules if rule.id == VALUE), None))
    amount = Amount(value, number_in(said.get(LOW)), number_in(said.get(HIGH)), text_in(said.get("kind")))
    return amount_words(amount, separators())


def share_words(name: str, value: Value) -> str:
    """Return the number of a proportion as per cent; empty for an attribute that is no number of a figure."""
    share = number_in(value) if name in NUMBERS else None
    return "" if share is None else amount_words(Amount(share, kind=PROPORTION), separators())
