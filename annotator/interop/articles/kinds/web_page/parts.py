"""Roles of a page's passages, and which belong to the article, including headline, byline and captions."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from annotator.interop.articles.extracted import BOILERPLATE, BYLINE, CAPTION, DUPLICATE, FOOTNOTE, HEADLINE, NAVIGATION
from annotator.interop.articles.markup.visible_text import Passage

LONGEST_TITLE = 1000
NOT_WORD = re.compile(r"\W+")
BYLINE_MORE = 60
"""Most characters of a byline besides the name: “By … in Gaziantep, our correspondent”."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Indexes of passages: those that belong to the article, and its headline and byline where found."""

    kept: frozenset[int]
    headline: int | None
    byline: int | None


def parts(passages: Sequence[Passage], article: frozenset[int], title: str, author: str) -> Parts:
    """Return the article's parts: trafilatura's choice, with the headline, byline and captions that it leaves out."""
    headline = _headline(passages, article, title)
    kept = article | ({headline} if headline is not None else set())
    within = range(min(kept, default=0), max(kept, default=-1) + 1)
    captions = {i for i in within if _is_caption(passages[i])}
    notes = {i for i, passage in enumerate(passages) if passage.role == FOOTNOTE}
    byline = _byline(passages, within, author)
    return Parts(frozenset(kept | captions | notes | ({byline} if byline is not None else set())), headline, byline)


def _is_caption(passage: Passage) -> bool:
    return passage.role == CAPTION and not passage.is_aside and not passage.is_linked


def role(passages: Sequence[Passage], number: int, known: Parts) -> str:
    """Return the role of a passage; empty for body text."""
    passage = passages[number]
    if number == known.headline:
        return HEADLINE
    if number not in known.kept:
        return NAVIGATION if passage.role == NAVIGATION or passage.is_linked else BOILERPLATE
    if known.headline is not None and _is_same(passage.text, passages[known.headline].text):
        return DUPLICATE
    return BYLINE if number == known.byline else passage.role


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Return only the letters and digits, for comparing titles; empty for a text too long for a title."""
    if len(text) > LONGEST_TITLE:
        return ""
    plain = text.lower() if text.isascii() else normalize("NFKC", text).casefold()
    return NOT_WORD.sub("", plain)


def _is_same(text: str, headline: str) -> bool:
    return len(text) <= 2 * len(headline) and squeezed(text) == squeezed(headline)


def _headline(passages: Sequence[Passage], article: Collection[int], title: str) -> int | None:
    """Return the index of a heading or article passage with the title's text, or of a main heading close to it."""
    wanted = squeezed(title)
    if not wanted:
        return None
    found = [i for i, p in enumerate(passages) if (p.level or i in article) and squeezed(p.text) == wanted]
    if found:
        return min(found, key=lambda i: (passages[i].level or len(passages), i))
    near = (i for i, passage in enumerate(passages) if passage.level == 1 and _overlaps_most(passage.text, wanted))
    return next(near, None)


def _overlaps_most(text: str, wanted: str) -> bool:
    """Return whether one text contains the other and is at most twice as long, as sites add their name to titles."""
    own = squeezed(text)
    return (own in wanted or wanted in own) and 2 * min(len(own), len(wanted)) >= max(len(own), len(wanted))


def _byline(passages: Sequence[Passage], within: range, author: str) -> int | None:
    """Return the index of the article's first short passage with the first author's name."""
    name = author.split(";")[0].strip()
    if not name:
        return None
    return next(
        (i for i in within if name in passages[i].text and len(passages[i].text) <= len(name) + BYLINE_MORE), None
    )
