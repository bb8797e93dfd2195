"""Titles of steps name the words of a single annotation in one pair of quotation marks."""

from __future__ import annotations

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.editing.descriptions import accepting, noting, removing, tagging

QUOTE = Annotation("c1", "claim", Span(0, 12))
DOCUMENT = Document(Article.of("a.txt", "“We deny it”, they said."), {"c1": QUOTE})


def test_words_with_marks_of_their_own_have_one_pair() -> None:
    titles = [
        tagging(DOCUMENT, QUOTE, "claim"),
        removing(DOCUMENT, [QUOTE]),
        noting(DOCUMENT, QUOTE, "A note"),
        accepting(DOCUMENT, [QUOTE]),
    ]
    for said in (words for both in titles for words in both):
        assert said.count("“We deny it”") == 1
        assert "““" not in said
