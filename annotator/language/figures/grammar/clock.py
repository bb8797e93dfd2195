"""Times of day: 17:30, 5 pm, 1700 GMT, midnight."""

from __future__ import annotations

import re

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.grammar.moment import Moment
from annotator.language.figures.vocabulary import Role

TIME = re.compile(r"([0-9]{1,2})[:.]([0-5][0-9])")
MILITARY = re.compile(r"([01][0-9]|2[0-4])([0-5][0-9])")


def take_time(cursor: Cursor, moment: Moment) -> bool:
    start = cursor.at
    if moment.time or cursor.done:
        return False
    if (noon := cursor.take(Role.NOON)) is not None:
        moment.time = noon
        return True
    hour, minute = _hour(cursor)
    later = cursor.take(Role.CLOCK)
    if hour is None or hour > 24 or (minute is None and later is None):
        cursor.at = start
        return False
    minute = _minutes(cursor) if minute is None else minute
    if later == 24 and not moment.at and minute == 0:
        if 12 < hour < 24:
            raise NotUnderstoodError
        cursor.at = start
        return False
    if later in (1, 12) and (hour > 12 or hour == 0):
        raise NotUnderstoodError
    if later in (1, 12):
        hour = hour % 12 + (12 if later == 12 else 0)
    moment.time = f"{hour:02}:{minute:02}"
    return True


def _hour(cursor: Cursor) -> tuple[int | None, int | None]:
    """Take hours and minutes from the digits; None for those that are not there."""
    item = cursor.items[cursor.at]
    literal = item.roles.get(Role.LITERAL, "")
    behind = Cursor(cursor.items, cursor.at + 1)
    if match := TIME.fullmatch(literal):
        if ":" in literal or behind.has(Role.CLOCK, Role.ZONE):
            cursor.at += 1
            return int(match[1]), int(match[2])
    elif (match := MILITARY.fullmatch(literal)) and behind.has(Role.ZONE, Role.CLOCK):
        cursor.at += 1
        return int(match[1]), int(match[2])
    elif (literal.isdecimal() and len(literal) <= 2) or Role.SMALL in item.roles:
        cursor.at += 1
        return int(literal or item.roles[Role.SMALL]), None
    return None, None


def _minutes(cursor: Cursor) -> int:
    """Take the minutes behind the hour, as in 20h30."""
    literal = cursor.items[cursor.at].roles.get(Role.LITERAL, "") if not cursor.done else ""
    if len(literal) == 2 and literal.isdecimal() and int(literal) < 60:
        cursor.at += 1
        return int(literal)
    return 0


def take_zone(cursor: Cursor, moment: Moment) -> bool:
    if not moment.time or moment.zone or not cursor.has(Role.ZONE):
        return False
    moment.zone = cursor.take(Role.ZONE)
    return True
