"""Number of displaced annotations as text for the panel's header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from annotator.session.editing.place_proposals import WORDS, Proposal


def left_words(proposals: Iterable[Proposal]) -> str:
    """Return “7 left: 4 moved, 2 changed, 1 lost”; empty where none is left."""
    counts = Counter(proposal.word for proposal in proposals)
    kinds = [f"{counts[word]:,} {word.lower()}" for word in WORDS.values() if counts[word]]
    return f"{counts.total():,} left: {', '.join(kinds)}" if kinds else ""
