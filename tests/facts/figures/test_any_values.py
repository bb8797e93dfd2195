"""Rules on figures whatever their attributes hold: they never fail, and find nothing where figures are the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotator.facts.figures.mismatches import mismatches
from annotator.facts.figures.rows import figure_rows
from annotator.model.annotation import Annotation, Value
from annotator.model.items import altered
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.facts.figures.cases import Case, cases_in
from tests.support.running.examples import examples

SCHEME = built_in_scheme()
CASES = [case for path in sorted((Path(__file__).parent / "texts").glob("*.txt")) for case in cases_in(path)]
NUMBERS = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.sampled_from([0, -1, 10**40, Decimal("1E+999999"), Decimal("1E-999999"), 5e-324, 1.7e308]),
    st.booleans(),
    st.text(max_size=3),
)
MODIFIERS = ("", "exact", "about", "more-than", "less-than", "at-least", "at-most", "range", "vague", "other word")
ATTRIBUTES = st.fixed_dictionaries(
    {"value": NUMBERS},
    optional={
        "low": NUMBERS,
        "high": NUMBERS,
        "modifier": st.sampled_from(MODIFIERS),
        "kind": st.sampled_from(("count", "money", "percent", "duration", "rank", "")),
        "counted": st.sampled_from(("homes flooded", "people", "", " \n", "\ud7ff\u202e")),
        "people": st.sampled_from(("killed", "")),
        "unit": st.sampled_from(("km", "EUR", "")),
    },
)


@examples(2)
@given(st.sampled_from(CASES), st.data())
def test_no_value_makes_a_rule_fail(case: Case, data: st.DataObject) -> None:
    document = case.document
    changed: dict[str, Annotation] = {
        id: altered(one, attributes=_drawn(data)) if one.label == "figure" else one
        for id, one in document.annotations.items()
    }
    document = replace(document, annotations=changed)
    for finding in mismatches(document, figure_rows(document, SCHEME)):
        assert finding.sentence
        assert finding.places == tuple(sorted(finding.places, key=lambda place: place.span))
        assert "{" not in finding.sentence


def _drawn(data: st.DataObject) -> dict[str, Value]:
    drawn: dict[str, Value] = data.draw(ATTRIBUTES)
    return drawn
