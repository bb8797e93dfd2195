"""Texts folded as a reader sees them, and the way back to their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language import folded_text
from annotator.language.folded_text import FoldedText
from annotator.language.folding import folded

ODD = st.sampled_from(
    [*"’“–…ﬁßİıﬃŁé\u0301\u0308\u00ad\u200b\u00a0\u2028\n\t -aZ1😀", "--", "  ", "A\u030a", "\u1100\u1161", "עִ"]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(ODD, max_size=40).map("".join))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("“It’s” – ‹so›", "\"it's\" - 'so'"),
        ("STRASSE, Straße", "strasse, strasse"),
        ("İstanbul, ISPARTA, Kadıköy", "istanbul, isparta, kadikoy".replace("koy", "köy")),
        ("A\u030angstro\u0308m Å", "ångström å"),
        ("oﬃce, ǆ, Ⅷ, ＡＢ１", "office, dž, viii, ab1"),
        ("x² + ½ ™", "x² + ½ ™"),
        ("a\u00a0\n \u200b\tb", "a b"),
        ("one — two -- three", "one - two - three"),
        ("שָׁלוֹם ״כן״", 'שָׁלוֹם "כן"'),
        ("ﻻ مـــد", "لا مد"),
        ("\u1112\u1161\u11ab", "한"),
    ],
)
def test_what_looks_alike_is_the_same(text: str, seen: str) -> None:
    assert folded(text) == folded(seen)


def test_with_case_only_the_case_is_kept() -> None:
    assert folded("“Der Fluß” – ﬁN", match_case=True) == '"Der Fluß" - fiN'


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(TEXTS, st.booleans(), st.integers(1, 9))
def test_a_text_in_pieces_is_folded_as_a_whole(text: str, match_case: bool, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folded_text, "PIECE", piece)
        assert FoldedText(text, match_case=match_case).fold().folded == folded(text, match_case=match_case)


@given(TEXTS)
def test_every_character_comes_from_where_it_stands(text: str) -> None:
    whole = FoldedText(text).fold()
    spans = [whole.span(at, at + 1) for at in range(len(whole.folded))]
    assert spans == sorted(spans)
    assert all(character in folded(span.of(text)) for character, span in zip(whole.folded, spans, strict=True))
    assert all(whole.place(span.start) <= at for at, span in enumerate(spans))


def test_a_text_without_anything_odd_keeps_its_offsets() -> None:
    whole = FoldedText("Plain words, 1,204 of them.").fold()
    assert whole.folded == "plain words, 1,204 of them."
    assert [whole.place(at) for at in (0, 7, 27)] == [0, 7, 27]
