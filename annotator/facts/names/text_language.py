"""Language of a text by its small words, where nobody has told it."""

from __future__ import annotations

import re
from collections import Counter

from annotator.facts.names.name_words import LANGUAGES, name_words

LOOKED_AT = 4000
"""Code points from the beginning of the text that are looked at."""

LEAST = 0.2
"""Share of small words that a text of prose has at least."""

WORD = re.compile(r"[^\W\d_]+")


def text_language(text: str) -> str:
    """Return the code of the one of ``LANGUAGES`` whose small words are the most frequent; empty where none is clear.

    “The harbour was closed to all ships” is English; “Norhaven, Reiff, Lund” is nothing.
    """
    words = [word.casefold() for word in WORD.findall(text[:LOOKED_AT])]
    counts = Counter({code: sum(map(_common(code).__contains__, words)) for code in LANGUAGES})
    (first, most), (_, second) = counts.most_common(2)
    return first if most >= LEAST * len(words) and most > 1.2 * second else ""


def _common(code: str) -> frozenset[str]:
    known = name_words(code)
    return known.of("common") if known else frozenset()
