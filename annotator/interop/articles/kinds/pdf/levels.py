"""Raised and lowered digits of a printed line, by their size and base line."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.interop.articles.inline.signs import ENDS, LOWERED, RAISED

DIGITS = frozenset(map(ord, "0123456789"))
SIGNS = frozenset(map(ord, "+-\u2212\u2013"))
SMALLER = 0.9
"""Most height of a raised or lowered digit, in heights of the text beside it."""

HIGHER, LOWER, FARTHEST = 0.12, -0.06, 0.8
"""Distances from the base line, in the same unit, from which a digit is raised or lowered, and up to which."""


class _Place(NamedTuple):
    base: float
    height: float


def signed_codes(text: Any, codes: Sequence[int], start: int, end: int, raw: Any) -> list[int]:
    """Return the codes of the characters from start to end, with signs around raised and lowered digits."""
    candidates = [index for index in range(start, end) if codes[index] in DIGITS or codes[index] in SIGNS]
    if not any(codes[index] in DIGITS for index in candidates):
        return [*codes[start:end]]
    levels = _levels(text, codes, range(start, end), frozenset(candidates), raw)
    signed: list[int] = []
    level = ""
    for index in range(start, end):
        now = levels.get(index, "")
        if now != level:
            signed += [ord(sign) for sign in (ENDS.get(level, ""), now) if sign]
            level = now
        signed.append(codes[index])
    return [*signed, *map(ord, ENDS.get(level, ""))]


def _levels(text: Any, codes: Sequence[int], line: range, candidates: frozenset[int], raw: Any) -> dict[int, str]:
    """Return the signs of the candidates that are not on the base line, by index."""
    others = [i for i in line if i not in candidates and codes[i] and not chr(codes[i]).isspace()]
    if not others:
        return {}
    beside = _place(text, others[0], raw)
    known = set(others)
    levels: dict[int, str] = {}
    last = others[0]
    for index in line:
        if index in known:
            last = index
        elif index in candidates:
            beside = _place(text, last, raw) if last == index - 1 else beside
            if level := _level(_place(text, index, raw), beside):
                levels[index] = level
    return levels


def _place(text: Any, index: int, raw: Any) -> _Place:
    left, base, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    raw.FPDFText_GetCharOrigin(text, index, left, base)
    raw.FPDFText_GetLooseCharBox(text, index, box)
    return _Place(base.value, box.top - box.bottom)


def _level(digit: _Place, beside: _Place) -> str:
    if beside.height <= 0 or digit.height > SMALLER * beside.height:
        return ""
    distance = (digit.base - beside.base) / beside.height
    if HIGHER <= distance <= FARTHEST:
        return RAISED
    return LOWERED if -FARTHEST <= distance <= LOWER else ""
