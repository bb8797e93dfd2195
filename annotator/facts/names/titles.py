"""Titles before names: where a run of capitals is an office or a rank, and where the name begins."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.facts.names.name_words import NameWords, plain
from annotator.facts.names.runs import Run
from annotator.facts.names.tokens import Token
from annotator.model.span import Span

MOST_BEFORE = 3
"""Words without capitals before a name that may be its title: “deputy prime minister Ada Lund”."""

NOT_BEFORE = frozenset({"motors", "electric", "dynamics", "mills", "strike", "election", "elections", "hospital"})
"""Words behind which “General” is no rank: “General Motors”."""


def title_length(run: Run, known: NameWords) -> int:
    """Return how many words of the run are the title; 0 where it has none, all where nothing else is there.

    “President Bashar al-Assad” has one of 1 word, “US Secretary of State John Kerry” one of 4, “Prime Minister” is one
    whole. “General Assembly” and “King Street” have none: they are a body and a place.
    """
    words = [plain(token.form) for token in run.words]
    if _names_a_thing(words, known):
        return 0
    last = max((at for at, word in enumerate(words) if _is_title(word, known)), default=-1)
    if last < 0:
        return 0
    length = last + 1
    if length < len(words) and known.has("joins", words[length]) and not run.words[length].capital:
        length = _behind_office(run.words, length, known)
    return length


def title_before(run: Run, known: NameWords) -> Span | None:
    """Return the span of a title without capitals before the run: “deputy mayor” of “deputy mayor Dana Reiff”."""
    at = run.first
    while at and run.first - at < MOST_BEFORE and _is_part(run.tokens, at - 1, run.first, known):
        at -= 1
    return Span(run.tokens[at].start, run.tokens[run.first - 1].end) if at < run.first else None


def _is_part(tokens: Sequence[Token], at: int, first: int, known: NameWords) -> bool:
    """Return True if the word before belongs to the title: an office next to the name, before it what qualifies it."""
    word = plain(tokens[at].form)
    if tokens[at + 1].gap.strip(" .\u00a0"):
        return False
    if at == first - 1:
        return _is_title(word, known)
    return known.has("qualifiers", word) or known.has("times", word) or _is_title(word, known)


def _is_title(word: str, known: NameWords) -> bool:
    parts = word.split("-")  # Secretary-General
    return known.has("honorifics", word) or known.has("titles", word) or known.has("titles", parts[0])


def _names_a_thing(words: Sequence[str], known: NameWords) -> bool:
    """Return True for a body or a place with a title in its name: “Prince Edward Island”, “Lord Mayor’s Office”."""
    last = words[-1]
    return known.has("bodies", last) or known.has("spots", last) or last in NOT_BEFORE


def _behind_office(words: Sequence[Token], at: int, known: NameWords) -> int:
    """Return the index behind what the office is of: “of State”, “for Trade and Industry”, “of the Norhaven Bank”."""
    while at < len(words) and not words[at].capital:
        at += 1
    at += 1
    if at + 1 < len(words) and words[at].form == "and":
        at += 2
    bodies = (index for index in range(at, len(words)) if known.has("bodies", words[index].form))
    return max(bodies, default=at - 1) + 1
