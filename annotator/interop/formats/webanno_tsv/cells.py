"""Cells of a WebAnno TSV file: stacked values, their numbers, and the signs that are escaped in them."""

from __future__ import annotations

import re
from typing import NamedTuple

NOTHING, NO_VALUE = "_", "*"
ESCAPED = re.compile(r"\\(->|.)")
NUMBERED = re.compile(r"(?<!\\)\[([0-9]{1,9})\]\Z")
LINK = re.compile(r"(.*)->([0-9]{1,9}-[0-9]{1,9})", re.DOTALL)
WRITTEN = {"t": "\t", "n": "\n", "r": "\r"}


class Cell(NamedTuple):
    """One of the values stacked in a cell, and its number, 0 where it has none; ``value`` is still escaped."""

    value: str
    number: int


def stacked(text: str, separator: str = "|") -> list[Cell]:
    """Return the values of a cell, divided at separators that are not escaped; none where the cell has nothing."""
    return [] if text in ("", NOTHING) else [_cell(part) for part in _parts(text, separator)]


def plain(value: str) -> str:
    """Return the value without escapes; empty for one that is not given."""
    return "" if value in (NO_VALUE, NOTHING) else ESCAPED.sub(lambda sign: WRITTEN.get(sign[1], sign[1]), value)


def _parts(text: str, separator: str) -> list[str]:
    parts, start, at = [], 0, 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == separator:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return [*parts, text[start:]]


def _cell(text: str) -> Cell:
    match = NUMBERED.search(text)
    return Cell(text[: match.start()], int(match[1])) if match else Cell(text, 0)
