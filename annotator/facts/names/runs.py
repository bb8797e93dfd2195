"""Runs of words with capitals that stand together as names do: “Bashar al-Assad”, “Committee of the Red Cross”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.facts.names.name_words import NameWords, plain
from annotator.facts.names.tokens import Token
from annotator.model.span import Span

BLANKS = (" ", "\u00a0", "\u202f")
MOST_SMALL = 3
"""Small words at most between two capitals: “Union for the protection of the Coast” is no longer taken whole."""

SHORT_MONTH = 3
WITH_AND = frozenset({"ministry", "department", "minister", "secretary", "committee", "commission", "agency", "office"})
"""Words of bodies and offices for two things: “Ministry of Trade and Industry”."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words from ``first`` to before ``last`` of the tokens of a sentence."""

    tokens: Sequence[Token]
    first: int
    last: int

    @property
    def words(self) -> Sequence[Token]:
        return self.tokens[self.first : self.last]

    @property
    def span(self) -> Span:
        return Span(self.tokens[self.first].start, self.tokens[self.last - 1].end)

    @property
    def before(self) -> Token | None:
        """Word before the run in its sentence."""
        return self.tokens[self.first - 1] if self.first else None

    @property
    def after(self) -> Token | None:
        """Word after the run in its sentence."""
        return self.tokens[self.last] if self.last < len(self.tokens) else None

    def part(self, first: int, last: int) -> Run:
        """Return the run of the words from ``first`` to before ``last``, counted from its own first."""
        return Run(self.tokens, self.first + first, self.first + last)


def runs(tokens: Sequence[Token], known: NameWords) -> Iterator[Run]:
    """Yield the longest runs of the sentence, in their order.

    A day of the week ends a run: “Tusk said Thursday”. So does a month without a name before it: “Theresa May” is one.
    """
    at = 0
    while at < len(tokens):
        if not starts(tokens, at, known):
            at += 1
            continue
        last = at + 1
        while further := _next(tokens, at, last, known):
            last = further
        yield Run(tokens, at, last)
        at = last


def starts(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    """Return True if the word has a capital that may be that of a name."""
    return tokens[at].capital and not is_never_a_name(tokens[at], known) and not _is_month(tokens, at, known)


def is_never_a_name(token: Token, known: NameWords) -> bool:
    """Return True for the words that no name has: “The”, “Monday”, “GMT”; “WHO” and the initial “A” may be of one."""
    word = plain(token.form)
    is_word = known.has("common", word) and not token.is_acronym and not (token.is_initial and token.form != "I")
    return word in known.weekdays or is_word or known.has("clocks", word)


def _is_month(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    """Return True for a month, but for one of three letters before a capital: “Jan Egeland”."""
    token = tokens[at]
    if plain(token.form) not in known.months:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return len(token.form) > SHORT_MONTH or following is None or not (following.capital and following.gap in BLANKS)


def _next(tokens: Sequence[Token], first: int, last: int, known: NameWords) -> int:
    """Return the index behind the next part of the run that begins at ``first``; 0 where it ends."""
    if last >= len(tokens) or not _joined(tokens, last, known):
        return 0
    if _goes_on(tokens, last, known):
        return last + 1
    small = last
    while small < len(tokens) and small - last < MOST_SMALL and _is_small(tokens, first, small, known):
        small += 1
        if small < len(tokens) and _joined(tokens, small, known) and _goes_on(tokens, small, known):
            return small + 1
    return 0


def _goes_on(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    token = tokens[at]
    number_follows = at + 1 < len(tokens) and tokens[at + 1].form[:1].isdigit()
    is_date = plain(token.form) in known.months and number_follows
    return token.capital and not token.first and not is_never_a_name(token, known) and not is_date


def _joined(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    """Return True if only a blank is before the word, or the full stop of an initial or of “Mr.”."""
    before, gap = tokens[at - 1], tokens[at].gap
    if gap in BLANKS:
        return True
    short = before.is_initial or known.has("honorifics", before.form)
    return short and gap.startswith(".") and gap[1:] in ("", *BLANKS)


def _is_small(tokens: Sequence[Token], first: int, at: int, known: NameWords) -> bool:
    """Return True if the word joins two parts of a name: “de” of a person's, “of the” of a body's or an office's."""
    token = tokens[at]
    if token.gap not in BLANKS or token.capital:
        return False
    run = [plain(one.form) for one in tokens[first:at]]
    named = any(known.has("bodies", word) or known.has("titles", word) for word in run)
    if token.form == "and":
        return known.language == "en" and not WITH_AND.isdisjoint(run) and bool({"of", "for"} & {*run})
    if named and known.has("joins", token.form):
        return True
    behind = at > first and known.has("particles", tokens[at - 1].form) and not tokens[at - 1].capital
    return known.has("particles", token.form) or (behind and known.has("articles in names", token.form))
