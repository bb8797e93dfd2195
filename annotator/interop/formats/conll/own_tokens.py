"""Tokens of an imported corpus, kept with its documents so that an export has the same ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from annotator.model.annotation import Value
from annotator.model.entry import Entry
from annotator.model.span import Span

KEY = "x-conll"
TOKENS, AT_BLANKS = "tokens", "at-blanks"
"""Key and value for tokens that are what stands between blanks and newlines; others are listed as “0-3 3-4 …”."""

BETWEEN_BLANKS = re.compile(r"[^ \n]+")
RANGE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


def kept_tokens(text: str, tokens: Sequence[Span]) -> dict[str, Value]:
    """Return the unknown key under which the document keeps its tokens; nothing where there are none."""
    if not tokens:
        return {}
    if [match.span() for match in BETWEEN_BLANKS.finditer(text)] == [(span.start, span.end) for span in tokens]:
        return {KEY: {TOKENS: AT_BLANKS}}
    return {KEY: {TOKENS: " ".join(f"{span.start}-{span.end}" for span in tokens)}}


def own_tokens(entry: Entry) -> list[tuple[int, int]] | None:
    """Return the tokens that the document keeps; None where it keeps none, or they do not fit its text."""
    kept = entry.document.extra.get(KEY)
    said = kept.get(TOKENS) if isinstance(kept, dict) else None
    if said == AT_BLANKS:
        return [match.span() for match in BETWEEN_BLANKS.finditer(entry.text)]
    ranges = [RANGE.fullmatch(range) for range in said.split()] if isinstance(said, str) else []
    found = [(int(match[1]), int(match[2])) for match in ranges if match]
    return found if found and len(found) == len(ranges) and _cover(entry.text, found) else None


def _cover(text: str, tokens: Iterable[tuple[int, int]]) -> bool:
    """Return whether the tokens rise, and nothing but blanks stands outside of them."""
    ends = [(0, 0), *tokens, (len(text), len(text) + 1)]
    return all(
        before[1] <= after[0] < after[1] and not text[before[1] : after[0]].strip() for before, after in pairwise(ends)
    )
