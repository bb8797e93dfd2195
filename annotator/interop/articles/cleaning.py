"""Removal of characters that an article cannot hold from a foreign text."""

from __future__ import annotations

import re

from annotator.interop.articles.counting import damaged
from annotator.translation.messages import ngettext, number

NEWLINE = re.compile("\r\n?|\x0b|\x0c")
NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
HALF = re.compile("[\ud800-\udfff]")
ALTERED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""Any character that is altered."""

MARK = "\ufeff"
"""Byte order mark; a text that began with one would lose it when the article is read."""


def cleaned(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with LF newlines and only characters that UTF-8 can encode, and notes on what was altered."""
    cleaner = Cleaner()
    return cleaner.clean(text.lstrip(MARK)).lstrip(MARK), cleaner.notes()


class Cleaner:
    """Clean the pieces of a text, and count what was altered in all of them."""

    def __init__(self) -> None:
        self._controls = self._halves = 0

    def clean(self, text: str) -> str:
        """Return the piece with LF newlines and only characters that UTF-8 can encode."""
        if text.isprintable() or not ALTERED.search(text):
            return text
        text, controls = NEVER.subn("", NEWLINE.sub("\n", text))
        text, halves = HALF.subn("\ufffd", text)
        self._controls += controls
        self._halves += halves
        return text

    def notes(self) -> tuple[str, ...]:
        """Return a sentence for each kind of alteration."""
        return (*_without_controls(self._controls), *damaged(self._halves))


def _without_controls(count: int) -> tuple[str, ...]:
    message = ngettext("{count} control character was left out.", "{count} control characters were left out.", count)
    return (message.format(count=number(count)),) if count else ()
