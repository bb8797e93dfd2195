"""Where in a new text passages of an old one may stand, and how much of each is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from annotator.anchoring.alignment import FIRM, Matches, blocks, matches, matches_from_end
from annotator.anchoring.block_map import BlockMap, Landing
from annotator.anchoring.evidence import Evidence
from annotator.anchoring.known_text import REACH, Passage
from annotator.anchoring.neighbours import beyond, flanks
from annotator.anchoring.repeated import thinned
from annotator.language.tokens import Token, TokenList, is_word

Feature: TypeAlias = "str | tuple[str, str]"
FREQUENT = 40
"""What the new text has more often than this points nowhere."""

NEAR = 48
CANDIDATES = 4
FAINT = 0.4
"""A place that less points to than this part of what points to the best one is not looked at."""

POOR = 0.3
"""Places of a lower score are not looked at a second time."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place for a passage's annotation; ``score`` from 0 to 1 is how much of the passage stands around it.

    ``own`` is how much of the annotation's own words does, ``flanks`` the same of the words farthest from it, on the
    worse of both sides: of a look-alike in another place they are missing. ``sure``: from its beginning and its end
    it is the same place. ``attested``: words of a neighbouring sentence are there, as of no look-alike elsewhere.
    """

    landing: Landing | None
    score: float
    own: float
    flanks: float
    sure: bool
    attested: bool


@dataclass(frozen=True, slots=True)
class _Sides:
    """What is known on either side of an annotation, by numbers of tokens."""

    beyond: Sequence[Sequence[int]]
    flanks: Sequence[Sequence[Sequence[int]]]


class Sightings:
    """Knows where the new text has the words and pairs of words that are in any of the passages."""

    def __init__(self, new: str, passages: Iterable[Passage]) -> None:
        self._new = new
        sought = {feature for passage in passages for _, feature in _features(passage.tokens)}
        self._places: dict[Feature, list[int]] = defaultdict(list)
        self._tokens = TokenList(new)
        for start, feature in _features(self._tokens):
            if feature in sought and len(self._places[feature]) <= FREQUENT:
                self._places[feature].append(start)

    def of(self, passage: Passage) -> list[Sighting]:
        """The likeliest places, best first; one for those that come to the same."""
        found: dict[Landing | None, Sighting] = {}
        sides = _Sides(beyond(passage), (flanks(passage, REACH), flanks(passage, REACH // 2)))
        for start in self._candidates(passage):
            sighting = self._sighting(passage, start, sides)
            if sighting and (sighting.landing not in found or sighting.score > found[sighting.landing].score):
                found[sighting.landing] = sighting
        return sorted(found.values(), key=lambda sighting: -sighting.score)

    def _candidates(self, passage: Passage) -> list[int]:
        """Where the passage would begin, by the places of its words."""
        votes: dict[int, float] = defaultdict(float)
        for start, feature in _features(passage.tokens):
            places = self._places.get(feature, ())
            if len(places) <= FREQUENT:
                for place in places:
                    votes[(place - start) // NEAR] += 1 / len(places)
        totals = {at: votes[at] + max(votes.get(at - 1, 0), votes.get(at + 1, 0)) for at in [*votes]}
        best: list[int] = []
        for at in sorted(totals, key=lambda at: (-totals[at], at)):
            if len(best) == CANDIDATES or (best and totals[at] < FAINT * totals[best[0]]):
                break
            if not {at - 1, at + 1} & {*best}:
                best.append(at)
        return [at * NEAR for at in best]

    def _sighting(self, passage: Passage, start: int, known: _Sides) -> Sighting | None:
        theirs = self._tokens.between(start - NEAR, start + 2 * NEAR + len(passage.text))
        ours = passage.tokens
        if not ours or not theirs:
            return None
        old_forms, new_forms = [token.form for token in ours], [token.form for token in theirs]
        found = matches(old_forms, new_forms)
        landing = self._landing(passage, theirs, found)
        evidence = Evidence(passage, landing, theirs, found)
        score = evidence.share(range(len(ours)))
        other = matches_from_end(old_forms, new_forms) if score >= POOR else found
        own = [number for number, token in enumerate(ours) if token.overlaps(passage.span)]
        sure = score >= POOR and (other == found or self._landing(passage, theirs, other) == landing)
        return Sighting(
            landing,
            score,
            evidence.share(own),
            max(min(evidence.share(side) for side in sides) for sides in known.flanks),
            sure and not thinned(old_forms, new_forms, own),
            any(evidence.attests(side) for side in known.beyond),
        )

    def _landing(self, passage: Passage, theirs: Sequence[Token], found: Matches) -> Landing | None:
        both = blocks((passage.text, self._new), (passage.tokens, theirs), found, 0, FIRM)
        return BlockMap(passage.text, self._new, both).landing(passage.span)


def _features(found: Iterable[Token]) -> Iterator[tuple[int, Feature]]:
    """The words and the pairs of neighbouring tokens, and where they start."""
    for one, other in pairwise(found):
        yield one.start, (one.form, other.form)
        if is_word(one.form) and len(one.form) > 1:
            yield one.start, one.form
