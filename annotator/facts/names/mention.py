"""A mention: one place of an article where a name, a title or a date is written."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.facts.finding import Place

PERSON, ORGANISATION, PLACE, DATE, TITLE, UNKNOWN = "person", "organisation", "place", "date", "title", "unknown"
KINDS = (PERSON, ORGANISATION, PLACE, DATE, TITLE, UNKNOWN)
"""What a name may name, in the order in which the table lists them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a name is written.

    ``written`` is the text there on one line, ``name`` is it without title and ``title`` the title alone, which may be
    empty: “Mayor”, of “Mayor Dana Reiff”. ``kind`` is one of ``KINDS``. ``entity`` is the name that an annotator has
    filed it under. ``day`` is the date in the form 2022-01-12, with 0000 for a year that is not written. ``said``: it
    stands beside a verb of saying.
    """

    place: Place
    written: str
    name: str
    kind: str = UNKNOWN
    title: str = ""
    entity: str = ""
    day: str = ""
    said: bool = False
