"""Parsing of dates in foreign files to ISO 8601 days, such as “2016-12-15”."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
DIGITS = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?=\d{6}|\D|$)")
"""Date without separators, as in PDF: “D:20161215093000+01'00'”."""

LONGEST = 100


def day_of(text: str) -> str:
    """Return the day in ISO 8601; empty where the text does not begin with an unambiguous date."""
    text = text.strip()[:LONGEST]
    if match := ISO.match(text) or DIGITS.match(text):
        return _checked(*(int(number) for number in match.groups()))
    mail = parsedate(text) if text[:1].isalpha() else None
    return _checked(*mail[:3]) if mail else ""


def _checked(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
