"""Titles of undo steps on values and relations, and what is said of each when it is done."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.language.plain_line import plain_line, shortened
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.scheme import AttributeRule
from annotator.session.editing.descriptions import LONGEST, Titles, beginning, filled
from annotator.session.editing.relations.relation_words import type_words
from annotator.session.editing.values.attribute_words import capitalised, value_words
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


def repeating(document: Document, annotation: Annotation) -> Titles:
    """Return the titles for giving an annotation the values that were last set on its label."""
    words = beginning(document.words(annotation))
    return filled(_("Repeat the values on “{words}”"), _("Repeated the values on “{words}”"), words=words)


def linking(document: Document, relation: Relation) -> Titles:
    """Return the titles for making a relation."""
    title, done = _("Link “{source}” to “{target}”: {type}"), _("Linked “{source}” to “{target}”: {type}")
    return filled(title, done, **ends(document, relation), type=type_words(relation.type))


def linking_all(document: Document, relations: Sequence[Relation]) -> Titles:
    """Return the titles for making relations of one type at once."""
    if len(relations) == 1:
        return linking(document, relations[0])
    count, type = len(relations), type_words(relations[0].type)
    title = ngettext("Make {count} relation {type}", "Make {count} relations {type}", count)
    done = ngettext("Made {count} relation {type}", "Made {count} relations {type}", count)
    return filled(title, done, count=number(count), type=type)


def unlinking(document: Document, relations: Sequence[Relation]) -> Titles:
    """Return the titles for removing relations."""
    if len(relations) == 1:
        title = _("Remove the relation {type} of “{source}” to “{target}”")
        done = _("Removed the relation {type} of “{source}” to “{target}”")
        return filled(title, done, **ends(document, relations[0]), type=type_words(relations[0].type))
    count = len(relations)
    title = ngettext("Remove {count} relation", "Remove {count} relations", count)
    done = ngettext("Removed {count} relation", "Removed {count} relations", count)
    return filled(title, done, count=number(count))


def retyping(relation: Relation, type: str) -> Titles:
    """Return the titles for giving a relation another type."""
    title, done = _("Change the relation {before} to {type}"), _("Changed the relation {before} to {type}")
    return filled(title, done, before=type_words(relation.type), type=type_words(type))


def turning(relation: Relation) -> Titles:
    """Return the titles for swapping the ends of a relation."""
    title, done = _("Turn the relation {type} round"), _("Turned the relation {type} round")
    return filled(title, done, type=type_words(relation.type))


def ends(document: Document, relation: Relation) -> dict[str, str]:
    """Return the words at the two ends, “?” for an annotation that is not there."""
    return {"source": _end(document, relation.source), "target": _end(document, relation.target)}


def _end(document: Document, id: str) -> str:
    annotation = document.annotations.get(id)
    return beginning(document.words(annotation)) if annotation else "?"


def _facts(rule: AttributeRule, value: Value) -> dict[str, str]:
    return {"name": plain_line(capitalised(rule.id)).lower(), "value": shortened(value_words(value, rule), LONGEST)}
