"""Titles of undo steps on values and notes, and the messages when they are done."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.language.label_names import name_in_sentence
from annotator.language.plain_line import plain_line, shortened
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.scheme import AttributeRule
from annotator.session.editing.descriptions import LONGEST, Titles, beginning, filled
from annotator.session.editing.relations.relation_words import type_words
from annotator.session.editing.values.attribute_words import value_words
from annotator.translation.messages import _, ngettext, number


def valuing(document: Document, annotations: Sequence[Annotation], rule: AttributeRule, value: Value) -> Titles:
    """Return the titles for giving annotations a value of the attribute; None stands for no value."""
    facts = _facts(rule, value)
    if len(annotations) == 1:
        words = beginning(document.words(annotations[0]))
        if value is None:
            return filled(_("Remove {name} of “{words}”"), _("Removed {name} of “{words}”"), words=words, **facts)
        title, done = _("Set {name} of “{words}” to {value}"), _("“{words}”: {name} set to {value}")
        return filled(title, done, words=words, **facts)
    count = len(annotations)
    facts["count"] = number(count)
    if value is None:
        title = ngettext("Remove {name} of {count} annotation", "Remove {name} of {count} annotations", count)
        done = ngettext("Removed {name} of {count} annotation", "Removed {name} of {count} annotations", count)
        return filled(title, done, **facts)
    title = ngettext(
        "Set {name} of {count} annotation to {value}", "Set {name} of {count} annotations to {value}", count
    )
    done = ngettext("{count} annotation: {name} set to {value}", "{count} annotations: {name} set to {value}", count)
    return filled(title, done, **facts)


def valuing_relation(relation: Relation, rule: AttributeRule, value: Value) -> Titles:
    """Return the titles for giving a relation a value of the attribute; None stands for no value."""
    facts = {**_facts(rule, value), "type": type_words(relation.type)}
    if value is None:
        return filled(_("Remove {name} of the relation {type}"), _("Removed {name} of the relation {type}"), **facts)
    title, done = _("Set {name} of the relation {type} to {value}"), _("Relation {type}: {name} set to {value}")
    return filled(title, done, **facts)


def valuing_article(rule: AttributeRule, value: Value) -> Titles:
    """Return the titles for giving the article itself a value of the attribute; None stands for no value."""
    facts = _facts(rule, value)
    if value is None:
        return filled(_("Remove {name} of the article"), _("Removed {name} of the article"), **facts)
    return filled(_("Set {name} of the article to {value}"), _("Article: {name} set to {value}"), **facts)


def saying(relation: Relation, note: str) -> Titles:
    """Return the titles for writing a relation's note, or for removing it where ``note`` is empty."""
    type = type_words(relation.type)
    if note:
        return filled(_("Write the note on the relation {type}"), _("Wrote the note on the relation {type}"), type=type)
    return filled(_("Remove the note on the relation {type}"), _("Removed the note on the relation {type}"), type=type)


def repeating(document: Document, annotations: Sequence[Annotation]) -> Titles:
    """Return the titles for giving annotations the values that were last set on their labels."""
    if len(annotations) == 1:
        words = beginning(document.words(annotations[0]))
        return filled(_("Repeat the values on “{words}”"), _("Repeated the values on “{words}”"), words=words)
    count = len(annotations)
    title = ngettext("Repeat the values on {count} annotation", "Repeat the values on {count} annotations", count)
    done = ngettext("Repeated the values on {count} annotation", "Repeated the values on {count} annotations", count)
    return filled(title, done, count=number(count))


def _facts(rule: AttributeRule, value: Value) -> dict[str, str]:
    return {"name": plain_line(name_in_sentence(rule)), "value": shortened(value_words(value, rule), LONGEST)}
