"""Agreement by label of one article, and the differences behind its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations

from hypothesis import given, settings

from annotator.model.document import Document
from annotator.review.agreement.article import HALF, Wanted, measured, side_of
from annotator.review.agreement.columns import Columns
from annotator.review.agreement.measures import View, exact, overlap
from annotator.review.agreement.pairs import add_spans
from annotator.review.agreement.spans import LabelAgreement, by_label, speaks_against
from annotator.review.comparing import compared
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.review.annotators import read_annotators, some_documents


def rows(documents: Mapping[str, Document]) -> dict[str, LabelAgreement]:
    columns: Columns = Counter()
    for one, other in combinations(sorted(documents), 2):
        sides = (side_of(name, documents[name], Wanted()) for name in (one, other))
        add_spans(columns, *sides, threshold=HALF)
    return {row.label: row for row in by_label(columns, [*documents])}


def test_labels_of_three_annotators() -> None:
    found = rows(read_annotators("ferry"))
    assert [*found][-1] == ""
    assert {label: f"{row.exact:.2f} {row.overlap:.2f}" for label, row in found.items()} == {
        "claim": "0.67 0.83",
        "source": "0.86 0.86",
        "figure": "0.20 0.60",
        "": "0.62 0.79",
    }


@settings(max_examples=60, deadline=None)
@given(documents=some_documents())
def test_the_numbers_are_those_of_the_window_of_agreement(documents: dict[str, Document]) -> None:
    whole = measured("a", documents, built_in_scheme(), Wanted(with_reviews=True)).columns
    view = View(whole, [*documents], {})
    for label, row in rows(documents).items():
        assert (row.exact, row.overlap) == (exact(view, label), overlap(view, label))


@settings(max_examples=60, deadline=None)
@given(documents=some_documents())
def test_a_number_below_one_has_differences_behind_it(documents: dict[str, Document]) -> None:
    clusters = compared(documents)
    for label, row in rows(documents).items():
        behind = {
            share: any(speaks_against(one, label, len(documents), share) for one in clusters) for share in (1, HALF)
        }
        if isinstance(row.exact, float) and isinstance(row.overlap, float):
            assert behind[1] == (row.exact < 1)
            assert behind[HALF] or row.overlap == 1
