"""Kinds of names by the words in and around them: person, organisation, place."""

from __future__ import annotations

import re

from annotator.facts.names.mention import ORGANISATION, PERSON, PLACE, UNKNOWN
from annotator.facts.names.name_words import NameWords, plain
from annotator.facts.names.runs import Run
from annotator.facts.names.tokens import Token

AGE = re.compile(r",? \(?\d{1,3}(?: Jahre alt| ans| años)?[,.)]")
"""An age behind a name: “Dana Reiff, 45, said”, “Dana Reiff (45)”."""

FEWEST, MOST = 2, 4
"""Words of a person's full name."""


def kind_of(text: str, run: Run, known: NameWords, *, titled: bool) -> str:
    """Return what the name of the run names.

    A person has a title, an age or an initial, or is one of two to four words beside a verb of saying: “said Dana
    Reiff”, but not “said Hill Street”. A body has the word of one, or is an acronym: “Harbour Board”, “UN”. A place has
    the word of one, is a country, or stands behind “in”: “Hill Street”, “in Norhaven”. All else is unknown.
    """
    last = plain(run.words[-1].form)
    if titled:
        return PERSON
    if any(known.has("bodies", token.form) for token in run.words):
        return ORGANISATION
    if known.has("spots", last) or (len(run.words) == 1 and known.has("countries", last)):
        return PLACE
    if run.words[0].is_acronym:
        return ORGANISATION
    if is_person(text, run, known):
        return PERSON
    return PLACE if run.before and known.has("at", run.before.form) and run.words[0].gap == " " else UNKNOWN


def is_person(text: str, run: Run, known: NameWords) -> bool:
    """Return True where an age, an initial or a verb of saying tells a person of at least two names."""
    if len(run.words) < FEWEST or any(known.has("peoples", token.form) for token in run.words):
        return False
    if has_age(text, run) or any(token.is_initial for token in run.words[:-1]):
        return True
    return len(run.words) <= MOST and is_said(run, known)


def may_be_person(run: Run, known: NameWords) -> bool:
    """Return True for two to four words of which none is of a body, a place or a people: “Jared Hale”, “Orca Two”."""
    if not FEWEST <= len(run.words) <= MOST or known.has("parts", run.words[0].form):
        return False
    return not any(known.has(one, token.form) for token in run.words for one in ("bodies", "spots", "peoples"))


def has_age(text: str, run: Run) -> bool:
    """Return True if an age stands behind the name: “Hale, 45, said”."""
    return AGE.match(text, run.span.end) is not None


def is_said(run: Run, known: NameWords) -> bool:
    """Return True if the name stands beside a verb of saying: “Reiff said”, “said Reiff”."""
    after, before = run.after, run.before
    behind = after is not None and not after.gap.strip() and _says(after, known, "said", "calls")
    return behind or (before is not None and not run.words[0].gap.strip() and _says(before, known, "said"))


def _says(token: Token, known: NameWords, *headings: str) -> bool:
    return not token.capital and any(known.has(heading, token.form) for heading in headings)
