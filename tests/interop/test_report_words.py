"""Sentences of a report in English and in the language of the window."""

from __future__ import annotations

import pytest

from annotator.interop.report import ALTERED, ANNOTATION, DOCUMENT, LEFT_OUT, RELATION, Loss, Report
from annotator.interop.report_words import as_values, losses, lost, written
from tests.support.marked_language import marked_language

NO_LABEL, NO_WORDS = "it has no label", "it marks no words"


def report_of(count: int) -> Report:
    found = [Loss(LEFT_OUT, ANNOTATION, "a.txt", f"a{at}", NO_LABEL, at) for at in range(count)]
    return Report(1, 2000, 0, [*found, Loss(ALTERED, DOCUMENT, "b.txt", "", NO_WORDS)], not_carried={"times", "ids"})


def test_a_sentence_for_each_reason_the_most_frequent_first() -> None:
    assert [*losses(report_of(5))] == [
        "5 annotations left out: it has no label: a.txt a0 at 0, a.txt a1 at 1, a.txt a2 at 2 and 2 more.",
        "1 document altered: it marks no words: b.txt.",
        "Not carried by this format: ids, times.",
    ]
    assert written(report_of(0)) == "1 document, 2,000 annotations and 0 relations"


@pytest.mark.parametrize("what", [LEFT_OUT, ALTERED])
@pytest.mark.parametrize("kind", [ANNOTATION, RELATION, DOCUMENT])
def test_whatever_is_lost_has_a_heading(what: str, kind: str) -> None:
    assert [lost(what, kind, count) for count in (1, 1200)] == [f"1 {kind} {what}", f"1,200 {kind}s {what}"]


def test_losses_are_counted_together_in_any_language() -> None:
    with marked_language():
        assert [*losses(report_of(2))] == [
            "<<2 annotations left out>: <it has no label>: <a.txt a0 at 0><, ><a.txt a1 at 1>.>",
            "<<1 document altered>: <it marks no words>: b.txt.>",
            "<Not carried by this format: <ids><, ><times>.>",
        ]
        assert written(report_of(0)) == "<<1 document>, <2.000 annotations> and <0 relations>>"


def test_values_for_json_keep_what_identifies_a_reason() -> None:
    with marked_language():
        values = as_values(report_of(1))
    assert values["reasons"][0] == {"count": 1, "what": "left out", "kind": "annotation", "why": NO_LABEL}
    assert values["not_carried"] == ["ids", "times"]
