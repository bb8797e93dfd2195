"""Titles of undo steps on relations, and the messages when they are done."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model.annotation import Relation
from annotator.model.document import Document
from annotator.session.editing.descriptions import Titles, beginning, filled
from annotator.session.editing.relations.relation_words import type_words
from annotator.translation.messages import _, ngettext, number


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
    """Return the words at both ends, “?” for an annotation that does not exist."""
    return {"source": _end(document, relation.source), "target": _end(document, relation.target)}


def _end(document: Document, id: str) -> str:
    annotation = document.annotations.get(id)
    return beginning(document.words(annotation)) if annotation else "?"
