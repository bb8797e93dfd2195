"""Offsets in other units than code points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.foreign.offset_units import Offsets
from annotator.interop.options import UNITS

WIDTHS = {"code-points": ("utf-32-le", 4), "utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1)}
texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("a👩\u0301é"))


@given(texts, st.sampled_from(UNITS))
def test_each_code_point_is_where_its_bytes_are(text: str, unit: str) -> None:
    encoding, width = WIDTHS[unit]
    offsets = Offsets(text, unit)
    for position in range(len(text) + 1):
        out = offsets.out(position)
        assert out == len(text[:position].encode(encoding)) // width
        assert offsets.back(out) == position


@pytest.mark.parametrize(("unit", "inside"), [("utf-16", 2), ("utf-8", 4)])
def test_an_offset_inside_a_character_is_its_beginning(unit: str, inside: int) -> None:
    assert Offsets("a👩b", unit).back(inside) == 1
