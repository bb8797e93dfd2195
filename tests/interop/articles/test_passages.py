"""Passages that were left out of an article, as the report names them."""

from __future__ import annotations

from annotator.interop.articles.passages import notes_on_left_out


def test_a_passage_that_is_a_quotation_has_one_pair_of_marks() -> None:
    told = "Left out between the paragraphs of the article: “Nobody knew”."
    assert notes_on_left_out(["“Nobody knew”", "„Nobody knew“", "Nobody knew"]) == (told,) * 3
