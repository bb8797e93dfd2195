"""Search for passages of an old text in a new one, with a score for each candidate place."""

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
from annotator.anchoring.neighbours import beyond, flanks, is_whole
from annotator.anchoring.repeated import is_once, thinned
from annotator.language.tokens import Token, TokenList, is_word

Feature: TypeAlias = "str | tuple[str, str]"
FREQUENT = 40
"""Occurrences in the new text above which a word or pair of words is ignored."""

NEAR = 48
CANDIDATES = 4
FAINT = 0.4
"""Minimum votes of a candidate place, as a share of the votes of the best one."""

POOR = 0.3
"""Minimum score of a place that is checked by a second alignment, from the end."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Candidate place of a passage's annotation; ``score`` is the share of the passage that is found around it, 0 to 1.

    ``own`` is the share of the annotation's own words, ``flanks`` that of the words farthest from it, on the worse of
    both sides, or on the better one for whole sentences; a similar sentence elsewhere lacks these. ``sure`` is True if
    alignment from the beginning and from the end gives the same place, or if a whole sentence is there once;
    ``attested`` if words of a neighbouring sentence are found.
    """

    landing: Landing | None
    score: float
    own: float
    flanks: float
    sure: bool
    attested: bool


@dataclass(frozen=True, slots=True)
class _Sides:
    """Token numbers of the words around an annotation: beyond its sentence, and outermost.

    ``whole`` if the annotation is of whole sentences: then no similar sentence elsewhere has all of its words.
    """

    beyond: Sequence[Sequence[int]]
    flanks: Sequence[Sequence[Sequence[int]]]
    whole: bool

    def share(self, evidence: Evidence) -> float:
        """Return the share of the outermost words that is found."""
        shares = ([evidence.share(side) for side in sides if side or not self.whole] for sides in self.flanks)
        return max((max if self.whole else min)(found, default=1.0) for found in shares)


class Sightings:
    """Index of the words and word pairs of all passages in the new text."""

    def __init__(self, new: str, passages: Iterable[Passage]) -> None:
        self._new = new
        sought = {feature for passage in passages for _, feature in _features(passage.tokens)}
        self._places: dict[Feature, list[int]] = defaultdict(list)
        self._tokens = TokenList(new)
        for start, feature in _features(self._tokens):
            if feature in sought and len(self._places[feature]) <= FREQUENT:
                self._places[feature].append(start)

    def of(self, passage: Passage) -> list[Sighting]:
        """Return the most likely places, best first, without duplicates."""
        found: dict[Landing | None, Sighting] = {}
        sides = _Sides(beyond(passage), (flanks(passage, REACH), flanks(passage, REACH // 2)), is_whole(passage))
        for start in self._candidates(passage):
            sighting = self._sighting(passage, start, sides)
            if sighting and (sighting.landing not in found or sighting.score > found[sighting.landing].score):
                found[sighting.landing] = sighting
        return sorted(found.values(), key=lambda sighting: -sighting.score)

    def _candidates(self, passage: Passage) -> list[int]:
        """Return offsets in the new text at which the passage may begin, by the votes of its words."""
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
        if known.whole and landing and landing.exact:
            sure = sure or is_once(old_forms, new_forms, own)
        return Sighting(
            landing,
            score,
            evidence.share(own),
            known.share(evidence),
            sure and not thinned(old_forms, new_forms, own),
            any(evidence.attests(side) for side in known.beyond),
        )

    def _landing(self, passage: Passage, theirs: Sequence[Token], found: Matches) -> Landing | None:
        both = blocks((passage.text, self._new), (passage.tokens, theirs), found, 0, FIRM)
        return BlockMap(passage.text, self._new, both).landing(passage.span)


def _features(found: Iterable[Token]) -> Iterator[tuple[int, Feature]]:
    """Yield the words and the pairs of neighbouring tokens, each with its start."""
    for one, other in pairwise(found):
        yield one.start, (one.form, other.form)
        if is_word(one.form) and len(one.form) > 1:
            yield one.start, one.form
