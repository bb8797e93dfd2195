"""Re-anchoring by comparison of the kept old text with the new one."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.anchoring.alignment import FIRM, MOVED
from annotator.anchoring.blanks import SeenCharacters, seen, without_other_breaks
from annotator.anchoring.block_map import BlockMap, Landing
from annotator.anchoring.comparison import Comparison
from annotator.anchoring.places import AMBIGUOUS, CHANGED, LOST, SAME, Place
from annotator.anchoring.places import MOVED as MOVED_PLACE
from annotator.model.span import Span


def from_text(old: str, new: str, spans: Sequence[Span]) -> list[Place]:
    """Return the place of each span of the ``old`` text in the ``new`` one.

    In the same text every span is where it was, also one of characters that cannot be seen. Where the texts differ in
    blanks and line ends only, every span is the *same* by the characters that can be seen.
    Else the texts are aligned twice, from the beginning and from the end: a span for which the results differ is
    *ambiguous*.
    """
    if old == new:
        return [Place(SAME, span) for span in spans]
    if not spans:
        return []
    if seen(old) == seen(new):
        return _by_seen_characters(old, new, spans)
    old, new = without_other_breaks(old, new)
    compared = Comparison(old, new, spans)
    forward, backward = BlockMap(old, new, compared.forward), BlockMap(old, new, compared.backward)
    return [_place(forward.landing(span), backward.landing(span)) for span in spans]


def _by_seen_characters(old: str, new: str, spans: Sequence[Span]) -> list[Place]:
    ours, theirs = SeenCharacters(old), SeenCharacters(new)
    return [Place(SAME, theirs.span(numbers)) if (numbers := ours.numbers(span)) else Place(LOST) for span in spans]


def _place(forward: Landing | None, backward: Landing | None) -> Place:
    if forward and forward == backward:
        return Place(_verdict(forward), forward.span)
    found = sorted((landing for landing in (forward, backward) if landing), key=lambda landing: not landing.exact)
    spans = [*dict.fromkeys(landing.span for landing in found)]
    return Place(AMBIGUOUS, spans[0], tuple(spans[1:])) if spans else Place(LOST)


def _verdict(landing: Landing) -> str:
    match landing.kind, landing.exact:
        case (kind, True) if kind == FIRM:
            return SAME
        case (kind, False) if kind == FIRM:
            return CHANGED
        case (kind, True) if kind == MOVED:
            return MOVED_PLACE
        case _:
            return AMBIGUOUS
