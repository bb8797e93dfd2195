"""Claims with a verdict as schema.org ClaimReview, one object each, for the page on which the check is published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urldefrag

from annotator.interop.formats.claim_review.schema_org import (
    ORGANISATION,
    TYPES,
    cited,
    day_or_time,
    named,
    news_article,
    people,
    rating,
    writer,
)
from annotator.interop.handover.content import HandedFact, HandOver, Piece, Speaker
from annotator.interop.handover.html.markup import is_web_address
from annotator.interop.handover.words import AUTHOR, one_line
from annotator.interop.json.writing import json_line
from annotator.interop.outgoing.records import filled

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def file_of(handed: HandOver) -> bytes:
    """Return the reviews as one JSON-LD object; “<” is escaped, as the file is pasted into a script element."""
    reviews = ",\n".join(json_line(review).replace("<", "\\u003c") for review in reviews_of(handed))
    return f'{{"@context":"https://schema.org","@graph":[\n{reviews}\n]}}\n'.encode("utf-8", "replace")


def reviews_of(handed: HandOver) -> Iterator[dict[str, Any]]:
    """Yield a review of each fact that has a verdict."""
    about, pieces = _about(handed), {piece.label: piece for piece in handed.evidence}
    return (_review(fact, handed, about, pieces) for fact in handed.facts if fact.verdict)


def _review(fact: HandedFact, handed: HandOver, about: dict[str, Any], pieces: Mapping[str, Piece]) -> dict[str, Any]:
    claimed = {"author": _authors(fact, about), "appearance": news_article(about)}
    claimed["datePublished"] = day_or_time(handed.article.published)
    return {
        "@type": "ClaimReview",
        **filled({"url": _address(handed.url, fact.number)}),
        "claimReviewed": one_line(fact.told),
        **filled({"datePublished": _day_of(fact, handed)}),
        **filled({"author": people(_reviewers(handed))}),
        "reviewRating": rating(fact.verdict),
        "itemReviewed": {"@type": "Claim", **filled(claimed)},
        **filled({"citation": [*_citations(fact, pieces)]}),
    }


def _address(page: str, number: int) -> str:
    """Return the address of the claim on the page, in place of any other place on it; empty where that is none."""
    return f"{urldefrag(page).url}#f{number}" if is_web_address(page) else ""


def _about(handed: HandOver) -> dict[str, Any]:
    article = handed.article
    link = article.link if is_web_address(article.link) else ""
    return {
        "link": link,
        "title": article.title if article.title != article.name else "",
        "published": article.published,
        "byline": article.byline,
        "outlet": article.outlet,
    }


def _authors(fact: HandedFact, about: dict[str, Any]) -> list[dict[str, str]]:
    if not fact.speakers and fact.voice in ("", AUTHOR):
        return [one for one in [writer(about)] if one]
    return [_speaker(one) for one in fact.speakers]


def _speaker(speaker: Speaker) -> dict[str, str]:
    link = speaker.link if is_web_address(speaker.link) else ""
    return named(TYPES.get(speaker.kind, ""), speaker.name) | filled({"sameAs": link})


def _reviewers(handed: HandOver) -> Sequence[str]:
    signature = handed.signature
    return [signature.by] if signature and signature.by else handed.people


def _day_of(fact: HandedFact, handed: HandOver) -> str:
    """Return the day of the check, else that of the sign-off; empty where neither is known."""
    signature = handed.signature
    days = (fact.checked_on, signature.at if signature else "")
    return next((found[0] for day in days if (found := DAY.match(day))), "")


def _citations(fact: HandedFact, pieces: Mapping[str, Piece]) -> Iterator[dict[str, str]]:
    for piece in (pieces[label] for label in fact.evidence):
        publisher = named(ORGANISATION, piece.publisher)
        url = piece.link if is_web_address(piece.link) else ""
        yield {"@type": "CreativeWork", **filled({"name": piece.told, "url": url, "publisher": publisher})}
    yield from map(cited, fact.links)
