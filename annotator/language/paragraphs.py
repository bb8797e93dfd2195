"""Paragraphs, and the part of a very long one in which smaller units are looked for."""

from __future__ import annotations

import re

from annotator.model.span import Span, trimmed

REACH = 4000
"""Code points to either side within which a unit is looked for, so that a text without newlines costs no more."""

END = re.compile("[\n\u2029\ufdd0\ufdd1]")


def paragraph_at(text: str, position: int) -> Span | None:
    """Return the paragraph around the caret at ``position`` without the blanks at its ends; None for an empty one."""
    return trimmed(text, *paragraph_bounds(text, position))


def paragraph_bounds(text: str, position: int) -> tuple[int, int]:
    """Return start and end of the paragraph at ``position``, blanks included; equal for an empty one."""
    end = END.search(text, position)
    newline = text.rfind("\n", 0, position) + 1
    start = max(newline, *(text.rfind(mark, newline, position) + 1 for mark in "\u2029\ufdd0\ufdd1"))
    return start, end.start() if end else len(text)


def paragraph_number(text: str, position: int) -> int:
    """Return the number of the paragraph at the position, from 1; blank lines are not counted."""
    end = text.find("\n", position)
    return sum(bool(line.strip()) for line in text[: end if end >= 0 else len(text)].split("\n"))


def window(text: str, position: int, reach: int = REACH) -> tuple[int, int]:
    """Return start and end of the paragraph at ``position``, or of its part within ``reach``, cut at blanks."""
    start, stop = paragraph_bounds(text, position)
    if position - start > reach:
        start = text.rfind(" ", position - reach, position - reach // 2) + 1 or position - reach
    if stop - position > reach:
        blank = text.find(" ", position + reach // 2, position + reach)
        stop = blank if blank > 0 else position + reach
    return start, stop
