"""Corrections of an imported article, as the window lists them."""

from __future__ import annotations

import pytest

from annotator.model.annotation import Value
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.session.editing.corrections import corrections_of

TEXT = "The mill employs 12 people."


def listed(*entries: Value) -> list[tuple[int, str, str]]:
    about: dict[str, Value] = {"corrections": [*entries]}
    found = corrections_of(Document(Article.of("mill.txt", TEXT), article_extra=about))
    return [(one.start, one.words, one.remark) for one in found]


def test_each_has_its_words_in_the_order_of_the_text() -> None:
    deleted: Value = {"start": 26, "end": 26, "old": " today", "new": ""}
    replaced: Value = {"start": 17, "end": 19, "old": "15", "new": "12", "author": "Mia Lund"}
    inserted: Value = {"start": 4, "end": 8, "old": "", "new": "mill"}
    assert listed(deleted, replaced, inserted) == [
        (4, "mill", "inserted"),
        (17, "15 → 12", "Mia Lund"),
        (26, " today", "deleted"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "15",
        {"old": "15"},
        {"start": 17, "end": 99, "old": "15"},
        {"start": 19, "end": 17, "old": "15"},
        {"start": True, "end": 19, "old": "15"},
        {"start": 3, "end": 3, "old": 15},
    ],
)
def test_what_is_no_correction_of_this_text_is_passed_over(entry: Value) -> None:
    assert listed(entry) == []


def test_an_article_without_corrections_has_none() -> None:
    assert corrections_of(Document(Article.of("mill.txt", TEXT), article_extra={"corrections": "none"})) == []
