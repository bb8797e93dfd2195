"""Titles of undo steps on annotations, and the messages when they are done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from annotator.language.plain_line import shortened
from annotator.language.quoted_words import quoted, without_marks
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.translation.messages import _, ngettext, number

LONGEST = 40
"""Code points of an annotation's words that a title quotes."""

Titles: TypeAlias = tuple[str, str]
"""Title of an undo step, in the imperative, and the message when it is done."""


def tagging(document: Document, annotation: Annotation, label: str) -> Titles:
    """Return the titles for tagging words with the label of that name."""
    title, done = _("Tag “{words}” as {label}"), _("Tagged “{words}” as {label}")
    return filled(title, done, words=beginning(document.words(annotation)), label=label)


def not_understood(done: str) -> str:
    """Return the message for a figure whose words the rules do not understand, when it is tagged."""
    return _("{done}; its value was not understood").format(done=done)


def relabelling(document: Document, annotations: Sequence[Annotation], label: str) -> Titles:
    """Return the titles for giving annotations the label of that name."""
    if len(annotations) == 1:
        title, done = _("Relabel “{words}” as {label}"), _("Relabelled “{words}” as {label}")
        return filled(title, done, words=beginning(document.words(annotations[0])), label=label)
    count = len(annotations)
    title = ngettext("Relabel {count} annotation as {label}", "Relabel {count} annotations as {label}", count)
    done = ngettext("Relabelled {count} annotation as {label}", "Relabelled {count} annotations as {label}", count)
    return filled(title, done, count=number(count), label=label)


def removing(document: Document, annotations: Sequence[Annotation], relations: int = 0) -> Titles:
    """Return the titles for removing annotations, together with so many relations that would dangle."""
    if relations:
        with_them = ngettext("{count} relation", "{count} relations", relations).format(count=number(relations))
        title, done = _("Remove {annotations} and {relations}"), _("Removed {annotations} and {relations}")
        return filled(title, done, annotations=_quoted(document, annotations), relations=with_them)
    if len(annotations) == 1:
        words = beginning(document.words(annotations[0]))
        return filled(_("Remove “{words}”"), _("Removed “{words}”"), words=words)
    count = len(annotations)
    title = ngettext("Remove {count} annotation", "Remove {count} annotations", count)
    done = ngettext("Removed {count} annotation", "Removed {count} annotations", count)
    return filled(title, done, count=number(count))


def noting(document: Document, annotation: Annotation, note: str) -> Titles:
    """Return the titles for writing a note, or for removing it where ``note`` is empty."""
    words = beginning(document.words(annotation))
    if note:
        return filled(_("Write the note on “{words}”"), _("Wrote the note on “{words}”"), words=words)
    return filled(_("Remove the note on “{words}”"), _("Removed the note on “{words}”"), words=words)


def accepting(document: Document, annotations: Sequence[Annotation]) -> Titles:
    """Return the titles for accepting the proposed places of annotations."""
    if len(annotations) == 1:
        title, done = _("Accept the new place of “{words}”"), _("Accepted the new place of “{words}”")
        return filled(title, done, words=beginning(document.words(annotations[0])))
    count = len(annotations)
    title = ngettext("Accept the new place of {count} annotation", "Accept the new place of {count} annotations", count)
    done = ngettext(
        "Accepted the new place of {count} annotation", "Accepted the new place of {count} annotations", count
    )
    return filled(title, done, count=number(count))


def _quoted(document: Document, annotations: Sequence[Annotation]) -> str:
    """Return the words of a single annotation, or how many there are."""
    if len(annotations) == 1:
        return quoted(beginning(document.words(annotations[0])))
    count = len(annotations)
    return ngettext("{count} annotation", "{count} annotations", count).format(count=number(count))


def filled(title: str, done: str, **facts: str) -> Titles:
    """Return both texts with the facts put in."""
    return title.format(**facts), done.format(**facts)


def beginning(words: str) -> str:
    """Return the beginning of the words on one line, for a message that puts them in quotation marks."""
    return shortened(without_marks(words), LONGEST)
