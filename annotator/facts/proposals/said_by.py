"""Proposals of a source and a cue for a claim, by the rules of the sentence.

1. The cue is the nearest in the claim's sentence, before or after the claim, that no other claim and no contrast parts
   from it. Marked cues come first; else a verb of speech, or a phrase such as “according to”, is one.
2. The source is the nearest to the cue in the same sentence, that no claim parts from it.
3. Without a cue it is the nearest source of the sentence, that no other claim and no contrast parts from the claim.
4. Without a source in the sentence it is the last source of the sentence before, in the same paragraph, where a cue
   stands in the claim's sentence or the claim is in quotation marks: “He added …”.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from annotator.facts.proposals.speech_words import contrast, speech
from annotator.language.paragraphs import window
from annotator.language.sentences import sentences
from annotator.model.span import Span

QUOTES = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Around:
    """Spans that are marked near a claim: ``sources``, ``cues`` and other ``claims``, in code points."""

    sources: Collection[Span] = ()
    cues: Collection[Span] = ()
    claims: Collection[Span] = ()


@dataclass(frozen=True, slots=True)
class SaidBy:
    """A proposed source and a proposed cue; None for none. The cue may be words that nobody has marked."""

    source: Span | None = None
    cue: Span | None = None


def said_by(text: str, claim: Span, around: Around, language: str = "") -> SaidBy:
    """Return who says the claim and by which words, as far as the rules tell; offsets are code points."""
    here, before = _sentences(text, claim, language)
    others = [it for it in around.claims if it != claim and not _overlap(it, claim)]
    near = _Near(text, claim, others, language)
    cue = near.cue(_within(around.cues, here)) or near.cue(_spoken(text, here, claim, others, language))
    sources = [it for it in _within(around.sources, here) if not _overlap(it, claim)]
    source = near.source(sources, cue)
    if source is None and not sources and before and (cue or _is_quoted(text, claim)):
        source = max(_within(around.sources, before), key=lambda it: it.start, default=None)
    return SaidBy(source, cue)


@dataclass(frozen=True, slots=True)
class _Near:
    text: str
    claim: Span
    others: Collection[Span]
    language: str

    def cue(self, cues: Iterable[Span]) -> Span | None:
        free = [it for it in cues if not _overlap(it, self.claim) and not self._is_parted(it)]
        return min(free, key=lambda it: _apart(it, self.claim), default=None)

    def source(self, sources: Collection[Span], cue: Span | None) -> Span | None:
        if cue is None:
            free = [it for it in sources if not self._is_parted(it)]
            return min(free, key=lambda it: _apart(it, self.claim), default=None)
        free = [it for it in sources if not self._is_claim_between(it, cue, (*self.others, self.claim))]
        return min(free, key=lambda it: _apart(it, cue), default=None)

    def _is_parted(self, one: Span) -> bool:
        """Tell whether another claim or a contrast stands between the words and the claim."""
        start, end = _gap(one, self.claim)
        parted = contrast(self.language).search(self.text, start, end) is not None
        return parted or self._is_claim_between(one, self.claim, self.others)

    def _is_claim_between(self, one: Span, other: Span, claims: Iterable[Span]) -> bool:
        start, end = _gap(one, other)
        return any(start < it.end and it.start < end for it in claims)


def _sentences(text: str, claim: Span, language: str) -> tuple[Span, Span | None]:
    """Return the stretch of the sentences that the claim touches, and the sentence before it in its paragraph."""
    start, end = window(text, claim.start)
    found = list(sentences(text, start, max(end, claim.end), language))
    touched = [it for it in found if _overlap(it, claim)]
    if not touched:
        return claim, None
    before = [it for it in found if it.end <= touched[0].start]
    return Span(touched[0].start, touched[-1].end), before[-1] if before else None


def _spoken(text: str, here: Span, claim: Span, others: Collection[Span], language: str) -> list[Span]:
    """Return words of speech in the sentence that lie in no claim and in no quotation."""
    pattern = speech(language)
    found = [Span(*it.span()) for it in pattern.finditer(text, here.start, here.end)] if pattern else []
    return [it for it in found if not any(_overlap(it, one) for one in (claim, *others))]


def _within(spans: Iterable[Span], sentence: Span) -> list[Span]:
    return [it for it in spans if sentence.start <= it.start and it.end <= sentence.end]


def _is_quoted(text: str, claim: Span) -> bool:
    before = text[claim.start - 1 : claim.start]
    return text[claim.start : claim.start + 1] in tuple(QUOTES) or before in tuple(QUOTES)


def _gap(one: Span, other: Span) -> tuple[int, int]:
    first, second = sorted((one, other), key=lambda it: it.start)
    return first.end, max(first.end, second.start)


def _apart(one: Span, other: Span) -> int:
    start, end = _gap(one, other)
    return end - start


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
