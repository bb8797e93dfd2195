"""Criticism with the reply of the criticised, on the page and on the sheet."""

from __future__ import annotations

import pytest

from annotator.interop.handover.content import HandedArticle, HandedCriticism, HandOver
from annotator.interop.handover.html.sections import criticism_section
from annotator.interop.handover.sheet_words import criticism_line

ARTICLE = HandedArticle("a.txt", "“We deny it”, they said.", "0" * 64, "A title")


@pytest.mark.parametrize("words", ["“We deny it”", "„We deny it“", "We deny it"])
def test_a_reply_in_the_article_has_one_pair_of_marks(words: str) -> None:
    one = HandedCriticism((2,), "The council", "yesterday", answered_in=(words,))
    assert criticism_line(one).endswith(": “We deny it”")
    page = criticism_section(HandOver(ARTICLE, criticism=(one,)))
    assert page.count("“We deny it”") == 1
    assert "““" not in page
