"""What the list says of an annotation."""

from __future__ import annotations

from annotator.language.plain_line import MOST_SHOWN, plain_line
from annotator.model.annotation import Annotation
from annotator.model.scheme import Scheme

KINDS = ("kind", "role", "form")
"""The attributes that tell most about an annotation, the first that is set."""


def first_words(annotation: Annotation, text: str) -> str:
    """As many of its words as a row can show; an annotation may mark a whole article."""
    if annotation.displaced:
        return plain_line(annotation.displaced.text)
    start, end = annotation.span.start, annotation.span.end
    return plain_line(text[start : min(end, start + MOST_SHOWN)])


def kind(annotation: Annotation) -> str:
    for name in KINDS:
        value = annotation.attributes.get(name)
        if isinstance(value, str):
            return plain_line(value).replace("-", " ")
    return ""


def label_name(scheme: Scheme, id: str) -> str:
    """A label as people read it, whether the scheme has it or not."""
    label = scheme.label(id)
    return label.name if label else plain_line(id)


def said(annotation: Annotation, text: str, scheme: Scheme) -> str:
    """The row for a screen reader."""
    notes = ("has a note" if annotation.note else "", "not where it was marked" if annotation.displaced else "")
    parts = (label_name(scheme, annotation.label), first_words(annotation, text), kind(annotation), *notes)
    return ", ".join(part for part in parts if part)


def tip(annotation: Annotation, text: str, scheme: Scheme) -> str:
    parts = (label_name(scheme, annotation.label), first_words(annotation, text), annotation.note[:MOST_SHOWN])
    return "\n".join(part for part in parts if part)


def matches(annotation: Annotation, text: str, scheme: Scheme, words: str) -> bool:
    """Whether ``words``, in any case, stand in its words, its label's name or its note."""
    needle = words.casefold()
    return (
        needle in annotation.words(text).replace("\n", " ").casefold()
        or needle in label_name(scheme, annotation.label).casefold()
        or needle in annotation.note.casefold()
    )
