"""Words that tie a claim to who says it, by language: verbs of speech, and phrases that do their work."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

VERBS: Mapping[str, str] = {
    "en": "said says told tells warned warns added adds announced announces denied denies claimed stated insisted"
    " insists argued argues confirmed confirms acknowledged admitted admits explained explains wrote writes noted"
    " stressed stresses predicted predicts promised alleged conceded declared declares maintained maintains",
    "de": "sagte sagt sagten erklärte erklärt erklärten teilte warnte warnt warnten betonte betont schrieb schreibt"
    " berichtete berichtet berichteten behauptete behauptet meinte meint meldete meldet bestätigte bestätigt"
    " kündigte räumte bestritt bestreitet fügte versicherte versichert erläuterte forderte",
}
PHRASES: Mapping[str, tuple[str, ...]] = {
    "en": ("according to", "in the words of", "as reported by"),
    "de": ("nach Angaben", "nach Worten", "den Angaben zufolge", "zufolge", "laut"),
}
CONTRASTS: Mapping[str, str] = {
    "en": "but while whereas although though however yet",
    "de": "aber während wohingegen obwohl doch jedoch dagegen hingegen",
}
"""Words behind which somebody else, or the article itself, begins to speak."""
LANGUAGES = tuple(VERBS)


def known(language: str) -> tuple[str, ...]:
    """Return the languages whose words are looked for: that of the article, all where it is not known, or none."""
    code = language.casefold().partition("-")[0]
    return LANGUAGES if not code else (code,) if code in VERBS else ()


@cache
def speech(language: str) -> re.Pattern[str] | None:
    """Return the pattern of what introduces or follows speech; None for a language without such words here."""
    languages = known(language)
    words = [word for code in languages for word in (*PHRASES[code], *VERBS[code].split())]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE) if words else None


@cache
def contrast(language: str) -> re.Pattern[str]:
    """Return the pattern of what parts two statements: a semicolon, or a word of contrast."""
    words = [word for code in known(language) for word in CONTRASTS[code].split()]
    return re.compile(rf";|\b(?:{'|'.join(words)})\b" if words else ";", re.IGNORECASE)
