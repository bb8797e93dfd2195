"""Citations: the words, where the article is from, and where in it they are."""

from __future__ import annotations

import pytest

from annotator.model.annotation import Value
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.editing.citation import Citation, citation

TEXT = "Harbour wall gives way\n\nAbout 1,200 people left.\nNobody was hurt, she said."


def cited(words: str, **about: Value) -> Citation:
    start = TEXT.index(words)
    document = Document(Article.of("wall.txt", TEXT), article_extra={"attributes": about} if about else {})
    return citation(document, Span(start, start + len(words)))


def test_of_a_plain_article_the_file_and_the_paragraph() -> None:
    assert cited("1,200 people").text == "“1,200 people” – wall.txt, paragraph 2"


def test_of_an_imported_one_what_is_known_of_it_in_one_order() -> None:
    about = {
        "link": "https://news.example/a",
        "title": "Harbour  wall",
        "published": "2026-11-20",
        "byline": "Ana Ruiz",
    }
    assert cited("Nobody was hurt", **about).text == (
        "“Nobody was hurt” – Ana Ruiz, “Harbour wall”, 2026-11-20, https://news.example/a, (wall.txt, paragraph 3)"
    )


def test_what_cannot_be_seen_is_spelled_out() -> None:
    assert cited("Harbour", title="a\u202eb").text == "“Harbour” – “a\\u202eb”, (wall.txt, paragraph 1)"


def test_words_and_a_title_with_marks_of_their_own_have_one_pair() -> None:
    document = Document(Article.of("a.txt", "“Nobody was hurt”"), article_extra={"attributes": {"title": "“No way”"}})
    assert citation(document, Span(0, 17)).text == "“Nobody was hurt” – “No way”, (a.txt, paragraph 1)"


@pytest.mark.parametrize("attributes", ["none", [], {"title": ""}, {"title": None}])
def test_attributes_that_say_nothing(attributes: Value) -> None:
    document = Document(Article.of("wall.txt", TEXT), article_extra={"attributes": attributes})
    assert citation(document, Span(0, 7)).text == "“Harbour” – wall.txt, paragraph 1"


def test_as_markdown_its_signs_are_no_format_and_the_title_leads_to_the_page() -> None:
    found = cited("About 1,200 people left.\nNobody", title="A *bold* wall", link="https://news.example/a").markdown
    assert found == (
        "> “About 1,200 people left.\n> Nobody”\n>\n"
        "> – [“A \\*bold\\* wall”](<https://news.example/a>), <https://news.example/a>, (wall.txt, paragraph 2)"
    )


def test_as_html_its_signs_are_no_elements_and_the_title_leads_to_the_page() -> None:
    found = cited("About", title="<b>Wall", outlet="R&D", link="https://news.example/a?b=1&c=2").html
    assert '<a href="https://news.example/a?b=1&amp;c=2">“&lt;b&gt;Wall”</a>, R&amp;D, ' in found
    assert found.startswith('<blockquote cite="https://news.example/a?b=1&amp;c=2" dir="auto"><p>“About”</p>')


@pytest.mark.parametrize("link", ["javascript:alert(1)", 'https://a.example/" onclick="x', "file:///etc/passwd"])
def test_what_is_no_link_to_a_page_leads_nowhere(link: str) -> None:
    found = cited("About", title="Wall", link=link)
    assert "href" not in found.html
    assert "](" not in found.markdown


@pytest.mark.parametrize(("form", "begins"), [("text", "“About” – "), ("markdown", "> “"), ("html", "<blockquote")])
def test_in_the_form_that_is_asked_for(form: str, begins: str) -> None:
    assert cited("About").in_form(form).startswith(begins)
