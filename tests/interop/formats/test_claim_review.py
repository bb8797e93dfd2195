"""ClaimReview: checked against a table of what schema.org and Google ask for, and expanded by pyld."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.interop.options import Options
from annotator.interop.report import Loss
from annotator.language.annotator_names import GOLD
from annotator.model.annotation import Relation, Value
from annotator.model.entry import Entry
from annotator.model.kinds.decisions import Decision
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import ARABIC, LATIN, annotation, document, exported, hard_entries

SCHEMA = "https://schema.org/"
RULES: dict[str, dict[str, tuple[str, ...]]] = {
    "ClaimReview": {
        "claimReviewed": ("text",),
        "reviewRating": ("Rating",),
        "itemReviewed": ("Claim",),
        "author": ("Person", "Organization"),
        "datePublished": ("date",),
        "citation": ("CreativeWork",),
    },
    "Rating": {
        "alternateName": ("text",),
        "ratingValue": ("number",),
        "bestRating": ("number",),
        "worstRating": ("number",),
    },
    "Claim": {"author": ("Person", "Organization", "Thing"), "appearance": ("NewsArticle",)},
    "NewsArticle": {
        "url": ("url",),
        "headline": ("text",),
        "datePublished": ("date",),
        "author": ("Person",),
        "publisher": ("Organization",),
    },
    "CreativeWork": {"url": ("url",), "name": ("text",)},
    **{type: {"name": ("text",), "sameAs": ("url",)} for type in ("Person", "Organization", "Thing")},
}
"""By type, the properties that schema.org has for it, with what they may hold."""

REQUIRED = {
    "ClaimReview": ("claimReviewed", "reviewRating", "itemReviewed"),
    "Rating": ("alternateName",),
    **dict.fromkeys(("Person", "Organization", "Thing"), ("name",)),
}
"""What Google needs, but for ``url``, the address of a page that is not published yet."""

ABOUT: dict[str, Value] = {
    "title": "Aleppo",
    "outlet": "The Gazette",
    "byline": "A. Writer",
    "link": "https://gazette.example/a",
    "published": "2016-12-15",
}


def broken_rules(thing: dict[str, Any]) -> list[str]:
    """What of the thing, and of all in it, is not as the tables say."""
    type = thing.get("@type", "Thing")
    found = [f"{type} lacks {key}" for key in REQUIRED.get(type, ()) if key not in thing]
    for key, value in thing.items():
        for one in value if isinstance(value, list) else [value]:
            if key != "@type":
                found += _of_value(f"{type}.{key}", one, RULES[type].get(key, ()))
    return found


def _of_value(where: str, value: Any, allowed: tuple[str, ...]) -> list[str]:
    if isinstance(value, dict):
        return ([] if value.get("@type", "Thing") in allowed else [f"{where} is no {allowed}"]) + broken_rules(value)
    patterns = {"text": r"(?s).+", "date": r"\d{4}-\d\d-\d\d.*", "url": r"https?://.+", "number": r"\d+"}
    is_right = any(kind in patterns and re.fullmatch(patterns[kind], str(value)) for kind in allowed)
    return [] if is_right else [f"{where} may not be {value!r}"]


def latin(**about: Value) -> Entry:
    """Two claims with verdicts, one of them attributed; one without; a source that nobody needs."""
    items = (
        annotation(
            "c1",
            "claim",
            LATIN,
            "Some 40,000 people left cafe\u0301s and homes",
            verdict="refuted",
            checked_on="2025-03-04",
            in_full="Some 40,000 people left Aleppo </script> 👩‍👩‍👧.",
            evidence=["https://example.org/a?b=c&d", "The ICRC’s log"],
        ),
        annotation("c2", "claim", LATIN, "it says =1+1", verdict="not-enough-evidence", kind="event", voice="author"),
        annotation("c3", "claim", LATIN, "A second paragraph"),
        annotation("f1", "figure", LATIN, "Some 40,000", value=40000),
        annotation("s1", "source", LATIN, "Peter Maurer", entity="P. Maurer", kind="person", link="https://m.example/"),
        annotation("s2", "source", LATIN, "the Red Cross’s president", kind="witness"),
        annotation("s3", "source", LATIN, "people"),
        annotation("s4", "source", LATIN, "the Red Cross’s president"),
        Relation("r1", "attributed_to", "c1", "s1"),
        Relation("r2", "attributed_to", "c1", "s2"),
        Relation("r3", "attributed_to", "c3", "s3"),
        Relation("r5", "attributed_to", "c1", "s4"),
        Relation("r4", "quantifies", "f1", "c1"),
    )
    made = document("aleppo.txt", LATIN, *items, annotator="alice")
    return Entry("aleppo.txt", replace(made, article_extra=ABOUT | about), built_in_scheme())


def reviews(path: Path) -> list[dict[str, Any]]:
    graph: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["@graph"]
    return graph


def test_a_claim_with_all_that_is_known(tmp_path: Path) -> None:
    exported("claimreview", tmp_path / "o", entries=[latin()])
    first, second = reviews(tmp_path / "o")
    assert first == {
        "@type": "ClaimReview",
        "claimReviewed": "Some 40,000 people left Aleppo </script> 👩‍👩‍👧.",
        "datePublished": "2025-03-04",
        "author": {"@type": "Person", "name": "alice"},
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Refuted",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": [
                {"@type": "Person", "name": "P. Maurer", "sameAs": "https://m.example/"},
                {"name": "the Red Cross’s president"},
            ],
            "appearance": {
                "@type": "NewsArticle",
                "url": "https://gazette.example/a",
                "headline": "Aleppo",
                "datePublished": "2016-12-15",
                "author": {"@type": "Person", "name": "A. Writer"},
                "publisher": {"@type": "Organization", "name": "The Gazette"},
            },
        },
        "citation": [
            {"@type": "CreativeWork", "url": "https://example.org/a?b=c&d"},
            {"@type": "CreativeWork", "name": "The ICRC’s log"},
        ],
    }
    assert second["claimReviewed"] == "it says =1+1"
    assert second["reviewRating"] == {"@type": "Rating", "alternateName": "Not enough evidence"}
    assert second["itemReviewed"]["author"] == [{"@type": "Person", "name": "A. Writer"}]


@pytest.mark.parametrize("deciders", [[], ["Dee"], ["Dee", "Lea"]])
def test_the_author_of_a_final_version_is_who_has_decided(tmp_path: Path, deciders: list[str]) -> None:
    decisions = {name: Decision(name, by=name) for name in deciders}
    final = replace(latin().document.with_items(Decision, decisions), annotator=GOLD)
    exported("claimreview", tmp_path / "o", entries=[replace(latin(), document=final)])
    people = [{"@type": "Person", "name": name} for name in deciders]
    wanted = people if len(people) > 1 else people[0] if people else None
    assert [review.get("author") for review in reviews(tmp_path / "o")] == [wanted, wanted]


def test_it_keeps_the_rules(tmp_path: Path) -> None:
    entries = [latin(), replace(latin(), path="b.txt", document=replace(latin().document, article_extra={}))]
    exported("claimreview", tmp_path / "o", entries=entries)
    found = reviews(tmp_path / "o")
    assert len(found) == 4
    assert [broken for review in found for broken in broken_rules(review)] == []
    assert broken_rules({"@type": "ClaimReview", "reviewRating": {"@type": "Rating"}}) == [
        "ClaimReview lacks claimReviewed",
        "ClaimReview lacks itemReviewed",
        "Rating lacks alternateName",
    ]


def test_each_thing_that_is_no_review_is_reported_once(tmp_path: Path) -> None:
    report = exported("claimreview", tmp_path / "o", entries=[latin(archived="https://a.example/")])
    no_claim = "only claims with a verdict, and their sources, make a ClaimReview"
    no_place = "a ClaimReview only has whom a claim with a verdict is attributed to"
    assert {(loss.what, loss.id, loss.why) for loss in report.losses} == {
        ("left out", "r3", no_place),
        ("left out", "r4", no_place),
        ("left out", "c3", "the claim has no verdict"),
        ("left out", "f1", no_claim),
        ("left out", "s3", no_claim),
        ("altered", "c2", "some of its attributes have no place in a ClaimReview"),
        ("altered", "s2", "some of its attributes have no place in a ClaimReview"),
        ("altered", "", "some of the article's attributes have no place in a ClaimReview"),
    }
    assert len(report.losses) == 8
    assert (report.documents, report.annotations, report.relations) == (1, 5, 3)
    assert report.notes == [
        "Each ClaimReview still needs “url”, the address of the page on which the check is published."
    ]


@pytest.mark.parametrize(
    ("name", "value"), [("checked_on", "last week"), ("evidence", "https://e.example/"), ("in_full", 3)]
)
def test_a_value_of_another_type_is_reported(tmp_path: Path, name: str, value: Value) -> None:
    item = annotation("c1", "claim", ARABIC, "نحو ثلاثة", verdict="conflicting", **{name: value})
    entry = Entry("a.txt", document("a.txt", ARABIC, item), built_in_scheme())
    report = exported("claimreview", tmp_path / "o", entries=[entry])
    why = "some of its attributes have no place in a ClaimReview"
    assert report.losses == [Loss("altered", "annotation", "a.txt", "c1", why, 32)]
    (review,) = reviews(tmp_path / "o")
    assert review["reviewRating"]["ratingValue"] == 3
    assert broken_rules(review) == []
    assert review["claimReviewed"] == "نحو ثلاثة"


def test_without_the_text_only_what_is_given_in_full(tmp_path: Path) -> None:
    report = exported("claimreview", tmp_path / "o", Options(with_text=False), [latin()])
    (review,) = reviews(tmp_path / "o")
    assert "president" not in (tmp_path / "o").read_text("utf-8")
    assert [author["name"] for author in review["itemReviewed"]["author"]] == ["P. Maurer"]
    whys = {loss.id: loss.why for loss in report.losses if loss.what == "left out"}
    assert whys["c2"] == "the words are left out, and the claim is not given in full"
    assert whys["s2"] == whys["r2"] == "the words are left out, and the source has no name"


def test_nothing_in_it_ends_a_script_element(tmp_path: Path) -> None:
    exported("claimreview", tmp_path / "o", entries=[latin()])
    assert "<" not in (tmp_path / "o").read_text("utf-8")


def test_without_a_verdict_it_is_an_empty_list(tmp_path: Path) -> None:
    report = exported("claimreview", tmp_path / "o")
    assert reviews(tmp_path / "o") == []
    assert (report.documents, report.annotations, report.relations, report.notes) == (0, 0, 0, [])
    assert sum(loss.why == "it has no claim with a verdict that can be written" for loss in report.losses) == len(
        hard_entries()
    )


def test_pyld_expands_it(tmp_path: Path) -> None:
    """The context is schema.org's own in the one point that counts here: every word is one of its vocabulary."""
    pyld = pytest.importorskip("pyld")

    def load(url: str, options: dict[str, Any]) -> dict[str, Any]:
        assert url.rstrip("/") == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA}}}

    pyld.jsonld.set_document_loader(load)
    exported("claimreview", tmp_path / "o", entries=[latin()])
    expanded = pyld.jsonld.expand(json.loads((tmp_path / "o").read_text("utf-8")))
    assert [thing["@type"] for thing in expanded] == [[f"{SCHEMA}ClaimReview"]] * 2
    (rating,) = expanded[0][f"{SCHEMA}reviewRating"]
    assert rating[f"{SCHEMA}alternateName"] == [{"@value": "Refuted"}]
    assert expanded[1][f"{SCHEMA}claimReviewed"] == [{"@value": "it says =1+1"}]
