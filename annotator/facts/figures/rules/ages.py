"""An age that does not match its dates.

Example: “born in 1950, died in 2016 at the age of 56”, where 65 or 66 are right; “Ada Brandt (1931–2004) was 63 when
she died”; “Orla Finch, 45, who was born in 1950” in an article of 2016.

Counter-example: “born in 1950, she opened her first shop at the age of 26 and died in 2016”; any sentence with a date
more, which may be of somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from annotator.facts.figures.bounds import is_exact
from annotator.facts.figures.life_dates import DIED, LifeDate, life_in
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.telling import place_of, told
from annotator.facts.figures.wording import Wording
from annotator.facts.finding import Finding, Place
from annotator.model.span import Span
from annotator.translation.messages import _, in_digits, number

RULE = "age"
KINDS = frozenset({"", "count", "duration", "measure", "other"})
OLDEST = 130
LEAD = 10
"""Words before an age among which is looked for a death."""

AGED = Wording(en="at the age of|aged|at|age", de="im alter von|mit|alter")
WAS = Wording(en="was|were", de="war|wurde")
WHEN_DIED = Wording(
    en="(?:years? old )?(?:when|at the time) (?:s?he|they) (?:died|passed away)",
    de="(?:jahre(?: alt)?,? )?,? ?als (?:er|sie) (?:starb|verstarb)",
)
THEN = Wording(
    en="when|then|at the time|was|were|had|in the year|would",
    de="als|damals|seinerzeit|war|wurde|hatte|würde",
)


def findings(rows: Sequence[FigureRow], around: Surroundings) -> list[Finding]:
    """Return the ages that are not what the dates of birth and death of their sentence make."""
    found = list[Finding]()
    for row in rows:
        if row.sentence and _may_be_age(row):
            found += _at_death(row, around) or _now(row, around)
    return found


def _may_be_age(row: FigureRow) -> bool:
    return is_exact(row) and row.kind in KINDS and row.value is not None and 0 < row.value < OLDEST


def _at_death(row: FigureRow, around: Surroundings) -> list[Finding]:
    sentence = around.sentence_of(row)
    if not sentence or not _is_age_at_death(row, around):
        return []
    life = life_in(around.text, sentence, around.language)
    if not life or not life.born or not life.died:
        return []
    return _mismatch(row, life.born, life.died, (life.born.span, life.died.span))


def _is_age_at_death(row: FigureRow, around: Surroundings) -> bool:
    before = " ".join(around.before(row).split()[-LEAD:])
    if AGED.ends(before, around.language):
        clause = DIED.after(before, around.language)
        return bool(clause) and not _has_another_verb(clause)
    return WAS.ends(before, around.language) and WHEN_DIED.begins(around.after(row), around.language)


def _has_another_verb(clause: str) -> bool:
    return any(word in ("and", "und", "who", "der", "die") for word in clause.split())


def _now(row: FigureRow, around: Surroundings) -> list[Finding]:
    """Return a finding for an age between commas that is not the one on the day on which the article appeared."""
    sentence, published = around.sentence_of(row), _published(around.published)
    if not sentence or not published or not _is_beside_a_name(row, around):
        return []
    life = life_in(around.text, sentence, around.language)
    if not life or not life.born or life.died or THEN.within(_without_birth(around.words_of(row)), around.language):
        return []
    return _mismatch(row, life.born, published, (life.born.span,))


def _without_birth(words: str) -> str:
    return words.replace("was born", "").replace("wurde geboren", "")


def _is_beside_a_name(row: FigureRow, around: Surroundings) -> bool:
    before, after = around.before(row).rstrip(), around.after(row).lstrip()
    return before.endswith((",", "(")) and after.startswith((",", ")"))


def _published(day: str) -> LifeDate | None:
    """Return the day of the article, or its year where no more is known."""
    if not day[:4].isdecimal():
        return None
    try:
        return LifeDate(Span(0, 1), int(day[:4]), date.fromisoformat(day))
    except ValueError:
        return LifeDate(Span(0, 1), int(day[:4]))


def _mismatch(row: FigureRow, born: LifeDate, then: LifeDate, spans: Sequence[Span]) -> list[Finding]:
    least, most = _ages(born, then)
    if row.value is None or Decimal(least) <= row.value <= Decimal(most) or most < 0:
        return []
    if least == most:
        sentence = _("Born {born}, one is {age} in {year}, not “{said}”.").format(
            born=in_digits(str(born.year)), age=number(most), year=in_digits(str(then.year)), said=told(row)
        )
    else:
        sentence = _("Born {born}, one is {least} or {most} in {year}, not “{said}”.").format(
            born=in_digits(str(born.year)),
            least=number(least),
            most=number(most),
            year=in_digits(str(then.year)),
            said=told(row),
        )
    places = sorted((place_of(row), *(Place(span, "", row.article) for span in spans)), key=lambda place: place.span)
    return [Finding(RULE, _("An age that does not match its dates"), sentence, tuple(places))]


def _ages(born: LifeDate, then: LifeDate) -> tuple[int, int]:
    years = then.year - born.year
    if born.day is None or then.day is None:
        return years - 1, years
    age = years - ((then.day.month, then.day.day) < (born.day.month, born.day.day))
    return age, age
