"""JSON as it is written, read by Python's own reader and by ours."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.interop.json.reading import value_of
from annotator.interop.json.writing import ascii_json_line, json_line

numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**18) + 1, 10**18 - 1)
decimals = st.from_regex(r"-?(0|[1-9][0-9]{0,20})\.[0-9]{1,25}", fullmatch=True).map(Decimal)
values = st.recursive(
    st.none() | st.booleans() | numbers | decimals | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)
    ),
    max_leaves=12,
)


@given(values)
@example([1e-05, 9.5e-05, -1.5e-05, 1e16, 1e-07, 0.1, Decimal("0.00001"), Decimal("1.50"), {"a": [5e-324]}])
def test_what_is_written_is_read_as_it_was(value: object) -> None:
    """A decimal that a float spells alike comes back as that float: so a sidecar has it too."""
    back = value_of(json_line([value]).encode(), 1)[0]
    assert kinds(back) == kinds(alike(value))
    assert value_of(ascii_json_line([value]).encode(), 1)[0] == back


def alike(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value) if repr(float(value)) == str(value) else value
    if isinstance(value, list):
        return [alike(item) for item in value]
    return {key: alike(item) for key, item in value.items()} if isinstance(value, dict) else value


def kinds(value: object) -> str:
    """To Python 1, 1.0 and true are equal."""
    return repr(value)


@given(values)
def test_pythons_own_reader_reads_it(value: object) -> None:
    assert repr(json.loads(json_line([value]), parse_float=float)[0]) == repr(as_floats(value))


def as_floats(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, list):
        return [as_floats(item) for item in value]
    return {key: as_floats(item) for key, item in value.items()} if isinstance(value, dict) else value


def test_text_stays_readable_unless_it_must_not() -> None:
    assert json_line({"a": 'é "👩" \n'}) == '{"a":"é \\"👩\\" \\n"}'
    assert ascii_json_line(["é👩"]) == '["\\u00e9\\ud83d\\udc69"]'


def test_what_json_has_no_place_for_is_refused() -> None:
    with pytest.raises(TypeError):
        json_line(object())
