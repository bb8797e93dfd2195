"""Long lists in JSON files, item by item."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.json.items import json_items
from annotator.storage.files.file_error import FileError

values = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab[]{}, \n"), inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(values, max_size=4), st.sampled_from([None, 0, 2, "\t"]), st.booleans())
def test_the_items_are_those_of_the_list(tmp_path: Path, items: list[Any], indent: int | str | None, bom: bool) -> None:
    text = json.dumps(items, ensure_ascii=False, indent=indent)
    (tmp_path / "a.json").write_text(f"\n {text} \n", "utf-8-sig" if bom else "utf-8")
    assert [*json_items(tmp_path / "a.json")] == items


def test_a_number_is_exact(tmp_path: Path) -> None:
    """What a float can hold is one; it is written by JSON as Python writes it, and by sidecars with a point."""
    (tmp_path / "a.json").write_text("[5e-324, 1e+20, 1.0e+20, 3.14159265358979323846]")
    assert [str(item) for item in json_items(tmp_path / "a.json")] == [
        "5e-324",
        "1e+20",
        "1e+20",
        "3.14159265358979323846",
    ]
    assert [type(item) for item in json_items(tmp_path / "a.json")] == [float, float, float, Decimal]


def test_one_value_is_one_item(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"a": [1]}')
    assert [*json_items(tmp_path / "a.json")] == [{"a": [1]}]


@pytest.mark.parametrize(
    ("text", "line", "about"),
    [
        ("", 1, "not valid JSON"),
        ("[", 1, "not valid JSON"),
        ("[1,\n2", 2, "no , or ] after an item"),
        ("[1\n2]", 1, "no , or ] after an item"),
        ("[1,\n]", 2, "not valid JSON"),
        ("[\n1]\n]", 2, "there is something after its end"),
        ("[] x", 1, "there is something after its end"),
        ("[1,\n\n{a}]", 3, "not valid JSON"),
        ("[1,\n\n" + "[" * 100_000, 3, "nested too deep"),
        ("[1,\n\n" + "[" * 17 + "]" * 17 + "]", 3, "nested too deep"),
        ("[1,\n\n" + "9" * 20 + "]", 3, "more than 18 digits"),
        ("[1,\n\nNaN]", 3, "NaN is no number"),
        ('[1,\n\n"\\ud800"]', 3, r"half of a character, \\ud800, without"),
    ],
)
def test_what_is_wrong_has_its_line(tmp_path: Path, text: str, line: int, about: str) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(ForeignError, match=about) as caught:
        list(json_items(tmp_path / "a.json"))
    assert caught.value.line == line
    assert caught.value.sentence.endswith(".")


def test_what_comes_before_a_fault_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[1, {")
    items = json_items(tmp_path / "a.json")
    assert next(items) == 1
    with pytest.raises(ForeignError):
        next(items)


def test_files_that_are_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        json_items(tmp_path / "a.json")
    (tmp_path / "a.json").write_bytes(b"[\xff]")
    with pytest.raises(ForeignError, match="not UTF-8"):
        json_items(tmp_path / "a.json")
