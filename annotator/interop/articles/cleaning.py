"""Characters that no article can hold, taken out of a text that came from elsewhere."""

from __future__ import annotations

import re

from annotator.interop.articles.counting import sentence

NEWLINE = re.compile("\r\n?|\x0b|\x0c")
NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
HALF = re.compile("[\ud800-\udfff]")
MARK = "\ufeff"
"""At the beginning it would be taken for a byte-order mark when the article is read."""


def cleaned(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with LF newlines and nothing that cannot be saved as UTF-8, and notes on what was altered."""
    text = NEWLINE.sub("\n", text.lstrip(MARK))
    text, controls = NEVER.subn("", text)
    text, halves = HALF.subn("\ufffd", text)
    notes = []
    if controls:
        notes.append(sentence(controls, "control character", "left out"))
    if halves:
        notes.append(sentence(halves, "damaged character", "replaced by \ufffd"))
    return text.lstrip(MARK), tuple(notes)
