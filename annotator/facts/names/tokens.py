"""Words of a sentence as names are looked for in them: with a capital or without, at a beginning or in the midst."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.facts.names.name_words import NameWords
from annotator.language.words import words
from annotator.model.span import Span

POSSESSIVE = re.compile(r"['’]s?$")
ELISION = re.compile(r"(?:[ldnmstcj]|qu)['’](?=\w)", re.IGNORECASE)
"""“l’”, “d’” in French: “l’Élysée” is the name “Élysée”."""

OPENS = re.compile(r"[\"“„«‹‘]\s?$|[:•–—]\s*[\"“„«‹‘]?\s?$")
"""Signs behind which a word begins as a sentence does."""

LONGEST_ACRONYM = 6
HYPHENS = re.compile("[-‐‑]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word; ``form`` is without “’s”. ``first``: its capital may be that of a sentence. ``gap`` is what is before."""

    form: str
    start: int
    end: int
    capital: bool
    first: bool
    gap: str

    @property
    def is_acronym(self) -> bool:
        """Two to six capitals, as “UN”, “U.S.” and “UNICEF”."""
        letters = self.form.replace(".", "")
        return 1 < len(letters) <= LONGEST_ACRONYM and letters.isalpha() and letters.isupper()

    @property
    def is_initial(self) -> bool:
        """One capital, as “J” of “J. Smith”; several with full stops: “J.R.”."""
        letters = self.form.replace(".", "")
        return self.capital and (len(letters) == 1 or (len(letters) == 2 and "." in self.form))


def sentence_tokens(text: str, sentence: Span, known: NameWords) -> Iterator[Token]:
    """Yield the words of a sentence in their order."""
    before = sentence.start
    for word in words(text, sentence.start, sentence.end):
        start, form = word.start, text[word.start : word.end]
        if known.language == "fr" and (elided := ELISION.match(form)):
            start, form = start + elided.end(), form[elided.end() :]
        elif known.language == "en":
            form = POSSESSIVE.sub("", form)
        gap = text[before:start]
        first = before == sentence.start or OPENS.search(gap) is not None
        if form:
            before = start + len(form)
            yield Token(form, start, before, _is_capital(form, known), first, gap)


def _is_capital(form: str, known: NameWords) -> bool:
    """Return True if the word is written as a name: each part of it with a capital, or a small word as “al-”.

    “Jean-Pierre”, “al-Assad”, “Port-au-Prince” and “McAllister” are; “UN-backed”, “COVID-19” and “iPhone” are not.
    """
    if form.isalpha():  # as nearly all
        return form[0].isupper() and not (len(form) > LONGEST_ACRONYM and form.isupper())
    parts = [part for part in HYPHENS.split(form) if part]
    if not parts or not all(part[0].isalpha() for part in parts) or any(map(str.isdigit, form)):
        return False
    if len(form) > LONGEST_ACRONYM and form.isupper() and "." not in form:
        return False
    return all(part[0].isupper() or _is_small(part, known) for part in parts) and any(p[0].isupper() for p in parts)


def _is_small(part: str, known: NameWords) -> bool:
    return known.has("particles", part) or part in ("au", "aux", "upon", "sur", "en", "sous", "ud", "us", "as")
