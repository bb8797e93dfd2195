"""Code points to UTF-16 and back, checked against Python's own encoder."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.offsets import Utf16Map

texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("👩🏽a\u0301مx"), max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_every_offset_is_what_the_encoder_says_and_comes_back(text: str) -> None:
    offsets = Utf16Map(text)
    for position in range(len(text) + 1):
        there = offsets.to_utf16(position)
        assert there == units(text[:position])
        assert offsets.to_code_points(there) == position


@given(texts)
def test_an_offset_inside_a_surrogate_pair_is_the_characters_start(text: str) -> None:
    offsets = Utf16Map(text)
    for position, character in enumerate(text):
        if units(character) == 2:
            assert offsets.to_code_points(units(text[:position]) + 1) == position
