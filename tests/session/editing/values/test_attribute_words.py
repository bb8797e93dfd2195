"""Values of attributes as people read them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from annotator.model.annotation import Annotation, Value
from annotator.model.scheme import AttributeRule, Label
from annotator.model.span import Span
from annotator.session.editing.evidence.evidence_words import size_words
from annotator.session.editing.values.attribute_words import attributes, value_words

CHOICE = AttributeRule("verdict", "choice", ("not-enough-evidence",))


@pytest.mark.parametrize(
    ("value", "rule", "words"),
    [
        (None, None, "–"),
        (True, None, "yes"),
        (False, None, "no"),
        (1204.5, None, "1204.5"),
        ("not-enough-evidence", CHOICE, "not enough evidence"),
        ("a-b", None, "a-b"),
        (["not-enough-evidence", "refuted"], CHOICE, "not enough evidence, refuted"),
        ({"page": 3, "signed": True}, None, "page: 3, signed: yes"),
        ([{"page": 3}, "cover"], None, "page: 3, cover"),
    ],
)
def test_each_kind_of_value_has_its_words(value: Value, rule: AttributeRule | None, words: str) -> None:
    assert value_words(value, rule) == words


def test_those_of_the_scheme_come_first_in_its_order() -> None:
    label = Label("claim", "c", "#56B4E9", "fill", (AttributeRule("kind", "text"), CHOICE))
    given = {"by_whom": "Ana", "verdict": "refuted", "kind": "event"}
    found = attributes(Annotation("a", "claim", Span(0, 1), attributes=given), label)
    assert found == [("Kind", "event"), ("Verdict", "refuted"), ("By whom", "Ana")]


@pytest.mark.parametrize("name", ["ar", "ar_MA", "fa", "de", "en_GB"])
def test_all_numbers_of_a_window_have_the_same_digits_and_separators(name: str) -> None:
    before, locale = QLocale(), QLocale(name)
    QLocale.setDefault(locale)
    try:
        rule = AttributeRule("value", "number")
        assert value_words(12345, rule) == locale.toString(12345)
        assert value_words(Decimal("2004.5"), rule) == locale.toString(2004.5, "f", 1)
        assert size_words(7 * 1024 * 1024 // 2) == f"{locale.toString(3.5, 'f', 1)} MiB"
    finally:
        QLocale.setDefault(before)
