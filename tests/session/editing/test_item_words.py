"""Items of the further kinds in words, as the history and the merge window show them."""

from __future__ import annotations

import pytest

from annotator.model.items import Item
from annotator.model.kinds.checked_names import CheckedName
from annotator.model.kinds.dismissals import Dismissal
from annotator.model.kinds.evidence import Evidence
from annotator.session.editing.item_words import item_words, key_words, kind_words
from tests.support.remarks import Remark, remarks_known


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Evidence("e1", ("a",), title="Report\nno. 14", link="https://town.example/14"), "Evidence: Report no. 14"),
        (Evidence("e1", ("a",), link="https://town.example/14"), "Evidence: https://town.example/14"),
        (Evidence("e1", ("a",), note="See there."), "Evidence: See there."),
        (Evidence("e1", ("a",)), "Evidence"),
        (CheckedName("n1", "Mia Lund"), "Ticked name: Mia Lund"),
    ],
)
def test_an_item_is_told_by_what_says_most_of_it(item: Item, words: str) -> None:
    assert item_words(item) == words
    assert words.startswith(kind_words(type(item)))


def test_its_keys_have_names_and_what_it_refers_to_is_told() -> None:
    evidence = Evidence("e1", ("a", "b"), title="Report", confidential=True)
    assert key_words(evidence, {"a": "“Snow fell”"}) == {
        "For": "“Snow fell”, b",
        "Title": "Report",
        "Confidential": "yes",
    }


def test_a_kind_without_words_of_its_own_is_told_by_its_keys() -> None:
    with remarks_known():
        remark = Remark("m1", "a", text="Who?", attributes={"sure": 1})
        assert item_words(remark) == "remark"
        assert key_words(remark, {}) == {"on": "a", "text": "Who?", "attributes": "sure 1"}


def test_a_dismissal_is_told_by_its_reason() -> None:
    dismissal = Dismissal("d1", "sum", why="The table rounds.")
    assert item_words(dismissal) == "Dismissal: The table rounds."
