"""Names of an article that criticism may be against, the likely ones first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from annotator.facts.desk.lists.calls import source_name, sources_of_facts
from annotator.facts.desk.lists.desk_fact import IN_FULL
from annotator.facts.figures.figure_attributes import text_in
from annotator.facts.names.mention import UNKNOWN
from annotator.facts.names.rows import NameRow, name_rows
from annotator.language.article_language import article_language
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.scheme import Scheme

ABLE = ("person", "organisation", UNKNOWN, "place")
"""Kinds of names, from those that are criticised most to those that are so least; a place may stand for its state."""


@dataclass(frozen=True, slots=True)
class Criticised:
    """Names that criticism may be against; ``likely`` is the one that the claims name, empty for none."""

    names: tuple[str, ...] = ()
    likely: str = ""


def criticised(document: Document, scheme: Scheme, of: Collection[str]) -> Criticised:
    """Return the names of the article and of its sources, those that the claims with the ids ``of`` name come first.

    Who says these claims is not among them: what somebody says is not said against them.
    """
    sources = sources_of_facts(document)
    sayers = {source_name(document, one).casefold() for id in of for one in sources.get(id, ())}
    claims = [document.annotations[id] for id in of if id in document.annotations]
    rows = name_rows(document, scheme, article_language(document))
    able = [row for row in rows if row.kind in ABLE and not _says(row, sayers)]
    able.sort(key=lambda row: (not _is_within(row, claims), ABLE.index(row.kind)))
    others = (source_name(document, one) for some in sources.values() for one in some)
    found: dict[str, str] = {}
    for name in map(plain_line, [*(row.name for row in able), *others]):
        if name.casefold() not in sayers:
            found.setdefault(name.casefold(), name)
    likely = able[0].name if able and _is_within(able[0], claims) else ""
    return Criticised(tuple(found.values()), plain_line(likely))


def _is_within(row: NameRow, claims: Iterable[Annotation]) -> bool:
    """Tell whether the name stands in the words of one of the claims, or in what was written for it in full."""
    return any(
        any(place.span.overlaps(claim.span) for place in row.places)
        or any(variant.written in text_in(claim.attributes.get(IN_FULL)) for variant in row.variants)
        for claim in claims
    )


def _says(row: NameRow, sayers: Collection[str]) -> bool:
    return any(form.casefold() in sayers for form in (row.name, *(variant.written for variant in row.variants)))
