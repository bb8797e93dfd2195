"""ClaimReview: claims with a verdict as schema.org JSON-LD, for fact-checkers to embed in web pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from annotator.interop.format import ARTICLE, ATTRIBUTES, OVERLAPS, RELATIONS, Format
from annotator.interop.formats.claim_review.schema_org import (
    OF_ARTICLE,
    TYPES,
    cited,
    named,
    news_article,
    people,
    rating,
    writer,
)
from annotator.interop.json.writing import json_line
from annotator.interop.options import Options
from annotator.interop.outgoing.records import filled
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.language.annotator_names import people_of
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.translation.messages import N_, _

CLAIM, SOURCE, SAID_BY = "claim", "source", "attributed_to"
DAY = re.compile(r"\d{4}-\d\d-\d\d(T\S*)?")

NO_CLAIM = N_("only claims with a verdict, and their sources, make a ClaimReview")
NO_REVIEW = N_("it has no claim with a verdict that can be written")
NO_VERDICT = N_("the claim has no verdict")
NO_WORDS = N_("the words are left out, and the claim is not given in full")
NO_NAME = N_("the words are left out, and the source has no name")
NO_PLACE = N_("a ClaimReview only has whom a claim with a verdict is attributed to")
NOT_ALL = N_("some of its attributes have no place in a ClaimReview")
NOT_ALL_OF_ARTICLE = N_("some of the article's attributes have no place in a ClaimReview")
NO_ADDRESS = N_("Each ClaimReview still needs “url”, the address of the page on which the check is published.")


@dataclass(slots=True)
class _Selection:
    """Sources of each reviewed claim by the claim's id, the used annotations, and what is left out with the reason."""

    sources: dict[str, list[Annotation]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    left_out: list[tuple[Annotation | Relation, str]] = field(default_factory=list)


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write one list of reviews; “<” is escaped, since the file is pasted into a script element."""
    with output.text() as file:
        file.write('{"@context":"https://schema.org","@graph":[')
        between = "\n"
        for entry in entries:
            for review in _reviews(entry, options, report):
                file.write(between + json_line(review).replace("<", "\\u003c"))
                between = ",\n"
        file.write("\n]}\n")
    if between != "\n":
        report.notes.append(_(NO_ADDRESS))


def _reviews(entry: Entry, options: Options, report: Report) -> Iterator[dict[str, Any]]:
    found = _find(entry, options)
    for item, why in found.left_out:
        report.left_out(entry, item, why)
    if not found.sources:
        report.document_left_out(entry, NO_REVIEW)
    elif {*entry.document.article_extra}.difference(OF_ARTICLE):
        report.document_altered(entry, NOT_ALL_OF_ARTICLE)
    for item in entry.annotations:
        if item.id not in found.used:
            continue
        if not all(_is_representable(item.label, key, value) for key, value in item.attributes.items()):
            report.altered(entry, item, NOT_ALL)
        if item.label == CLAIM:
            yield _review(entry, item, found.sources[item.id])


def _find(entry: Entry, options: Options) -> _Selection:
    found, items = _Selection(), entry.document.annotations
    why_not = {item.id: _why_not(item, options) for item in entry.annotations}
    found.sources = {item.id: [] for item in entry.annotations if item.label == CLAIM and not why_not[item.id]}
    for relation in entry.relations:
        source = items[relation.target]
        if relation.type != SAID_BY or relation.source not in found.sources or source.label != SOURCE:
            found.left_out.append((relation, NO_PLACE))
        elif why_not[source.id]:
            found.left_out.append((relation, why_not[source.id]))
        else:
            found.sources[relation.source].append(source)
    found.used = {*found.sources, *(source.id for sources in found.sources.values() for source in sources)}
    found.left_out += [(item, why_not[item.id] or NO_CLAIM) for item in entry.annotations if item.id not in found.used]
    return found


def _why_not(item: Annotation, options: Options) -> str:
    """Return why the annotation cannot be part of a review, whatever its relations; empty where it can."""
    match item.label:
        case "claim":
            if not _text(item, "verdict"):
                return NO_VERDICT
            return "" if options.with_text or _text(item, "in_full") else NO_WORDS
        case "source":
            return "" if options.with_text or _text(item, "entity") else NO_NAME
        case _:
            return NO_CLAIM


def _is_representable(label: str, key: str, value: Value) -> bool:
    """Return whether a review can hold the attribute's value."""
    match label, key, value:
        case ("claim", "in_full" | "verdict", str()) | ("source", "entity" | "link", str()):
            return True
        case "claim", "checked_on", str() as day:
            return DAY.fullmatch(day) is not None
        case "claim", "evidence", list() as links:
            return all(isinstance(link, str) for link in links)
        case "source", "kind", str() as kind:
            return kind in TYPES
        case _:
            return False


def _review(entry: Entry, claim: Annotation, sources: list[Annotation]) -> dict[str, Any]:
    about, day = entry.document.article_extra, _text(claim, "checked_on")
    authors = [_said_by(source, entry.text) for source in sources]
    if not authors and _text(claim, "voice") == "author":
        authors = [writer(about)]
    evidence = claim.attributes.get("evidence")
    links = [link for link in evidence if isinstance(link, str)] if isinstance(evidence, list) else []
    author = [author for at, author in enumerate(authors) if author and author not in authors[:at]]
    return {
        "@type": "ClaimReview",
        "claimReviewed": _text(claim, "in_full") or claim.span.of(entry.text),
        **filled({"datePublished": day if DAY.fullmatch(day) else ""}),
        **filled({"author": people(people_of(entry.document))}),
        "reviewRating": rating(_text(claim, "verdict")),
        "itemReviewed": {"@type": "Claim", **filled({"author": author, "appearance": news_article(about)})},
        **filled({"citation": [cited(link) for link in links]}),
    }


def _said_by(source: Annotation, text: str) -> dict[str, str]:
    name = _text(source, "entity") or source.span.of(text)
    return named(TYPES.get(_text(source, "kind"), ""), name) | filled({"sameAs": _text(source, "link")})


def _text(item: Annotation, key: str) -> str:
    value = item.attributes.get(key)
    return value if isinstance(value, str) else ""


FORMAT = Format(
    "claimreview",
    "ClaimReview",
    ".jsonld",
    frozenset({ATTRIBUTES, RELATIONS, ARTICLE, OVERLAPS}),
    write,
    textless=True,
)
