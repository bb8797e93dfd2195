"""Rows of the table of names: one for each name, title or date of an article, with its forms and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.facts.finding import Place
from annotator.facts.names.groups import Group
from annotator.facts.names.mention import UNKNOWN
from annotator.facts.names.name_facts import NameFacts, names_in
from annotator.model.document import Document
from annotator.model.kinds.checked_names import CheckedName
from annotator.model.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Variant:
    """A form in which a name is written, with its places in text order."""

    written: str
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        return len(self.places)


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name, title or date with all its mentions.

    ``name`` is the fullest form, ``kind`` one of ``mention.KINDS``. ``variants`` are the written forms, the most
    frequent first. ``titles`` are the titles before it. ``ticked_by`` are the ids of the items that tick it; in the
    rows of a folder it is empty unless every document that has the name has ticked it.
    """

    name: str
    kind: str = UNKNOWN
    variants: tuple[Variant, ...] = ()
    titles: tuple[str, ...] = ()
    ticked_by: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """All places, by article and in text order."""
        every = (place for variant in self.variants for place in variant.places)
        return tuple(sorted(every, key=lambda place: (place.article, place.span)))

    @property
    def count(self) -> int:
        return sum(variant.count for variant in self.variants)

    @property
    def is_ticked(self) -> bool:
        return bool(self.ticked_by)


def name_rows(document: Document, scheme: Scheme, language: str, article: str = "") -> list[NameRow]:
    """Return the names of the document, each once, in the order of their first mentions.

    ``language`` is the code of the article's language, empty where it is not known; ``article`` is the path that the
    places get. Capitals count in English, French and Spanish, with care in German; in all other languages, as Arabic
    and Chinese, only what is marked is found.
    """
    return rows_of(names_in(document, scheme, language, article), document)


def rows_of(facts: NameFacts, document: Document) -> list[NameRow]:
    """Return the rows of names that have been read from the document already."""
    ticks = [*document.of(CheckedName).values()]
    return [_row(group, ticks) for group in facts.groups]


def _row(group: Group, ticks: Iterable[CheckedName]) -> NameRow:
    forms = defaultdict[str, list[Place]](list)
    for mention in group.mentions:
        forms[mention.written].append(mention.place)
    variants = [Variant(written, tuple(places)) for written, places in forms.items()]
    variants.sort(key=lambda variant: -variant.count)
    titles = dict.fromkeys(mention.title for mention in group.mentions if mention.title)
    name = group.name
    ticked = tuple(tick.id for tick in ticks if tick.name == name or tick.name in forms)
    return NameRow(name, group.kind, tuple(variants), tuple(titles), ticked)
