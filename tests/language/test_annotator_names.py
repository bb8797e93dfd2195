"""Names of annotators for a person: the final version, one without a name, and any other."""

from __future__ import annotations

import pytest

from annotator.language.annotator_names import GOLD, UNNAMED, annotator_name, annotator_of, people_of
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.kinds.decisions import Decision

ARTICLE = Article.of("town.txt", "People left.")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (GOLD, "Final version"),
        ("", "no name"),
        (UNNAMED, "no name"),
        ("golden", "golden"),
        ("Ann\u202eLee", "Ann\\u202eLee"),
    ],
)
def test_a_name_is_shown_in_words(name: str, shown: str) -> None:
    assert annotator_name(name) == shown


@pytest.mark.parametrize(
    ("annotator", "deciders", "shown"),
    [
        (GOLD, [], "Final version"),
        (GOLD, ["", "dee"], "Final version by dee"),
        (GOLD, ["dee", "lea", "dee"], "Final version by dee, lea"),
        ("rev", ["rev"], "rev"),
    ],
)
def test_a_final_version_says_who_has_decided(annotator: str, deciders: list[str], shown: str) -> None:
    decisions = {f"d{at}": Decision(f"d{at}", by=name) for at, name in enumerate(deciders)}
    document = Document(ARTICLE, annotator=annotator).with_items(Decision, decisions)
    assert annotator_of(document) == shown
    assert people_of(document) == [*dict.fromkeys(filter(None, deciders))]


def test_a_document_of_no_name_is_nobodys() -> None:
    assert people_of(Document(ARTICLE)) == []
    assert people_of(Document(ARTICLE, annotator="rev")) == ["rev"]
