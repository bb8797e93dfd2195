"""Watermarks of a PDF's pages: text that is turned, or large and pale, across the lines."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from math import degrees
from typing import Any

LARGE = 1.8
"""Least size of a pale watermark, in sizes of the page's usual characters."""

PALE, TRANSPARENT = 150, 140
"""Least of the three colours of a pale text, and most of the opacity of a transparent one; both up to 255."""

NEARLY_STRAIGHT = 3
"""Degrees by which text may be turned, as on a page that was laid on a scanner."""


def watermarks(text: Any, codes: Sequence[int], raw: Any) -> Iterator[tuple[int, int]]:
    """Yield the ranges of characters that are turned otherwise than most of the page, or large and pale."""
    visible = [index for index, code in enumerate(codes) if not is_blank(code) and code != 2]
    if not visible:
        return
    angles = {index: round(degrees(raw.FPDFText_GetCharAngle(text, index))) % 360 for index in visible}
    sizes = {index: raw.FPDFText_GetFontSize(text, index) for index in visible}
    usual_angle, usual_size = _commonest(angles.values()), _commonest(sizes.values())
    marked = {
        index
        for index in visible
        if _turn(angles[index], usual_angle) > NEARLY_STRAIGHT
        or (sizes[index] >= LARGE * usual_size and _is_pale(text, index, raw))
    }
    yield from _ranges(marked, codes)


def is_blank(code: int) -> bool:
    """Return whether the character has no ink; 0 is one that the file does not define."""
    return code == 0 or chr(code).isspace()


def _commonest(values: Any) -> float:
    return float(Counter(values).most_common(1)[0][0])


def _turn(angle: float, usual: float) -> float:
    """Return by how many degrees an angle differs from another."""
    return abs((angle - usual + 180) % 360 - 180)


def _is_pale(text: Any, index: int, raw: Any) -> bool:
    colours = [ctypes.c_uint() for _colour in range(4)]
    if not raw.FPDFText_GetFillColor(text, index, *colours):
        return False
    *colour, opacity = (each.value for each in colours)
    return min(colour) >= PALE or opacity <= TRANSPARENT


def _ranges(marked: set[int], codes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of marked characters, with the blanks between them."""
    start = last = -1
    for index in sorted(marked):
        if start >= 0 and not all(is_blank(code) for code in codes[last + 1 : index]):
            yield start, last + 1
            start = index
        elif start < 0:
            start = index
        last = index
    if start >= 0:
        yield start, last + 1
