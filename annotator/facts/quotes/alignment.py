"""Alignment of the words of a quote with those of a text: which word is which."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

Pairs = list[tuple[int, int]]
"""Words that are the same, as their numbers in the quote and in the text, both growing."""


def aligned(quote: Sequence[str], text: Sequence[str]) -> Pairs:
    """Return the longest common sequence of words, drawn together around the longest run of it."""
    pairs = [
        (op.src_start + offset, op.dest_start + offset)
        for op in LCSseq.opcodes(quote, text)
        if op.tag == "equal"
        for offset in range(op.src_end - op.src_start)
    ]
    if not pairs:
        return pairs
    first, last = _longest_run(pairs)
    _draw_on(pairs, range(first - 1, -1, -1), text, -1)
    _draw_on(pairs, range(last, len(pairs)), text, 1)
    return _with_fewer_gaps(pairs, text)


def _longest_run(pairs: Pairs) -> tuple[int, int]:
    """Return the indices of the longest run: that of its first pair, and the one behind its last."""
    longest = max(_runs(pairs), key=len)
    first = pairs.index(longest[0])
    return first, first + len(longest)


def _draw_on(pairs: Pairs, order: range, text: Sequence[str], step: int) -> None:
    """Move each pair of the order to the place of its word that is nearest to the pair before it in the order."""
    for at in order:
        quote, place = pairs[at]
        near = pairs[at - step][1] + step
        while near != place and text[near] != text[place]:
            near += step
        pairs[at] = quote, near


def _with_fewer_gaps(pairs: Pairs, text: Sequence[str]) -> Pairs:
    """Return the pairs with each run moved up to the next one where the text has its words there too.

    “Nobody is left … not the sick” of “Nobody is left behind, not the old, not the sick” leaves one stretch out.
    """
    runs = _runs(pairs)
    for at in range(len(runs) - 2, -1, -1):
        run, following = runs[at], runs[at + 1]
        place = following[0][1] - len(run)
        same = run[-1][0] + 1 == following[0][0] and place >= run[0][1]
        if same and at and all(text[place + offset] == text[spot] for offset, (_, spot) in enumerate(run)):
            runs[at : at + 2] = [[*((word, place + offset) for offset, (word, _) in enumerate(run)), *following]]
    return [pair for run in runs for pair in run]


def _runs(pairs: Pairs) -> list[Pairs]:
    """Return the pairs in runs, within which each follows the one before it in both."""
    runs: list[Pairs] = []
    for pair in pairs:
        if runs and runs[-1][-1] == (pair[0] - 1, pair[1] - 1):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs
