"""Unfolding of plain text whose paragraphs a mail program has broken into lines (format=flowed, RFC 3676)."""

from __future__ import annotations

import re

QUOTE = re.compile(r">*")
SIGNATURE = "-- "


def unfolded(text: str, *, without_blank: bool) -> tuple[str, int]:
    """Return the text with its broken lines joined, and their number.

    A line that ends with a blank goes on in the next line of the same depth of quotation. ``without_blank`` (delsp)
    means that this blank was only added to say so.
    """
    lines: list[str] = []
    goes_on, depth_before, joints = False, 0, 0
    for line in text.split("\n"):
        depth = len(QUOTE.match(line)[0])  # type: ignore[index]  # it matches the empty text too
        words = line[depth:].removeprefix(" ")
        if goes_on and depth == depth_before and words != SIGNATURE:
            lines[-1] += words
            joints += 1
        else:
            lines.append(f"{'>' * depth} {words}" if depth else words)
        goes_on, depth_before = words.endswith(" ") and words != SIGNATURE, depth
        if goes_on and without_blank:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines), joints
