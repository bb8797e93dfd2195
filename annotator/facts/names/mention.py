"""A mention: one place of an article where a name, a title or a date is written."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.facts.finding import Place
from annotator.model.span import Span

PERSON, ORGANISATION, PLACE, DATE, TITLE, UNKNOWN = "person", "organisation", "place", "date", "title", "unknown"
KINDS = (PERSON, ORGANISATION, PLACE, DATE, TITLE, UNKNOWN)
"""What a name may name, in the order in which the table lists them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a name is written.

    ``written`` is the text there on one line, without title: “Dana Reiff”. ``title`` is what stands before it, as
    “Mayor”, and ``titled`` the span of both; empty and None where there is none. ``kind`` is one of ``KINDS``.
    ``entity`` is the name that an annotator has filed it under. ``date`` is the date in the form 2022-01-12, with 0000
    for a year that is not written. ``said``: it stands beside a verb of saying or before an age; ``at``: behind
    a word such as “in”. ``personal``: it may be a person's full name, by its words.
    """

    place: Place
    written: str
    kind: str = UNKNOWN
    title: str = ""
    titled: Span | None = None
    entity: str = ""
    date: str = ""
    said: bool = False
    at: bool = False
    personal: bool = False

    @property
    def words(self) -> list[str]:
        return self.written.split()
