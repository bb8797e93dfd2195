"""Removal of characters that an article cannot hold from a foreign text."""

from __future__ import annotations

import re

from annotator.interop.articles.counting import damaged
from annotator.translation.messages import ngettext, number

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
    return text.lstrip(MARK), (*_without_controls(controls), *damaged(halves))


def _without_controls(count: int) -> tuple[str, ...]:
    message = ngettext("{count} control character was left out.", "{count} control characters were left out.", count)
    return (message.format(count=number(count)),) if count else ()
