"""Annotations named in the titles of undo steps and in messages."""

from __future__ import annotations

from collections.abc import Collection

from annotator.language.plain_line import plain_line, shortened
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.scheme import Scheme

LONGEST = 40
"""Code points of an annotation's words that a title quotes."""


def described(document: Document, annotations: Collection[Annotation]) -> str:
    """Return the words of one annotation in quotation marks, or “12 annotations”."""
    if len(annotations) != 1:
        return f"{len(annotations)} annotations"
    return quoted(document.words(next(iter(annotations))))


def quoted(words: str) -> str:
    """Return the beginning of the words on one line, in quotation marks."""
    return f"“{shortened(words, LONGEST)}”"


def label_name(scheme: Scheme, label: str) -> str:
    """Return the label's name in the scheme; a label that the scheme lacks keeps its id as its name."""
    known = scheme.label(label)
    return known.name if known else plain_line(label)
