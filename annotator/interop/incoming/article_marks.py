"""Annotations that come with an imported text: its parts, and the comments on it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from annotator.interop.articles.extracted import REMARK, Extracted
from annotator.model.annotation import NOTHING, Annotation, Value
from annotator.model.ids import new_id
from annotator.model.scheme import Scheme
from annotator.model.span import Span

PART = "part"
"""Label that a passage of a page gets if the scheme defines it; the passage's role is an attribute."""


def marks_of(extracted: Extracted, scheme: Scheme, now: str) -> Iterator[Annotation]:
    """Yield the annotations of the text's parts, if the scheme has the label for them, and of all comments."""
    taken: set[str] = set()
    source = random.Random(extracted.text)
    origin = f"import:{extracted.made_by.partition(' ')[0]}" if extracted.made_by else "import"
    for label, span, attributes, note in (*_parts(extracted, scheme), *_remarks(extracted, scheme)):
        id = new_id(taken, source)
        taken.add(id)
        yield Annotation(id, label, span, attributes, note, origin=origin, created=now, modified=now)


def corrections_of(extracted: Extracted) -> list[Value]:
    """Return what was deleted in the file: the place of what replaces it, the old and the new words."""
    return [
        {"start": one.start, "end": one.end, "old": one.old, "new": extracted.text[one.start : one.end]}
        for one in extracted.corrections
    ]


def _parts(extracted: Extracted, scheme: Scheme) -> Iterator[tuple[str, Span, Mapping[str, Value], str]]:
    if scheme.label(PART) is not None:
        for part in extracted.parts:
            yield PART, part.span, {"role": part.role}, ""


def _remarks(extracted: Extracted, scheme: Scheme) -> Iterator[tuple[str, Span, Mapping[str, Value], str]]:
    """Yield the comments under the label “comment”, or as parts where the scheme has only the label for these."""
    is_part = scheme.label(REMARK) is None and scheme.label(PART) is not None
    for remark in extracted.remarks:
        if is_part:
            yield PART, remark.span, {"role": REMARK}, remark.note
        else:
            yield REMARK, remark.span, NOTHING, remark.note
