"""Texts with what makes words, sentences and graphemes hard to tell."""

from __future__ import annotations

from hypothesis import strategies as st

NBSP, THIN, NNBSP = "\u00a0", "\u2009", "\u202f"
FAMILY, FLAG, E_ACUTE = "👩‍👩‍👧", "🇪🇺", "e\u0301"

pieces = st.sampled_from(
    [
        *("a", "B", " ", "  ", ".", ". ", ",", "-", "’", "U.S.", "1,2", "3 %", "€", "Gen. ", "\n", "\x0b"),
        *(NBSP, "\u2028", "\u2029", "\ufdd0", "\u200d", "\u200f", "\ufeff", "\u00ad"),
        *(E_ACUTE, "\u0301", FAMILY, FLAG, "\U0001f1ea", "א", "ب", "ـ", "中", "の", "ไ"),
    ]
)
texts = st.lists(pieces, max_size=24).map("".join)
