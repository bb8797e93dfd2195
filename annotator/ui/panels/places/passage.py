"""Passages for comparison: an annotation's words in context, as marked and as proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from annotator.anchoring.places import CHANGED
from annotator.language.tokens import tokens
from annotator.model.annotation import Excerpt
from annotator.model.span import Span
from annotator.model.visible import visible
from annotator.session.editing.places.place_proposals import Proposal

AROUND = 32
"""Characters of context before and after the words, as sidecars quote them."""

LONGEST = 600
"""Longer words are cut to this number of characters."""

BLANKS = re.compile(r"\s+")
Range = tuple[int, int]


class Kind(Enum):
    """Kind of a piece: context, words, or words that the other passage lacks."""

    AROUND = "around"
    WORDS = "words"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text with one appearance."""

    kind: Kind
    text: str


Passage = tuple[Piece, ...]


def plain(passage: Iterable[Piece]) -> str:
    """Return the text of the passage."""
    return "".join(piece.text for piece in passage)


def as_marked(proposal: Proposal, text: str) -> Passage:
    """Return the passage that the sidecar quotes; if changed, words that the proposed place lacks are DIFFERENT."""
    excerpt = proposal.annotation.displaced or Excerpt("")
    words = _cut(excerpt.text)
    different = _different(words, _cut(proposal.span.of(text))) if _compares(proposal) and proposal.span else []
    return _passage(excerpt.before, words, excerpt.after, different)


def as_proposed(proposal: Proposal, text: str) -> Passage:
    """Return the article's passage at the proposed place; empty where there is none."""
    span = proposal.span
    if span is None:
        return ()
    words = _cut(span.of(text))
    was = proposal.annotation.displaced
    different = _different(words, _cut(was.text)) if was and _compares(proposal) else []
    return _passage(text[max(0, span.start - AROUND) : span.start], words, _after(text, span), different)


def shortened(passage: Passage, around: int) -> Passage:
    """Return the passage with at most ``around`` characters of context on either side, cut at blanks where possible."""
    first, last = passage[:1], passage[-1:]
    before = _last_words(first[0].text, around) if first and first[0].kind is Kind.AROUND else ""
    after = _first_words(last[0].text, around) if last and last[0].kind is Kind.AROUND else ""
    words = [piece for piece in passage if piece.kind is not Kind.AROUND]
    return tuple(_filled([Piece(Kind.AROUND, before), *words, Piece(Kind.AROUND, after)]))


def _after(text: str, span: Span) -> str:
    return text[span.end : span.end + AROUND]


def _compares(proposal: Proposal) -> bool:
    return proposal.verdict == CHANGED


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _passage(before: str, words: str, after: str, different: Sequence[Range]) -> Passage:
    pieces, at = [Piece(Kind.AROUND, _whole_words_before(before))], 0
    for start, end in different:
        pieces += [Piece(Kind.WORDS, words[at:start]), Piece(Kind.DIFFERENT, words[start:end])]
        at = end
    pieces += [Piece(Kind.WORDS, words[at:]), Piece(Kind.AROUND, _whole_words_after(after))]
    return tuple(_filled(Piece(piece.kind, visible(BLANKS.sub(" ", piece.text))) for piece in pieces))


def _filled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    return (piece for piece in pieces if piece.text)


def _different(words: str, others: str) -> list[Range]:
    """Return the ranges of ``words``, token by token, that ``others`` does not have."""
    ours, theirs = list(tokens(words)), list(tokens(others))
    matcher = SequenceMatcher(
        None, [words[t.start : t.end] for t in ours], [others[t.start : t.end] for t in theirs], autojunk=False
    )
    found = (block[1:3] for block in matcher.get_opcodes() if block[0] != "equal")
    return [(ours[first].start, ours[last - 1].end) for first, last in found if last > first]


def _whole_words_before(text: str) -> str:
    """Return the end of the context, without the fragment of a word at which the excerpt begins."""
    return _last_words(text, AROUND - 1)


def _whole_words_after(text: str) -> str:
    return _first_words(text, AROUND - 1)


def _last_words(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = text[len(text) - most :]
    cut = BLANKS.search(kept.rstrip())
    return "…" + (kept[cut.end() :] if cut else kept)


def _first_words(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = text[:most]
    cuts = list(BLANKS.finditer(kept.lstrip()))
    return (kept[: cuts[-1].start() + len(kept) - len(kept.lstrip())] if cuts else kept) + "…"
