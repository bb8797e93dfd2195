"""Text of a row in the list of annotations, and the test whether a filter matches it."""

from __future__ import annotations

from annotator.language.folding import folded, folded_query
from annotator.language.label_names import label_name
from annotator.language.paragraphs import paragraph_number
from annotator.language.plain_line import MOST_SHOWN, plain_line
from annotator.model.annotation import Annotation
from annotator.model.scheme import Scheme
from annotator.session.editing.check_words import signed_state, state_words
from annotator.translation.messages import _, listed, number

KINDS = ("kind", "role", "form")
"""Attributes that describe an annotation best; a row shows the first of them that is set."""


def first_words(annotation: Annotation, text: str) -> str:
    """Return the beginning of the annotated text on one line, at most MOST_SHOWN characters.

    Where the annotation is displaced, the text is that quoted in its sidecar.
    """
    if annotation.displaced:
        return plain_line(annotation.displaced.text)
    start, end = annotation.span.start, annotation.span.end
    return plain_line(text[start : min(end, start + MOST_SHOWN)])


def kind(annotation: Annotation) -> str:
    """Return the value of the first of KINDS that is set; empty where none is."""
    for name in KINDS:
        value = annotation.attributes.get(name)
        if isinstance(value, str):
            return plain_line(value).replace("-", " ")
    return ""


def said(annotation: Annotation, text: str, scheme: Scheme) -> str:
    """Return the row's text for a screen reader."""
    notes = (_("has a note") if annotation.note else "", _("not where it was marked") if annotation.displaced else "")
    place = "" if annotation.displaced else _("paragraph {number}").format(number=_paragraph(annotation, text))
    state = state_words(annotation.state) if annotation.state else ""
    about = (first_words(annotation, text), kind(annotation), state)
    parts = (label_name(scheme, annotation.label), *about, *notes, place)
    return listed(part for part in parts if part)


def _paragraph(annotation: Annotation, text: str) -> str:
    return number(paragraph_number(text, annotation.span.start))


def tip(annotation: Annotation, text: str, scheme: Scheme) -> str:
    """Return the tool tip: label, words, state of check and note, one per line."""
    about = (first_words(annotation, text), signed_state(annotation.state), annotation.note[:MOST_SHOWN])
    parts = (label_name(scheme, annotation.label), *about)
    return "\n".join(part for part in parts if part)


def matches(annotation: Annotation, text: str, scheme: Scheme, words: str) -> bool:
    """Return whether the annotation's words, label name or note contain ``words``, folded.

    The label is found by its name in the language in use and by the scheme's own.
    """
    needle = folded_query(words)
    return (
        needle in folded(annotation.words(text))
        or label_matches(annotation.label, scheme, needle)
        or needle in folded(annotation.note)
    )


def label_matches(id: str, scheme: Scheme, needle: str) -> bool:
    """Return whether a name of the label contains ``needle``, which is folded."""
    label = scheme.label(id)
    return needle in folded(label_name(scheme, id)) or (label is not None and needle in folded(label.name))
