"""Texts with an arrow that points to where lines go on: by the language of the window and by the text's own letters.

A text whose letters are all written from left to right is so in every window (``plain_line.reads_leftwards``).
"""

from __future__ import annotations

from annotator.language.plain_line import reads_leftwards
from annotator.translation.messages import _

RIGHTWARDS, LEFTWARDS = "→", "←"
RIGHT_TO_LEFT_MARK = "\u200f"


def from_to(start: str, end: str) -> str:
    """Return “claim → source”."""
    arrow = _arrow()
    if arrow == RIGHTWARDS or not reads_leftwards(start + end):
        return f"{start} {RIGHTWARDS} {end}"
    return f"{start}{RIGHT_TO_LEFT_MARK} {arrow} {RIGHT_TO_LEFT_MARK}{end}"


def leading_on(relation: str) -> str:
    """Return “attributed to →”, which stands before what the relation leads to."""
    arrow = _arrow()
    if arrow == RIGHTWARDS or reads_leftwards(relation):
        return f"{relation} {arrow}"
    return f"{arrow} {relation}"


def beginning_with_arrow(words: str, *, inwards: bool) -> str:
    """Return “→ quotes: 40 people” for a relation that leads on, “← quoted in: 40 people” for one that leads back."""
    on = _arrow() if reads_leftwards(words) else RIGHTWARDS
    back = LEFTWARDS if on == RIGHTWARDS else RIGHTWARDS
    return f"{back if inwards else on} {words}"


def _arrow() -> str:
    # Translators: an arrow to what comes next; it points to the left where lines run from right to left
    return _("→")
