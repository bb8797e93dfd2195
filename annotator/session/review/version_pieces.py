"""Words of one annotator's version in pieces: what all versions have, what not all have, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeAlias

from annotator.language.plain_line import plain_line, shortened
from annotator.model.alike import alike
from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.review.comparing import Cluster
from annotator.translation.messages import _

SHARED, OTHER, LACKING = "shared", "other", "lacking"
"""Of a piece: all versions have it, not all have it, this version does not have it but another one does."""

LONGEST = 60
"""Code points of a piece that is lacking, of which the beginning is enough."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one line, and how it stands to the other versions."""

    text: str
    how: str = SHARED


Pieces: TypeAlias = tuple[Piece, ...]


def text_of(pieces: Iterable[Piece]) -> str:
    """Return what the version has, without what it lacks."""
    return "".join(piece.text for piece in pieces if piece.how != LACKING).strip()


def word_pieces(cluster: Cluster, name: str, text: str) -> Pieces:
    """Return the words of all versions, in ``text``, as they stand to the version of ``name``.

    Where the file quotes other words than stand there, these are all.
    """
    version, mine = cluster.versions[name], cluster.spans[name]
    if version.displaced is not None:
        return (Piece(plain_line(version.displaced.text)),)
    spans = cluster.spans.values()
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    parts = [part for start, end in pairwise(edges) if (part := Span(start, end)) and _any(spans, part)]
    found = []
    for how, alike_parts in groupby(parts, lambda part: _how(spans, mine, part)):
        some = list(alike_parts)
        found.append(_piece(text[some[0].start : some[-1].end], how))
    return tuple(found)


def value_pieces(cluster: Cluster, name: str, label: str) -> Pieces:
    """Return the label, as it is called, and the values of the version of ``name``, with commas between them."""
    version, others = cluster.versions[name], cluster.versions.values()
    same = all(one.label == version.label for one in others)
    found = [Piece(label, SHARED if same else OTHER)]
    for attribute, value in sorted(version.attributes.items()):
        if value not in (None, ""):
            same = all(_has(one, attribute, version.attributes) for one in others)
            words = f"{attribute}: {plain_line(str(value))}"
            found += [Piece(_(", ")), Piece(words, SHARED if same else OTHER)]
    return tuple(found)


def _has(version: Annotation, attribute: str, values: Mapping[str, object]) -> bool:
    return attribute in version.attributes and alike(version.attributes[attribute], values[attribute])


def _any(spans: Iterable[Span], part: Span) -> bool:
    return any(span.covers(part) for span in spans)


def _how(spans: Iterable[Span], mine: Span, part: Span) -> str:
    if not mine.covers(part):
        return LACKING
    return SHARED if all(span.covers(part) for span in spans) else OTHER


def _piece(words: str, how: str) -> Piece:
    """Return the piece with the blanks at its edges, where it meets others."""
    if words.isspace():
        return Piece(" ", how)
    line = shortened(words, LONGEST) if how == LACKING else plain_line(words)
    before, after = (" " * edge.isspace() for edge in (words[:1], words[-1:]))
    return Piece(f"{before}{line}{after}", how)
