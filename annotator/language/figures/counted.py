"""Units and things that are counted, in the words behind a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.figure_reading import FigureReading
from annotator.language.figures.grammar.numerals import NUMBERS
from annotator.language.figures.grammar.quantity import Quantity, plain
from annotator.language.figures.grammar.units_behind import take_units
from annotator.language.figures.lexing import Item, items_of
from annotator.language.figures.signs import MULTIPLES
from annotator.language.figures.vocabulary import (
    COUNT,
    DURATION,
    EXACT,
    MONEY,
    PERCENT,
    PROPORTION,
    RANK,
    Role,
    Vocabulary,
)

BEHIND = 80
"""Code points behind a figure that are looked at."""
MOST_BEHIND = 8
"""Words and signs behind a figure that are looked at."""
BEFORE_AGE = re.compile(r"[^\W\d_]+ [A-ZÀ-ÞŠŽ][^\W\d_]+(,| \()[ \u00a0]?$")
"""Two words, the second with a capital letter, before a number that may be an age."""
AGES = range(1, 111)
STOPPED = re.compile(r"[\n\r\u2028\u2029.;:!?()\[\]\"“”„«»،؛,/|]")
GLUED = re.compile(r"[^\W_]")
GOES_ON = re.compile("[.,/:٬٫][0-9٠-٩]")
GOES_BACK = re.compile(r"[0-9٠-٩][.,/:٬٫]|.[\-−+#]")
"""More of the number behind the figure and before it."""


def with_behind(read: tuple[Quantity, list[Item]], text: str, start: int, end: int, words: Vocabulary) -> FigureReading:
    """Return the reading with the unit and the thing that is counted from the words behind the figure.

    Raises NotUnderstoodError where the number goes on before or behind it.
    """
    found, rest = read
    _refuse_cut_numbers(text, start, end)
    behind = rest or items_of(_behind(text, end), words, MOST_BEHIND)
    _refuse_multiples(behind, words)
    if found.may_be_a_rank and behind and not behind[0].roles and behind[0].text[0].isalpha():
        raise NotUnderstoodError
    cursor = Cursor(behind)
    if not rest:
        _units_behind(cursor, words, found)
    if _is_age(found, text, start, end):
        found.kind, found.unit, found.age = DURATION, "year", True
    return _reading(found, _counted(cursor, words) if found.kind in (COUNT, PROPORTION, PERCENT, RANK) else "")


def _reading(found: Quantity, counted: str) -> FigureReading:
    return FigureReading(
        plain(found.value),
        plain(found.low),
        plain(found.high),
        found.modifier,
        found.kind,
        found.unit,
        found.currency,
        counted,
        found.per,
        "",
        found.age,
    )


def _is_age(found: Quantity, text: str, start: int, end: int) -> bool:
    """Return whether the number stands behind a name as an age does: “Ines Okoro, 81, said”, “Ines Okoro (81)”."""
    behind = text[end : end + 1]
    if behind not in (",", ")") or found.kind != COUNT or found.modifier != EXACT or not text[start].isdigit():
        return False
    before = BEFORE_AGE.search(text[max(0, start - BEHIND) : start])
    return found.value in AGES and before is not None and behind == ("," if before[1] == "," else ")")


def _refuse_cut_numbers(text: str, start: int, end: int) -> None:
    """Raise NotUnderstoodError where a digit or a letter is glued to the figure, or a digit behind a separator."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    if (GLUED.match(behind) and GLUED.match(text[end - 1])) or (
        before and GLUED.match(before[-1]) and GLUED.match(text[start])
    ):
        raise NotUnderstoodError
    if GOES_ON.match(behind) or (text[start].isdigit() and GOES_BACK.match(f" {before}"[-2:])):
        raise NotUnderstoodError


def _refuse_multiples(items: Sequence[Item], words: Vocabulary) -> None:
    """Raise NotUnderstoodError before a word that multiplies, in a language of which digits are read only."""
    if not words.has_words and items and items[0].form.startswith(MULTIPLES):
        raise NotUnderstoodError


def _behind(text: str, end: int) -> str:
    behind = text[end : end + BEHIND]
    stop = STOPPED.search(behind)
    return behind[: stop.start()] if stop else behind.rpartition(" ")[0] if len(behind) == BEHIND else behind


def _units_behind(cursor: Cursor, words: Vocabulary, found: Quantity) -> None:
    goes_on = cursor.has(Role.MAGNITUDE, Role.HUNDRED) and (found.kind == MONEY or not cursor.has(Role.UNIT))
    if goes_on and found.kind in (COUNT, MONEY):
        raise NotUnderstoodError
    if found.kind == COUNT:
        take_units(cursor, words, found)


def _counted(cursor: Cursor, words: Vocabulary) -> str:
    """Return the words of the thing that is counted; empty where they cannot be told."""
    cursor.skip(Role.OF, Role.THE)
    taken: list[str] = []
    for item in cursor.items[cursor.at : cursor.at + 4]:
        if item.roles.keys() & {Role.STOP, Role.AND, Role.OF, Role.THE, *NUMBERS} or not item.text[:1].isalpha():
            break
        taken.append(item.text)
    return _phrase(taken, words)


def _phrase(taken: Sequence[str], words: Vocabulary) -> str:
    """Return the words up to the thing itself, by the rule of the language."""
    for count, word in enumerate(taken, start=1):
        if _is_thing(word, words):
            following = taken[count] if count < len(taken) else ""
            also = (
                words.counted == "plural"
                and word.casefold() in words.irregular
                and following
                and _is_thing(following, words)
            )
            return " ".join(taken[: count + bool(also)])
    return " ".join(taken) if len(taken) == 1 else ""


def _is_thing(word: str, words: Vocabulary) -> bool:
    match words.counted:
        case "plural":
            form = word.casefold()
            return form in words.irregular or (form.endswith("s") and not form.endswith(("ss", "us", "is")))
        case "capital":
            return word[:1].isupper()
        case _:
            return True
