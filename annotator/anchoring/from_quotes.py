"""Re-anchoring by the quotes of annotations, for articles whose old text was not kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.anchoring.block_map import Landing
from annotator.anchoring.known_text import KnownText
from annotator.anchoring.order import Order
from annotator.anchoring.places import AMBIGUOUS, CHANGED, LOST, SAME, Place, Quoted
from annotator.anchoring.sightings import Sighting, Sightings

ENOUGH = 0.5
"""Minimum score of a place that is accepted."""

AHEAD = 0.2
"""Minimum lead of an accepted place over the score of any other."""

HINT = 0.4
TELLING = 24
"""Code points of a quote that is long enough to be proposed wherever it occurs."""

PART = 0.3
FLANKS = 0.5
"""Minimum share of the outermost words on either side; a similar sentence elsewhere has other neighbours."""


def from_quotes(new: str, quotes: Sequence[Quoted], old_length: int | None) -> list[Place]:
    """Return the place of each annotation in the ``new`` text; ``old_length`` in code points, None if unknown.

    No verdict is *moved*: a quote is too short to tell a moved sentence from a similar one. Without words it is *lost*.
    """
    found = iter(_places(new, [quote for quote in quotes if quote.text], old_length))
    return [next(found) if quote.text else Place(LOST) for quote in quotes]


def _places(new: str, quotes: Sequence[Quoted], old_length: int | None) -> list[Place]:
    known = KnownText(quotes, old_length)
    passages = [known.passage(quote) for quote in quotes]
    sightings = Sightings(new, passages)
    found = [sightings.of(passage) for passage in passages]
    clear = [(quote.span.start, best) for quote, seen in zip(quotes, found, strict=True) if (best := _clear(seen))]
    order = Order(clear, len(new) - old_length if old_length is not None else None)
    return [_place(quote, seen, order) for quote, seen in zip(quotes, found, strict=True)]


def _clear(seen: list[Sighting]) -> Sighting | None:
    """Return the first sighting if its score is high enough and well ahead of the second; else None."""
    if not seen or seen[0].score < ENOUGH:
        return None
    return seen[0] if len(seen) == 1 or seen[0].score - seen[1].score >= AHEAD else None


def _place(quote: Quoted, seen: list[Sighting], order: Order) -> Place:
    best = _clear(seen)
    kept = order.keeps
    if best is None:
        in_order = [sighting for sighting in seen if kept(quote.span.start, sighting)]
        best = _clear(in_order)
        if best is None or len(in_order) == len(seen):
            return _candidates(seen)
    if best.landing is None:
        return _ambiguous(s for s in seen if s.landing and s.landing.exact and len(quote.text) >= TELLING)
    known = kept(quote.span.start, best) and order.attests(quote.span.start, best)
    return _judged(best, best.landing, [best, *seen], known=known)


def _judged(best: Sighting, landing: Landing, seen: list[Sighting], *, known: bool) -> Place:
    if not best.sure or best.flanks < FLANKS or not known:
        return _candidates(seen)
    if landing.exact and best.own < 1:
        return _candidates(seen)
    return Place(SAME if landing.exact else CHANGED, landing.span)


def _candidates(seen: list[Sighting]) -> Place:
    """Return as candidates the places with some of the annotation's own words, or with most of the passage."""
    return _ambiguous(s for s in seen if s.score >= HINT and (s.own >= PART or s.score >= ENOUGH))


def _ambiguous(seen: Iterable[Sighting]) -> Place:
    spans = [*dict.fromkeys(sighting.landing.span for sighting in seen if sighting.landing)]
    return Place(AMBIGUOUS, spans[0], tuple(spans[1:])) if spans else Place(LOST)
