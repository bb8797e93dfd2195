"""Pasted text as evidence: a link, or words that are quoted. Nothing is fetched."""

from __future__ import annotations

from urllib.parse import urlsplit

from annotator.model.items import altered
from annotator.model.kinds.evidence import Evidence

OPENED = ("http", "https")
ARCHIVES = (
    "web.archive.org",
    "archive.org",
    "archive.today",
    "archive.ph",
    "archive.is",
    "perma.cc",
    "ghostarchive.org",
)
"""Hosts that keep copies of pages: a link to one is an archived link."""


def is_link(text: str) -> bool:
    """Return whether the text is one address of the web."""
    address = text.strip()
    if not address or len(address.split()) != 1:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in OPENED and bool(parts.hostname)


def with_pasted(piece: Evidence, text: str) -> Evidence:
    """Return the piece with the text as its link, archived link or quoted words; an empty text changes nothing."""
    words = text.strip()
    if not words:
        return piece
    if not is_link(words):
        return altered(piece, quote=words)
    host = (urlsplit(words).hostname or "").removeprefix("www.")
    return altered(piece, archived=words) if host in ARCHIVES else altered(piece, link=words)
