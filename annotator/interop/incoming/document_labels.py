"""Labels of whole documents in other programs' files, as attributes of the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.interop.outgoing.document_labels import CLASS
from annotator.model.annotation import Value
from annotator.model.scheme import AttributeRule, Scheme

ATTRIBUTES = "attributes"


def with_labels(about: Mapping[str, Value], labels: Sequence[str], scheme: Scheme) -> Mapping[str, Value]:
    """Return what is known of the article with these labels of the whole document as values of its attributes.

    A label is the value of the first attribute of which it is a choice, replacing the one that was known; one that no
    attribute has goes to CLASS.
    """
    given = about.get(ATTRIBUTES)
    attributes = dict(given) if isinstance(given, dict) else {}
    new: dict[str, list[str]] = {}
    for label in labels:
        if not any(label in (value if isinstance(value, list) else [value]) for value in attributes.values()):
            new.setdefault(_attribute(label, scheme), []).append(label)
    for name, found in new.items():
        value: Value = [*found] if len(found) > 1 or _takes_many(name, scheme) else found[0]
        attributes[name] = value
    return {**about, ATTRIBUTES: attributes} if attributes else about


def _attribute(label: str, scheme: Scheme) -> str:
    return next((rule.id for rule in scheme.article if rule.type == "choice" and label in rule.choices), CLASS)


def _takes_many(name: str, scheme: Scheme) -> bool:
    rules: list[AttributeRule] = [rule for rule in scheme.article if rule.id == name]
    return any(rule.many for rule in rules)
