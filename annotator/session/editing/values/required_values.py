"""Values that the scheme requires and that are missing."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from annotator.language.label_names import attribute_name
from annotator.model.annotation import Value
from annotator.model.document import Document
from annotator.model.scheme import AttributeRule, Scheme
from annotator.session.editing.values.attribute_fields import applies
from annotator.translation.messages import listed, ngettext, number

MOST_NAMED = 3


class Missing(Struct, frozen=True):
    """A missing value, by the rule of its attribute; ``annotation`` is the id, empty for the article."""

    annotation: str
    rule: AttributeRule


def missing_values(document: Document, scheme: Scheme) -> list[Missing]:
    """Return what is missing, first for the article, then for the annotations in text order."""
    found = [Missing("", rule) for rule in _missing(scheme.article, document.article_attributes)]
    asking = {label.id: label.attributes for label in scheme.labels if any(r.required for r in label.attributes)}
    if asking:
        for annotation in document.in_text_order():
            rules = _missing(asking.get(annotation.label, ()), annotation.attributes)
            found += [Missing(annotation.id, rule) for rule in rules]
    return found


def missing_words(missing: list[Missing]) -> str:
    """Return a sentence that says how many values are missing, and of which attributes."""
    names = [*dict.fromkeys(attribute_name(one.rule) for one in missing)]
    named = listed([*names[:MOST_NAMED], *(["…"] if len(names) > MOST_NAMED else [])])
    sentence = ngettext(
        "{count} required value is missing: {attributes}",
        "{count} required values are missing: {attributes}",
        len(missing),
    )
    return sentence.format(count=number(len(missing)), attributes=named)


def _missing(rules: tuple[AttributeRule, ...], values: Mapping[str, Value]) -> list[AttributeRule]:
    known = {rule.id: rule for rule in rules}
    return [r for r in rules if r.required and values.get(r.id) in (None, "", []) and applies(r, values, known)]
