"""Years, told from other numbers of four digits by the words around them."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.figure_reading import FigureReading
from annotator.language.figures.lexing import Item, items_of
from annotator.language.figures.vocabulary import ABOUT, DATE_TIME, EXACT, LESS, MORE, RANGE, Role, Vocabulary
from annotator.language.figures.words_before import last_word

YEARS = range(1100, 2101)
SURE_YEARS = range(1900, 2040)
BEFORE = {Role.YEAR_BEFORE, Role.BETWEEN, Role.FROM, Role.THE}
JOINS = (Role.TO, Role.DASH, Role.AND)


def is_year(item: Item) -> bool:
    """Return whether the item is a number of four digits that can be a year."""
    literal = item.roles.get(Role.LITERAL, "")
    return len(literal) == 4 and literal.isdecimal() and int(literal) in YEARS


def year_of(cursor: Cursor, hedges: Sequence[str], before: str, behind: str, words: Vocabulary) -> FigureReading | None:
    """Return the reading of a year or of two with “to” between; None where it is none.

    Raises NotUnderstoodError where it may be one or not.
    """
    said = any(item.roles.keys() & {Role.YEAR_BEFORE} for item in cursor.items[cursor.at :])
    opened = cursor.at < len(cursor.items) and cursor.has(Role.BETWEEN, Role.FROM)
    items = [item for item in cursor.items[cursor.at :] if not _is_before_a_year(item)]
    if len(items) == 3 and is_year(items[0]) and items[1].roles.keys() & {*JOINS}:
        return _years(items[0].text, items[2], said or opened)
    if len(items) != 1 or not is_year(items[0]) or {*hedges} & {MORE, LESS}:
        return None
    if not (said or _is_said_before(before, words) or _stands_alone(int(items[0].text), before, behind, words)):
        return None
    return FigureReading(None, modifier=ABOUT if ABOUT in hedges else EXACT, kind=DATE_TIME, when=items[0].text)


def _is_before_a_year(item: Item) -> bool:
    """Return whether the item is a word that stands before years, and no part of a date itself."""
    return bool(item.roles.keys() & BEFORE) and not item.roles.keys() & {Role.MONTH, Role.NUMBER}


def _years(first: str, second: Item, said: bool) -> FigureReading | None:
    last = second.roles.get(Role.LITERAL, "")
    last = first[:2] + last if len(last) == 2 else last
    if not (len(last) == 4 and last.isdecimal() and int(first) < int(last) and int(last) in YEARS):
        return None
    if not said and not (int(first) in SURE_YEARS and int(last) in SURE_YEARS):
        return None
    return FigureReading(None, modifier=RANGE, kind=DATE_TIME, when=f"{first}/{last}")


def _is_said_before(before: str, words: Vocabulary) -> bool:
    return Role.YEAR_BEFORE in words.entries.get(last_word(before), {})


def _stands_alone(year: int, before: str, behind: str, words: Vocabulary) -> bool:
    """Return whether nothing that is counted follows. Raises NotUnderstoodError where that is not sure."""
    items = items_of(behind[:40], words, 3)
    first = items[0] if items else None
    if first and first.roles.keys() & {
        Role.UNIT,
        Role.CURRENCY,
        Role.PER_CENT,
        Role.MAGNITUDE,
        Role.DASH,
        Role.ORDINAL_MARK,
    }:
        return False
    is_sure = year in SURE_YEARS and year % 100 != 0
    if first is None or not first.text[0].isalpha() or first.roles.keys() & {Role.STOP, Role.AND, Role.THE}:
        if not is_sure:
            raise NotUnderstoodError
        return True
    if is_sure and not _may_be_counted(first, words):
        if Role.THE not in words.entries.get(last_word(before), {}):
            raise NotUnderstoodError
        return True
    return False


def _may_be_counted(item: Item, words: Vocabulary) -> bool:
    """Return whether the word behind the number has the form of several things."""
    form = item.form
    if words.counted == "capital":
        return item.text[0].isupper()
    return form.endswith("s") or form in words.irregular
