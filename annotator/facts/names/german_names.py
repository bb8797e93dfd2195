"""Names in German, where every noun has a capital, so that capitals alone tell nothing.

Taken are only names behind a title or “Herr” and “Frau”: “Bürgermeisterin Dana Reiff”, and two or three words with
capitals beside a verb of saying or before an age: “sagte Dana Reiff”, “Dana Reiff (45)”; then the same words wherever
they stand. Not taken are words that are nouns: by their ending (“Regierung”), because the article has them behind “der”
or “ein”, or because they are listed (“Prozent”). Bodies and places come from marks only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.facts.names.kinds import is_person
from annotator.facts.names.name_words import NameWords, plain
from annotator.facts.names.runs import Run
from annotator.facts.names.titles import title_before, title_length
from annotator.facts.names.tokens import Token

MOST = 4
SHORTEST = 4
"""Letters that a noun has before its ending: “Jung” is none."""


def names_in_german(text: str, found: Sequence[Run], known: NameWords) -> Iterator[Run]:
    """Yield those of the runs that are names, in their order, each with its title."""
    nouns = _nouns(found, known)
    sure = [_sure(text, run, nouns, known) for run in found]
    names = {_name(run, known) for run in sure if run}
    surnames = {name[-1] for name in names if name}
    for run, certain in zip(found, sure, strict=True):
        if certain:
            yield certain
        elif _name(run, known) in names or (len(run.words) == 1 and run.words[0].form in surnames):
            yield run


def _sure(text: str, run: Run, nouns: set[str], known: NameWords) -> Run | None:
    """Return the run as far as it is a name for sure; None where it is none."""
    title = title_length(run, known)
    begin = title if title < len(run.words) else 0
    last = begin
    while last < len(run.words) and not _is_noun(run.words[last], nouns, known):
        last += 1
    if last == begin or last - begin > MOST:
        return None
    if begin or title_before(run, known):
        return run.part(0, last)
    return run if last == len(run.words) and is_person(text, run, known) else None


def _name(run: Run, known: NameWords) -> tuple[str, ...]:
    """Return the words of the name without its title."""
    title = title_length(run, known)
    return tuple(token.form for token in run.words[title if title < len(run.words) else 0 :])


def _nouns(found: Sequence[Run], known: NameWords) -> set[str]:
    """Return the words that stand alone behind “der”, “ein” and the like: these are nouns."""
    single = (run for run in found if len(run.words) == 1 and run.before)
    return {run.words[0].form for run in single if run.before and known.has("articles", run.before.form)}


def _is_noun(token: Token, nouns: set[str], known: NameWords) -> bool:
    word = plain(token.form)
    if token.form in nouns or known.has("nouns", word):
        return True
    return any(word.endswith(end) and len(word) >= len(end) + SHORTEST for end in known.of("noun endings"))
