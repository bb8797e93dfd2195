"""Things as schema.org describes them: who said something, where, and how true it was found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from annotator.model.annotation import Value

RATINGS = {"supported": 5, "conflicting": 3, "refuted": 1}
"""On a scale from 1, false, to 5, true; where there was too little evidence a number would be a lie."""

PERSON, ORGANISATION = "Person", "Organization"
TYPES = {
    **dict.fromkeys(("person", "author"), PERSON),
    **dict.fromkeys(("organisation", "government", "group", "media"), ORGANISATION),
}
"""By what kind of source it is; schema.org knows no others that say something."""

OF_ARTICLE = ("link", "title", "published", "byline", "outlet")
LINK = re.compile(r"https?://\S+")


def rating(verdict: str) -> dict[str, Any]:
    """The verdict in words, and on a scale where it has a place on it."""
    rated: dict[str, Any] = {"@type": "Rating", "alternateName": re.sub("[-_]", " ", verdict).capitalize()}
    if verdict in RATINGS:
        rated |= {"ratingValue": RATINGS[verdict], "bestRating": 5, "worstRating": 1}
    return rated


def named(type: str, name: Value) -> dict[str, str]:
    """Somebody of that type, which may be empty; nothing where there is no name."""
    if not isinstance(name, str) or not name:
        return {}
    return {"@type": type, "name": name} if type else {"name": name}


def writer(about: Mapping[str, Value]) -> dict[str, str]:
    """Who says what the article says itself: its author, else its publisher; nothing where neither is known."""
    return named(PERSON, about.get("byline")) or named(ORGANISATION, about.get("outlet"))


def news_article(about: Mapping[str, Value]) -> dict[str, Any]:
    """The article by its attributes; nothing where none is known."""
    known = {
        "url": about.get("link"),
        "headline": about.get("title"),
        "datePublished": about.get("published"),
        "author": named(PERSON, about.get("byline")),
        "publisher": named(ORGANISATION, about.get("outlet")),
    }
    found = {key: value for key, value in known.items() if value and isinstance(value, str | dict)}
    return {"@type": "NewsArticle", **found} if found else {}


def cited(evidence: str) -> dict[str, str]:
    """A work by its address, or by whatever else was written down."""
    return {"@type": "CreativeWork", "url" if LINK.fullmatch(evidence) else "name": evidence}
