"""The page of a hand-over: the article to the character, marks at their words, and nothing from outside."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.handover.choices import Choices
from annotator.interop.handover.contents import contents_of
from annotator.interop.handover.html.page import page
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.evidence import Evidence
from annotator.model.span import Span
from annotator.translation.messages import use
from tests.support.document_strategies import documents
from tests.support.handover.checked_story import SCHEME, SECRET, TEXT, checked_story, signed_by
from tests.support.handover.page_reader import PageReader

STORY = page(contents_of(checked_story(), SCHEME, Choices()))
ACTIVE = {"script", "style", "iframe", "object", "embed", "img", "link", "base", "form"}
BEFORE_THE_NUMBER = "The bell weighs 412 kilos 🔔"


@st.composite
def crossing_documents(draw: st.DrawFn) -> Document:
    """Draw a text of few lines with many marks that lie over each other in every way."""
    text = draw(st.text(st.sampled_from("ab \n🔔<"), min_size=2, max_size=30))
    ends = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=12))
    labels = [draw(st.sampled_from([label.id for label in SCHEME.labels])) for _ in ends]
    spans = [Span(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]]
    return story_of(
        text, *(Annotation(f"m{at}", label, span) for at, (span, label) in enumerate(zip(spans, labels, strict=False)))
    )


def read(document: Document) -> PageReader:
    return PageReader(page(contents_of(document, SCHEME, Choices())))


def story_of(text: str, *marks: Annotation) -> Document:
    return Document(Article.of("story.txt", text), {mark.id: mark for mark in marks})


@given(documents())
def test_the_column_has_the_articles_text_and_each_mark_its_words(document: Document) -> None:
    text, found = document.article.text, read(document)
    assert found.column == text
    placed = [one for one in document.annotations.values() if not one.displaced and one.span.end <= len(text)]
    for one in placed:
        assert found.marks[one.id] == one.span.of(text).replace("\n", "")
    assert {id for id, words in found.marks.items() if words} <= {one.id for one in placed}
    assert not found.unclosed


@given(crossing_documents())
def test_marks_over_each_other_keep_text_and_words(document: Document) -> None:
    text, found = document.article.text, read(document)
    assert found.column == text
    for id, one in document.annotations.items():
        assert found.marks[id] == one.span.of(text).replace("\n", "")
    claims = [one for one in document.annotations.values() if one.label == "claim"]
    assert len(found.numbers) == len(set(found.numbers)) == len(found.notes) == len(claims)


@given(documents())
def test_nothing_in_a_document_becomes_active(document: Document) -> None:
    found = read(document)
    assert [tag for tag, _about in found.tags if tag in ACTIVE] == ["style", "script"]
    assert not [name for _tag, about in found.tags for name in about if name.startswith("on") or name == "style"]
    assert all(re.match("#|https?://", address) for address in found.addresses)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example",
        "https:",
    ],
)
def test_only_web_addresses_become_links(link: str) -> None:
    document = checked_story()
    piece = Evidence("e1", ("c1",), title="Bill", link=link, archived=link)
    made = read(document.with_items(Evidence, {"e1": piece}))
    assert link not in made.addresses
    assert "Bill" in made.text


def test_links_of_evidence_are_told_apart_from_its_pieces() -> None:
    assert "evidence links https://bells.example/bill" in " ".join(PageReader(STORY).text.split())


def test_links_out_do_not_tell_where_they_come_from() -> None:
    links = [about for tag, about in PageReader(STORY).tags if tag == "a" and not about["href"].startswith("#")]  # type: ignore[union-attr]
    assert {link["href"] for link in links} == {
        "https://valley.example/bell",
        "https://foundry.example/412",
        "https://bells.example/bill",
    }
    assert all("noopener" in str(link["rel"]) for link in links)


def test_the_policy_allows_the_pages_own_style_and_script_and_nothing_else() -> None:
    policy = next(
        str(about["content"])
        for tag, about in PageReader(STORY).tags
        if tag == "meta" and about.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*)</{tag}>", STORY, re.DOTALL)
        assert content
        hash = b64encode(sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{hash}'" in policy
    assert "http" not in policy
    assert not re.search(r"url\(|@import|src=", STORY)


def test_each_number_stands_after_its_mark_and_leads_to_its_note() -> None:
    found = PageReader(STORY)
    assert found.numbers == ["2", "3"]
    before, _number, after = STORY.partition('<a class="n" id="r2"')
    assert before.endswith(f"{BEFORE_THE_NUMBER.rpartition(' ')[2]}</span>")
    assert after
    assert {"#n2", "#r2", "#f2", "#E1"} <= {*found.addresses}


def test_notes_tell_verdict_state_speaker_figure_evidence_and_wording() -> None:
    notes = PageReader(STORY).notes
    for words in ("✓ supported", "✓ confirmed", "Rosa Lind", "412 kilos", "E1", "Foundry’s bill", "2026-11-27"):
        assert words in notes["2"]
    for words in ("✕ refuted", "→ change", "58 per cent → 42 per cent", "Accounts", "Which old bell?", "confidential"):
        assert words in notes["3"]
    assert "<del>" in STORY


def test_on_paper_a_note_names_evidence_by_its_number_and_page() -> None:
    pages = {about.get("data-page") for _tag, about in PageReader(STORY).tags if about.get("class") == "piece"}
    assert pages == {None, "page 14"}
    assert re.search(r'#E1">E1</a><span class="told"> <bdi>Foundry’s bill', STORY)


def test_notes_stand_in_the_paragraph_of_their_number() -> None:
    paragraphs = re.findall(r'<div class="para.*?</div>(?=\n|</div>\n)', STORY, re.DOTALL)
    assert [re.findall(r'id="n(\d+)"', one) for one in paragraphs] == [[], ["2"], ["3"]]


def test_a_fact_without_a_place_is_listed_and_not_marked() -> None:
    found = PageReader(STORY)
    assert "The bell was stolen" in found.text
    assert "c3" not in found.marks
    assert "1" not in found.notes


def test_confidential_evidence_is_only_counted() -> None:
    assert SECRET not in STORY
    assert "1 piece is confidential and not listed" in PageReader(STORY).text


def test_the_banner_says_who_signed_and_whether_the_text_is_still_the_same() -> None:
    document = checked_story()
    assert "Signed off by Ines Okoro" in PageReader(STORY).text
    assert "the text below is this text" in PageReader(STORY).text
    second = signed_by(document, "Sam Poe", "2026-11-28T18:41:00Z")
    assert "Signed off by Ines Okoro, Sam Poe" in read(second).text
    changed = read(replace(document, article=Article.of("bell.txt", TEXT.replace("412", "413"))))
    assert "it has changed since" in changed.text
    assert "Nobody has signed off this article yet." in read(story_of("A text.")).text


def test_an_article_without_facts_says_so() -> None:
    found = read(story_of("Nothing is marked here."))
    assert "No fact is marked that was chosen." in found.text
    assert found.column == "Nothing is marked here."


def test_marks_that_cross_are_divided_and_those_over_a_newline_go_on() -> None:
    text = "One two three\nfour five."
    crossing = Annotation("a", "claim", Span(0, 7)), Annotation("b", "source", Span(4, 18))
    found = read(story_of(text, *crossing))
    assert found.column == text
    assert (found.marks["a"], found.marks["b"]) == ("One two", "two threefour")
    assert sum(about.get("data-m") == "b" for _tag, about in found.tags) == 3


def test_a_mark_that_ends_with_a_newline_has_its_number_in_that_line() -> None:
    found = page(contents_of(story_of("One.\nTwo.", Annotation("a", "claim", Span(0, 5))), SCHEME, Choices()))
    first = found[found.index('<div class="para') :]
    assert first.index('id="r1"') < first.index("Two.")


def test_blanks_that_a_browser_would_join_are_shown_as_they_are() -> None:
    found = page(contents_of(story_of("A  b\nplain text"), SCHEME, Choices()))
    assert '<p dir="auto" class="blanks">A  b</p>' in found
    assert '<p dir="auto">plain text</p>' in found


def test_an_article_from_right_to_left_has_its_direction_and_language() -> None:
    document = replace(story_of("غادر نحو ٣٠٠٠ شخص المدينة."), article_extra={"language": "ar"})
    column = next(about for _tag, about in read(document).tags if about.get("class") == "column")
    assert (column["dir"], column["lang"]) == ("rtl", "ar")


def test_notes_have_the_direction_of_the_language_in_use() -> None:
    document = story_of("غادر نحو ٣٠٠٠ شخص المدينة.", Annotation("a", "claim", Span(0, 8)))
    assert '</a><div lang="en" dir="ltr">' in page(contents_of(document, SCHEME, Choices()))
    use(language="ar")
    try:
        made = page(contents_of(document, SCHEME, Choices()))
    finally:
        use()
    assert made.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert '</a><div lang="ar" dir="rtl">' in made


def test_each_label_has_its_mark_and_colours_that_can_be_told_from_the_ground() -> None:
    for style in ("fill", "line", "box", "dotted", "dashed", "bar"):
        assert re.search(rf'class="m {style} l\d lane', STORY)
    pale = altered(SCHEME, labels=tuple(altered(label, colour="#FFFFF0") for label in SCHEME.labels))
    assert "--stroke:#FFFFF0" not in page(contents_of(checked_story(), pale, Choices())).partition("@media")[0]


def test_charts_are_pictures_in_the_page_in_which_nothing_can_run() -> None:
    chart = "<svg><title>A &amp; B</title><script>alert(1)</script></svg>"
    made = page(contents_of(checked_story(), SCHEME, Choices(), charts=[chart]))
    picture = next(about for tag, about in PageReader(made).tags if tag == "img")
    assert picture["alt"] == "A & B"
    assert b64decode(str(picture["src"]).removeprefix("data:image/svg+xml;base64,")).decode() == chart
    assert "alert" not in made
    assert "; img-src data:" in made
    assert "img-src" not in STORY


def test_a_carriage_return_stays_one_in_a_browser() -> None:
    assert "A&#13;b" in page(contents_of(story_of("A\rb"), SCHEME, Choices()))


def test_a_page_does_not_grow_without_bounds_where_very_many_marks_cross() -> None:
    count = 400
    crossing = (Annotation(f"m{at}", "claim", Span(at, count + at)) for at in range(count))
    made = page(contents_of(story_of("x" * 2 * count, *crossing), SCHEME, Choices()))
    found = PageReader(made)
    assert found.column == "x" * 2 * count
    assert len(found.numbers) == count
    assert sum("data-m" in about for _tag, about in found.tags) < 60 * count
