"""Number of displaced annotations as text for the panel's header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from annotator.anchoring.places import AMBIGUOUS, CHANGED, LOST, MOVED
from annotator.session.editing.places.place_proposals import DIFFERS, WORDS, Proposal
from annotator.translation.messages import listed, ngettext, number


def left_words(proposals: Iterable[Proposal]) -> str:
    """Return “7 left: 4 moved, 2 changed, 1 lost”; empty where none is left."""
    counts = Counter(proposal.verdict if proposal.verdict in WORDS else DIFFERS for proposal in proposals)
    if not counts:
        return ""
    kinds = listed(_counted(verdict, counts[verdict]) for verdict in WORDS if counts[verdict])
    left = ngettext("{count} left: {kinds}", "{count} left: {kinds}", counts.total())
    return left.format(count=number(counts.total()), kinds=kinds)


def _counted(verdict: str, count: int) -> str:
    words = {
        MOVED: ngettext("{count} moved", "{count} moved", count),
        CHANGED: ngettext("{count} changed", "{count} changed", count),
        AMBIGUOUS: ngettext("{count} ambiguous", "{count} ambiguous", count),
        LOST: ngettext("{count} lost", "{count} lost", count),
    }
    return words.get(verdict, ngettext("{count} differs", "{count} differs", count)).format(count=number(count))
