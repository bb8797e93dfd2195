"""Citations: the words, where the article is from, and where in it they are."""

from __future__ import annotations

import pytest

from annotator.model.annotation import Value
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.editing.citation import citation

TEXT = "Harbour wall gives way\n\nAbout 1,200 people left.\nNobody was hurt, she said."


def cited(words: str, **about: Value) -> str:
    start = TEXT.index(words)
    document = Document(Article.of("wall.txt", TEXT), article_extra={"attributes": about} if about else {})
    return citation(document, Span(start, start + len(words)))


def test_of_a_plain_article_the_file_and_the_paragraph() -> None:
    assert cited("1,200 people") == "“1,200 people” – wall.txt, paragraph 2"


def test_of_an_imported_one_what_is_known_of_it_in_one_order() -> None:
    about = {
        "link": "https://news.example/a",
        "title": "Harbour  wall",
        "published": "2026-11-20",
        "byline": "Ana Ruiz",
    }
    assert cited("Nobody was hurt", **about) == (
        "“Nobody was hurt” – Ana Ruiz, “Harbour wall”, 2026-11-20, https://news.example/a, (wall.txt, paragraph 3)"
    )


def test_what_cannot_be_seen_is_spelled_out() -> None:
    assert cited("Harbour", title="a\u202eb") == "“Harbour” – “a\\u202eb”, (wall.txt, paragraph 1)"


@pytest.mark.parametrize("attributes", ["none", [], {"title": ""}, {"title": None}])
def test_attributes_that_say_nothing(attributes: Value) -> None:
    document = Document(Article.of("wall.txt", TEXT), article_extra={"attributes": attributes})
    assert citation(document, Span(0, 7)) == "“Harbour” – wall.txt, paragraph 1"
