"""Removal of characters that an article cannot hold from a foreign text."""

from __future__ import annotations

import re

from annotator.interop.articles.counting import sentence

NEWLINE = re.compile("\r\n?|\x0b|\x0c")
NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
HALF = re.compile("[\ud800-\udfff]")
MARK = "\ufeff"
"""Byte order mark; a text that began with one would lose it when the article is read."""


def cleaned(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with LF newlines and only characters that UTF-8 can encode, and notes on what was altered."""
    text = NEWLINE.sub("\n", text.lstrip(MARK))
    text, controls = NEVER.subn("", text)
    text, halves = HALF.subn("\ufffd", text)
    notes = []
    if controls:
        notes.append(sentence(controls, "control character", "left out"))
    if halves:
        notes.append(sentence(halves, "damaged character", "replaced by \ufffd"))
    return text.lstrip(MARK), tuple(notes)
