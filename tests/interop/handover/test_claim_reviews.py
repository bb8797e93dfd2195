"""ClaimReview: the fields that search engines demand, and what is not known left out."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from annotator.interop.handover.choices import Choices
from annotator.interop.handover.claim_reviews import file_of
from annotator.interop.handover.contents import contents_of
from annotator.language.annotator_names import GOLD
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.decisions import Decision
from annotator.model.kinds.sign_offs import SignOff
from tests.support.document_strategies import documents
from tests.support.handover.checked_story import SCHEME, SECRET, checked_story


def graph(document: Document) -> list[dict[str, Any]]:
    content: dict[str, Any] = json.loads(file_of(contents_of(document, SCHEME, Choices())))
    assert content["@context"] == "https://schema.org"
    reviews: list[dict[str, Any]] = content["@graph"]
    return reviews


def test_a_claim_with_a_verdict_has_what_is_demanded() -> None:
    first, second = graph(checked_story())
    assert (first["@type"], first["claimReviewed"]) == ("ClaimReview", "The bell weighs 412 kilograms.")
    assert first["author"] == {"@type": "Person", "name": "Ines Okoro"}
    assert first["datePublished"] == "2026-11-27"
    assert first["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Supported",
        "ratingValue": 5,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert first["itemReviewed"]["author"] == [{"@type": "Person", "name": "Rosa Lind"}]
    assert first["itemReviewed"]["appearance"]["url"] == "https://valley.example/bell"
    assert first["itemReviewed"]["datePublished"] == "2026-11-26"
    assert second["reviewRating"]["ratingValue"] == 1
    assert second["datePublished"] == "2026-11-28"


@pytest.mark.parametrize(
    ("deciders", "author"),
    [
        ([], None),
        (["Dee"], {"@type": "Person", "name": "Dee"}),
        (["Dee", "Lea", "Dee"], [{"@type": "Person", "name": "Dee"}, {"@type": "Person", "name": "Lea"}]),
    ],
)
def test_the_final_version_is_no_person(deciders: list[str], author: object) -> None:
    decisions = {f"d{at}": Decision(f"d{at}", by=name) for at, name in enumerate(deciders)}
    story = replace(checked_story().with_items(SignOff, {}), annotator=GOLD).with_items(Decision, decisions)
    assert [review.get("author") for review in graph(story)] == [author, author]


def test_evidence_is_cited_but_what_is_confidential_is_not() -> None:
    first, second = graph(checked_story())
    assert [one["name"] for one in first["citation"]] == ["Foundry’s bill", "Accounts"]
    assert second["citation"][-1] == {"@type": "CreativeWork", "url": "https://bells.example/bill"}
    assert SECRET not in json.dumps([first, second])


def test_the_address_is_that_of_the_claim_on_the_published_page() -> None:
    assert not any("url" in review for review in graph(checked_story()))
    for page in ("https://desk.example/bell", "https://desk.example/bell#top"):
        handed = contents_of(checked_story(), SCHEME, Choices(url=page))
        urls = [review["url"] for review in json.loads(file_of(handed))["@graph"]]
        assert urls == ["https://desk.example/bell#f2", "https://desk.example/bell#f3"]


@pytest.mark.parametrize(("said", "told"), [("2026-11-26T08:00:00+01:00", True), ("2026-11-26, evening", False)])
def test_a_day_that_is_not_written_as_schema_org_demands_is_left_out(said: str, told: bool) -> None:
    story = checked_story()
    about = {**story.article_attributes, "published": said}
    claim = graph(replace(story, article_extra={"attributes": about}))[0]["itemReviewed"]
    assert ("datePublished" in claim, "datePublished" in claim["appearance"]) == (told, told)


def test_a_claim_over_several_lines_is_one_line() -> None:
    story = checked_story()
    one = story.annotations["c1"]
    broken = altered(one, attributes={**one.attributes, "in_full": "The bell\nweighs  412 kilograms."})
    assert graph(story.with_items(Annotation, {**story.annotations, "c1": broken}))[0]["claimReviewed"] == (
        "The bell weighs 412 kilograms."
    )


def test_without_a_verdict_there_is_no_review() -> None:
    bare = {id: altered(one, attributes={}) for id, one in checked_story().annotations.items()}
    assert graph(checked_story().with_items(Annotation, bare)) == []


@given(documents())
def test_the_file_can_be_pasted_into_a_script_element(document: Document) -> None:
    content = file_of(contents_of(document, SCHEME, Choices()))
    assert b"<" not in content
    json.loads(content)
