"""Excerpt of a text that shows whether it was decoded correctly."""

from __future__ import annotations

import re

from annotator.model.visible import visible

BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
NEWLINE = re.compile(r"\r\n?")
MOST_LINES, LONGEST, BEFORE = 60, 240, 90


def distinctive_lines(text: str) -> str:
    """Return the lines with characters beyond ASCII, shortened; the beginning of the text where there are none."""
    lines: list[str] = []
    at = 0
    while len(lines) < MOST_LINES and (match := BEYOND_ASCII.search(text, at)):
        line, at = _line_around(text, match.start())
        lines.append(line)
    return _shown("\n".join(lines) if lines else text[: MOST_LINES * LONGEST])


def _line_around(text: str, place: int) -> tuple[str, int]:
    """Return the line around the character at ``place``, shortened, and the offset of the next line."""
    start = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
    ends = [end for end in (text.find("\n", place), text.find("\r", place)) if end >= 0]
    end = min(ends, default=len(text))
    first = max(start, place - BEFORE) if end - start > LONGEST else start
    last = min(end, first + LONGEST)
    return ("…" if first > start else "") + text[first:last] + ("…" if last < end else ""), end + 1


def _shown(text: str) -> str:
    return visible(NEWLINE.sub("\n", text).strip("\n"))
