"""Dates in running text, in four languages."""

from __future__ import annotations

import pytest

from annotator.facts.names.dates import dates_in
from annotator.facts.names.name_words import name_words


def found(text: str, language: str) -> list[tuple[str, str, int | None]]:
    known = name_words(language)
    assert known is not None
    return [(date.span.of(text), date.key, date.weekday) for date in dates_in(text, known)]


@pytest.mark.parametrize(
    ("language", "text", "date", "key", "weekday"),
    [
        ("en", "on Wednesday, 12 January 2022, at noon", "Wednesday, 12 January 2022", "2022-01-12", 2),
        ("en", "on Wed 12th of Jan. 2022 at noon", "Wed 12th of Jan. 2022", "2022-01-12", 2),
        ("en", "on January 12th, 2022.", "January 12th, 2022", "2022-01-12", None),
        ("en", "on 12 January 2022, a Wednesday, it", "12 January 2022, a Wednesday", "2022-01-12", 2),
        ("en", "until June 30.", "June 30", "0000-06-30", None),
        ("en", "stamped 2022-01-12.", "2022-01-12", "2022-01-12", None),
        ("de", "am Mittwoch, den 12. Januar 2022, um", "Mittwoch, den 12. Januar 2022", "2022-01-12", 2),
        ("de", "am Mi., 12.01.2022, um", "Mi., 12.01.2022", "2022-01-12", 2),
        ("de", "bis 3. Okt. 2022", "3. Okt. 2022", "2022-10-03", None),
        ("fr", "le mercredi 12 janvier 2022.", "mercredi 12 janvier 2022", "2022-01-12", 2),
        ("fr", "le 1er mars", "1er mars", "0000-03-01", None),
        ("es", "el miércoles, 12 de enero de 2022, a", "miércoles, 12 de enero de 2022", "2022-01-12", 2),
        ("es", "el 1º de mayo del 2022", "1º de mayo del 2022", "2022-05-01", None),
    ],
)
def test_a_date(language: str, text: str, date: str, key: str, weekday: int | None) -> None:
    assert found(text, language) == [(date, key, weekday)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In June 31 people came."),
        ("en", "You may 12 times ask, and 12 may answer."),
        ("en", "in January 2022"),
        ("en", "version 1.2.2022.4, 10.12.1.2022 and 2022-01-12-3"),
        ("de", "So 12. Mal gefragt, der 12. Mann im Januar."),
        ("fr", "les 12 marsouins de 2022"),
        ("es", "12 mayores de 2022"),
    ],
)
def test_no_date(language: str, text: str) -> None:
    assert found(text, language) == []


def test_a_full_stop_behind_a_day_of_the_week_ends_the_sentence() -> None:
    assert found("We met on Friday. March 3, 2024, was later.", "en") == [("March 3, 2024", "2024-03-03", None)]
