"""Differences by label, and the page of them: everything escaped, nobody named unless that is asked for."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme import Guideline, Label, Scheme
from annotator.model.span import Span
from annotator.review.comparing import compared
from annotator.review.disagreements import Disagreements
from annotator.review.disagreements_page import disagreements_page
from annotator.translation.messages import use
from tests.support.review.annotators import read_annotators, some_documents

SCHEME = Scheme(
    "s", "S", labels=(Label("claim", "c", "#000000", "fill", guideline=Guideline("Says <so>.", ("yes",), ("no",))),)
)


def gathered(*stems: str) -> Disagreements:
    found = Disagreements()
    for stem in stems:
        found.add(f"{stem}.txt", SCHEME, read_annotators(stem))
    return found


def test_differences_are_counted_by_kind_and_by_label() -> None:
    found = gathered("ferry", "orchard", "school")
    assert found.articles == 3
    clusters = [one for stem in ("ferry", "orchard", "school") for one in compared(read_annotators(stem))]
    assert sum(found.kinds.values()) == sum(not one.agreed for one in clusters)
    shares = [one.share for one in found.labels]
    assert shares == sorted(shares, reverse=True)
    assert {one.label for one in found.labels} == {"claim", "source", "figure"}
    assert all(len(one.examples) <= 8 for one in found.labels)


@given(some_documents())
def test_each_label_has_the_places_in_which_anybody_used_it(documents: dict[str, Document]) -> None:
    found = Disagreements()
    found.add("words.txt", SCHEME, documents)
    clusters = compared(documents)
    for one in found.labels:
        with_label = [c for c in clusters if any(v.label == one.label for v in c.versions.values())]
        assert (one.places, one.differing) == (len(with_label), sum(not c.agreed for c in with_label))


def test_names_are_on_the_page_only_if_they_are_asked_for() -> None:
    found = gathered("ferry")
    hidden, named = disagreements_page(found).decode(), disagreements_page(found, with_names=True).decode()
    assert "<th>ben</th>" not in hidden
    assert "<th>A</th>" in hidden
    assert "<th>ben</th>" in named


@given(st.text("<>&\"'/abc script", max_size=30).filter(str.strip))
def test_nothing_of_an_article_becomes_markup(text: str) -> None:
    article = Article.of("<b>.txt", f"{text} x")
    mark = Annotation("a", "<i>", Span(0, len(text)), {"<u>": "<s>"})
    documents = {
        "<img>": Document(article, {"a": mark}, annotator="<img>"),
        "b": Document(article, {"b": altered(mark, id="b", attributes={})}, annotator="b"),
    }
    found = Disagreements()
    found.add("<b>.txt", SCHEME, documents)
    page = disagreements_page(found, with_names=True).decode()
    for tag in ("<img>", "<i>", "<u>", "<s>", "<b>", "<script"):
        assert tag not in page
    assert "default-src 'none'" in page


def test_the_page_has_the_direction_of_the_language_in_use() -> None:
    """Its words are in that language, as is what screen readers make of it."""
    assert disagreements_page(gathered("ferry")).startswith(b'<!doctype html>\n<html lang="en" dir="ltr">')
    use(language="ar")
    try:
        page = disagreements_page(gathered("ferry"))
    finally:
        use()
    assert page.startswith(b'<!doctype html>\n<html lang="ar" dir="rtl">')


def test_the_guideline_stands_beside_its_label() -> None:
    assert "Says &lt;so&gt;.<br>✓ yes<br>✕ no" in disagreements_page(gathered("ferry")).decode()


def test_articles_of_one_annotator_and_of_another_text_are_left_out() -> None:
    documents = read_annotators("ferry")
    found = Disagreements()
    found.add("a.txt", SCHEME, {"ann": documents["ann"]})
    other = replace(documents["ben"], article=Article.of("ferry.txt", "Another text."), items={})
    found.add("b.txt", SCHEME, {"ann": documents["ann"], "ben": other})
    assert (found.articles, found.left_out) == (0, 1)
