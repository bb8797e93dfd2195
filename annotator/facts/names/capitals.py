"""Names by capitals in running text: which runs are names, in languages that write only names with a capital.

A sentence begins with a capital whatever its first word is, so that this one counts only where the article has it with
a capital in the midst of a sentence too, where it goes on with further capitals and is not written small elsewhere, or
where it says something and is no plural: “Reiff left” where “Dana Reiff” is told elsewhere, “Dana Reiff left”, “Reiff
said”; but not “Farmers said”, and of “Nearby Norhaven” only the second word where the article has “nearby”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotator.facts.names.headlines import is_headline
from annotator.facts.names.kinds import is_said
from annotator.facts.names.name_words import NameWords, plain
from annotator.facts.names.runs import Run, is_never_a_name, runs
from annotator.facts.names.titles import title_length
from annotator.facts.names.tokens import Token, sentence_tokens
from annotator.language.sentences import sentences
from annotator.model.span import Span

COMMON_ENDS = ("s", "ment", "tion", "ity", "ship", "ness", "ence", "ance")
"""Endings of words that say something and are no names: “Farmers”, “Management”."""


@dataclass(slots=True)
class Seen:
    """Words of the article as it writes them: with a capital in the midst of a sentence, and without one."""

    capitals: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)


def name_runs(text: str, known: NameWords, taken: Sequence[Span] = ()) -> Iterator[Run]:
    """Yield the runs that are names, in text order, without those that touch the spans ``taken``, as those of dates.

    Capitals in headlines tell nothing; a headline gives the names that the rest of the article has, one word by one.
    """
    told = [*_sentences(text, known)]
    seen = _seen(tokens for tokens, headline in told if not headline)
    blocked = {at for span in taken for at in range(span.start, span.end)}
    for tokens, headline in told:
        for run in runs(tokens, known):
            found = _in_headline(run, seen) if headline else _as_name(run, seen, known)
            if found and found.span.start not in blocked and found.span.end - 1 not in blocked:
                yield found


def _sentences(text: str, known: NameWords) -> Iterator[tuple[Sequence[Token], bool]]:
    for sentence in sentences(text, language=known.language):
        tokens = [*sentence_tokens(text, sentence, known)]
        yield tokens, is_headline(sentence.of(text), tokens)


def _seen(told: Iterator[Sequence[Token]]) -> Seen:
    seen = Seen()
    for tokens in told:
        for token in tokens:
            if token.capital and not token.first:
                seen.capitals |= {token.form, token.form.partition("-")[2] or token.form}  # “al-Assad”, “Assad”
            elif not token.capital:
                seen.small.add(token.form)
    return seen


def _in_headline(run: Run, seen: Seen) -> Run | None:
    """Return the part of the run of which every word is a name elsewhere; None without one."""
    last = 0
    first = next((at for at, token in enumerate(run.words) if token.form in seen.capitals), -1)
    if first < 0:
        return None
    for last in range(first, len(run.words)):
        if run.words[last].capital and run.words[last].form not in seen.capitals:
            break
    else:
        last = len(run.words)
    while not run.words[last - 1].capital:
        last -= 1
    return run.part(first, last)


def _as_name(run: Run, seen: Seen, known: NameWords) -> Run | None:
    """Return the run without a first word that is none of its name; None where nothing of it is a name."""
    words = run.words
    if words[0].first and not _is_known(words[0], seen):
        alone = len(words) == 1 or not words[1].capital
        if alone and not _may_stand_alone(run, seen, known):
            return None
        if not alone and _is_ordinary(words[0], seen, known):
            run = run.part(1, len(words))
    only = run.words[0]
    if len(run.words) == 1 and (_is_people(only, known) or is_never_a_name(only, known) or only.is_initial):
        return None
    return run


def _may_stand_alone(run: Run, seen: Seen, known: NameWords) -> bool:
    """Return True for titles, words of bodies, and whoever says something: “Reiff said”; not “Farmers said”."""
    word = plain(run.words[0].form)
    if title_length(run, known) or known.has("bodies", word):
        return True
    return is_said(run, known) and word not in seen.small and not word.endswith(COMMON_ENDS)


def _is_known(token: Token, seen: Seen) -> bool:
    return token.form in seen.capitals or token.is_acronym


def _is_ordinary(token: Token, seen: Seen, known: NameWords) -> bool:
    """Return True for a first word that the article writes small elsewhere, but for titles and words of bodies."""
    word = plain(token.form)
    named = any(known.has(heading, word) for heading in ("titles", "honorifics", "bodies"))
    return word in seen.small and not named


def _is_people(token: Token, known: NameWords) -> bool:
    """Return True for an adjective of a people alone, which names nobody: “Syrian”."""
    return known.has("peoples", token.form)
