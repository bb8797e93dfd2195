"""Values as YAML text: safe for every reader, and the inverse of reading."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Value
from annotator.storage.yaml.guarded_yaml import load
from annotator.storage.yaml.yaml_writing import entries, escaped, number, quoted, scalar, unquoted, value_of, word
from tests.support.document_strategies import texts, values

mappings = st.dictionaries(texts, values, max_size=5)


def as_floats(value: Value) -> Any:
    """The value as a reader gives it that knows no exact decimals."""
    match value:
        case Decimal():
            return float(value)
        case list():
            return [as_floats(item) for item in value]
        case dict():
            return {key: as_floats(item) for key, item in value.items()}
        case _:
            return value


def read_as_1_2(data: bytes) -> Any:
    ruamel = pytest.importorskip("ruamel.yaml")
    return ruamel.YAML(typ="safe", pure=True).load(data)


@given(mappings)
def test_what_is_written_is_read_back(mapping: dict[str, Value]) -> None:
    data = entries(mapping).encode()
    assert (load(data) or {}) == mapping
    assert entries(load(data) or {}).encode() == data  # type: ignore[arg-type]  # it is a mapping


@given(mappings)
def test_readers_of_yaml_1_1_agree(mapping: dict[str, Value]) -> None:
    assert (yaml.safe_load(entries(mapping)) or {}) == as_floats(mapping)
    assert (yaml.load(entries(mapping), yaml.CSafeLoader) or {}) == as_floats(mapping)


@given(mappings)
def test_readers_of_yaml_1_2_agree(mapping: dict[str, Value]) -> None:
    assert (read_as_1_2(entries(mapping).encode()) or {}) == as_floats(mapping)


@given(mappings)
def test_the_order_of_keys_makes_no_difference(mapping: dict[str, Value]) -> None:
    assert entries(dict(reversed(mapping.items()))) == entries(mapping)


@given(texts)
def test_a_quoted_text_stands_on_one_line_and_comes_back(text: str) -> None:
    assert len(quoted(text).splitlines()) == 1
    assert unquoted(quoted(text)) == text
    assert yaml.safe_load(quoted(text)) == text


@pytest.mark.parametrize(
    "text", ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "A", "1e3", "a.b", "", "é"]
)
def test_a_text_that_could_be_something_else_is_quoted(text: str) -> None:
    assert word(text) == f'"{text}"'


@pytest.mark.parametrize("text", ["claim", "in-work", "attributed_to", "k7q2mx", "e3"])
def test_a_plain_word_stays_as_it_is(text: str) -> None:
    assert word(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\nb\tc\r\0", r"a\nb\tc\r\0"),
        ("\x07\x7f\x85", r"\x07\x7f\x85"),
        ("\u2028\ufeff\ufdd0\uffff", r"\u2028\ufeff\ufdd0\uffff"),
        ("\U0010fffe", r"\U0010fffe"),
        ("👩‍👩‍👧 é e\u0301 \u00a0 \u00ad مرحبا", "👩‍👩‍👧 é e\u0301 \u00a0 \u00ad مرحبا"),
    ],
)
def test_only_what_cannot_be_seen_or_read_back_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@pytest.mark.parametrize("text", [r'"\q"', r'"\x1"', r'"\U00110000"', r'"\uzzzz"'])
def test_an_escape_that_is_no_character_is_refused(text: str) -> None:
    with pytest.raises((ValueError, OverflowError)):
        unquoted(text)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1e300, "1.0e+300"),
        (1e-7, "1.0e-07"),
        (0.1, "0.1"),
        (-0.0, "-0.0"),
        (Decimal("1.50"), "1.50"),
        (Decimal(7), "7.0"),
        (Decimal("1E+3"), "1.0e+3"),
    ],
)
def test_a_decimal_has_a_point_for_all_readers(value: float | Decimal, written: str) -> None:
    assert number(value) == written
    assert load(written.encode()) == value
    assert yaml.safe_load(written) == float(value)
    assert read_as_1_2(written.encode()) == float(value)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1E-8", "0.00000001"),
        ("-7E-7", "-0.0000007"),
        ("0E-8", "0.00000000"),
        ("0E-200", "0.0e-199"),
        ("0E+3", "0.0e+4"),
        ("1.0E-8", "1.0e-8"),
    ],
)
def test_a_decimal_has_the_same_digits_however_often_it_is_written(text: str, written: str) -> None:
    value = Decimal(text)
    assert number(value) == written
    read = load(written.encode())
    assert isinstance(read, Decimal)
    assert read.as_tuple() == value.as_tuple()
    assert yaml.safe_load(written) == float(value)
    assert read_as_1_2(written.encode()) == float(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("12", 12), ("-7", -7), ("+5", 5), ("0", 0), ("1.5", 1.5), ("1.0e+16", 1e16)),
        *(("null", None), ("~", None), ("", None), ("true", True), ("FALSE", False)),
        *(
            (word, word)
            for word in ["yes", "on", "010", "0x1F", "0o17", "1e3", "1_000", "12:30", "2016-12-15", "-", "+"]
        ),
        ("1" * 19, "1" * 19),
        ("0.1000000000000000055511151231257827", Decimal("0.1000000000000000055511151231257827")),
        ("1.10", Decimal("1.10")),
        ("1.0e+99999", "1.0e+99999"),
        ("1.0e+999", Decimal("1.0e+999")),
    ],
)
def test_plain_text_is_a_number_only_where_all_readers_agree(text: str, value: Value) -> None:
    assert value_of(text) == value
    assert type(value_of(text)) is type(value)


def test_a_very_long_key_has_its_own_line() -> None:
    mapping: dict[str, Value] = {"k" * 1500: 1, "l" * 1500: ["a", {"m" * 1500: {"n": "b"}}], "o" * 1500: {"p": [1]}}
    written = entries(mapping, "")
    assert "? " in written
    assert load(written.encode()) == yaml.safe_load(written) == read_as_1_2(written.encode()) == mapping


def test_nested_values_are_in_block_style() -> None:
    value: Value = {"b": [[1, 2], {"c": [], "d": {}}, "x"], "a": {"e": None}}
    assert entries({"k": value}, "  ") == (
        "  k:\n    a:\n      e: null\n    b:\n    - - 1\n      - 2\n    - c: []\n      d: {}\n    - x\n"
    )
    assert scalar(True) == "true"
