"""Dates of birth and death that a sentence tells of a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from annotator.facts.figures.wording import Wording
from annotator.language.folding import folded
from annotator.model.span import Span

MONTHS = (
    "january|januar|jan",
    "february|februar|feb",
    "march|märz|mar",
    "april|apr",
    "may|mai",
    "june|juni|jun",
    "july|juli|jul",
    "august|aug",
    "september|sept|sep",
    "october|oktober|oct|okt",
    "november|nov",
    "december|dezember|dec|dez",
)
MONTH = "|".join(MONTHS)
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
DATE = re.compile(
    rf"(?<!\w)(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? (?P<month>{MONTH})\.?,? {YEAR}"
    rf"|(?P<month2>{MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>1[5-9]\d\d|20\d\d)"
    r"|(?P<year3>1[5-9]\d\d|20\d\d))(?!\w)"
)
LIFE = re.compile(r"\((?P<born>1[5-9]\d\d|20\d\d)-(?P<died>1[5-9]\d\d|20\d\d)\)")
BIRTH, DEATH = "birth", "death"
NEAR = 30
"""Code points between “born” and its date, at most."""
BORN = Wording(en=r"born|b\.", de=r"geboren|geb\.|\*")
DIED = Wording(en="died|dies|dead|death|passed away", de="starb|verstarb|gestorben|verstorben|tod|†")


BORN_BEHIND = Wording(de=r"(?:in \w+ )?geboren")
DIED_BEHIND = Wording(de=r"(?:in \w+ )?(?:gestorben|verstorben)")
"""Words that stand behind the date: “1920 geboren”."""
KIN = Wording(
    en="sons?|daughters?|child|children|wife|husband|widow(?:er)?|brothers?|sisters?|mother|father|parents?|twins?|"
    "grand\\w+|leaving|survived by",
    de="sohn|söhne|tochter|töchter|kind|kinder|frau|mann|witwer?|bruder|brüder|schwestern?|mutter|vater|eltern|enkel\\w*",
)
"""Relatives, of whom a date may be."""


@dataclass(frozen=True, slots=True)
class LifeDate:
    """A day, or a year alone where ``day`` is None, at a place in the text, in code points."""

    span: Span
    year: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """Birth and death of a person; None where the sentence does not tell."""

    born: LifeDate | None
    died: LifeDate | None


def life_in(text: str, sentence: Span, language: str) -> Life | None:
    """Return the dates of the one person of whose birth a sentence tells; None where they may be of others."""
    if KIN.within(folded(sentence.of(text)), language):
        return None
    words = sentence.of(text).casefold()
    if len(words) != len(sentence):  # casefolding has moved the offsets, as it does for “ß”
        words = sentence.of(text).lower()
    if match := LIFE.search(words.replace("–", "-")):
        return Life(_year(match, "born", sentence), _year(match, "died", sentence))
    dates = [_date(match, sentence) for match in DATE.finditer(words)]
    told = [_told_as(text, sentence, one, language) for one in dates]
    born = [one for one, role in zip(dates, told, strict=True) if role == BIRTH]
    died = [one for one, role in zip(dates, told, strict=True) if role == DEATH]
    others = len(dates) - len(born) - len(died)
    if len(born) != 1 or len(died) > 1 or others:
        return None
    return Life(born[0], died[0] if died else None)


def _year(match: re.Match[str], group: str, sentence: Span) -> LifeDate:
    start, end = match.span(group)
    return LifeDate(Span(sentence.start + start, sentence.start + end), int(match[group]))


def _date(match: re.Match[str], sentence: Span) -> LifeDate:
    span = Span(sentence.start + match.start(), sentence.start + match.end())
    year = int(match["year"] or match["year2"] or match["year3"])
    if match["year3"]:
        return LifeDate(span, year)
    month = next(
        number for number, names in enumerate(MONTHS, 1) if (match["month"] or match["month2"]) in names.split("|")
    )
    try:
        return LifeDate(span, year, date(year, month, int(match["day"] or match["day2"])))
    except ValueError:  # there is no such day, which is another rule's
        return LifeDate(span, year)


def _told_as(text: str, sentence: Span, found: LifeDate, language: str) -> str:
    """Return whether the words beside the date make it one of a birth or a death; empty where they do not tell."""
    before = folded(text[max(sentence.start, found.span.start - NEAR) : found.span.start])
    before = DATE.sub(" ; ", before).rpartition(";")[2]
    after = folded(text[found.span.end : min(sentence.end, found.span.end + NEAR)])
    if BORN_BEHIND.begins(after, language):
        return BIRTH
    if DIED_BEHIND.begins(after, language) or DIED.within(BORN.after(before, language) or before, language):
        return DEATH
    return BIRTH if BORN.within(before, language) else ""
