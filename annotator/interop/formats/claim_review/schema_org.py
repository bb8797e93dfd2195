"""schema.org objects: people, organisations, articles and ratings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from annotator.model.annotation import Value

RATINGS = {"supported": 5, "conflicting": 3, "refuted": 1}
"""Ratings from 1, false, to 5, true; a verdict of too little evidence has none, as any number would mislead."""

PERSON, ORGANISATION = "Person", "Organization"
TYPES = {
    **dict.fromkeys(("person", "author"), PERSON),
    **dict.fromkeys(("organisation", "government", "group", "media"), ORGANISATION),
}
"""schema.org types of speakers by kind of source; it has no others."""

OF_ARTICLE = ("link", "title", "published", "byline", "outlet")
ISO = re.compile(r"\d{4}-[01]\d-[0-3]\d(T[0-2]\d:[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
LINK = re.compile(r"https?://\S+")


def day_or_time(said: Value) -> str:
    """Return what is said where it is a day or a time as ISO 8601 has it, which schema.org demands; else empty."""
    return said if isinstance(said, str) and ISO.fullmatch(said) else ""


def rating(verdict: str) -> dict[str, Any]:
    """Return the verdict as a rating in words, with a number where it has one."""
    rated: dict[str, Any] = {"@type": "Rating", "alternateName": re.sub("[-_]", " ", verdict).capitalize()}
    if verdict in RATINGS:
        rated |= {"ratingValue": RATINGS[verdict], "bestRating": 5, "worstRating": 1}
    return rated


def named(type: str, name: Value) -> dict[str, str]:
    """Return an object with that type, which may be empty, and name; an empty one where there is no name."""
    if not isinstance(name, str) or not name:
        return {}
    return {"@type": type, "name": name} if type else {"name": name}


def people(names: Sequence[str]) -> dict[str, str] | list[dict[str, str]]:
    """Return a person of that name, or the people of these names; an empty object where there is none."""
    found = [named(PERSON, name) for name in names]
    return found if len(found) > 1 else found[0] if found else {}


def writer(about: Mapping[str, Value]) -> dict[str, str]:
    """Return the speaker of the article's own words: its author, else its publisher; empty where unknown."""
    return named(PERSON, about.get("byline")) or named(ORGANISATION, about.get("outlet"))


def news_article(about: Mapping[str, Value]) -> dict[str, Any]:
    """Return the article described by its attributes; empty where none is known."""
    known = {
        "url": about.get("link"),
        "headline": about.get("title"),
        "datePublished": day_or_time(about.get("published")),
        "author": named(PERSON, about.get("byline")),
        "publisher": named(ORGANISATION, about.get("outlet")),
    }
    found = {key: value for key, value in known.items() if value and isinstance(value, str | dict)}
    return {"@type": "NewsArticle", **found} if found else {}


def cited(evidence: str) -> dict[str, str]:
    """Return a creative work by its address, or by name where the evidence is no address."""
    return {"@type": "CreativeWork", "url" if LINK.fullmatch(evidence) else "name": evidence}
