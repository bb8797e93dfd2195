"""Labels of a whole document: the values of the article's own attributes that are choices, such as its verdict."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.annotation import Value
from annotator.model.entry import Entry
from annotator.model.scheme import AttributeRule

CLASS = "class"
"""Attribute of the article for labels that no choice of the scheme has."""


def document_labels(entry: Entry) -> list[str]:
    """Return the labels of the document, in the scheme's order of the attributes that they are values of."""
    return list(dict.fromkeys(label for _rule, labels in classes(entry) for label in labels))


def classes(entry: Entry) -> Iterator[tuple[AttributeRule, list[str]]]:
    """Yield each of the article's attributes that is a choice and has values, with these."""
    given = entry.document.article_attributes
    rules = [rule for rule in entry.scheme.article if rule.type == "choice"]
    known = {rule.id for rule in entry.scheme.article}
    for rule in (*rules, *([] if CLASS in known else [AttributeRule(CLASS, "choice", many=True)])):
        if found := _texts(given.get(rule.id)):
            yield rule, found


def scores(entry: Entry) -> dict[str, float]:
    """Return 1 for each label of the document, and 0 for the other choices of the attributes that have a value."""
    found: dict[str, float] = {}
    for rule, labels in classes(entry):
        for label in (*rule.choices, *labels):
            found[label] = max(found.get(label, 0.0), float(label in labels))
    return found


def _texts(value: Value) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str) and item]
