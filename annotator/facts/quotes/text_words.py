"""Words of a text as quotes are compared by: without marks, dashes and line ends, and whatever their letters' form."""

from __future__ import annotations

import re
from array import array
from collections.abc import Container
from functools import lru_cache

from annotator.language.folding import UNSEEN, folded
from annotator.language.scripts import COMBINING, UNSPACED

APOSTROPHES = "'’‘ʼ"
LETTERS = rf"[^\W_{UNSPACED}][{COMBINING}{UNSEEN}]*"
PLAIN = "[A-Za-z]+(?=[ ,;.!?\n])"
"""Most words by far; it trebles the speed."""

WORD = re.compile(
    rf"{PLAIN}|(?:{LETTERS})+(?:(?:[{APOSTROPHES}](?=[^\W\d_{UNSPACED}])|(?<=\d)[.,:٫٬](?=\d))(?:{LETTERS})+)*"
    rf"|[{UNSPACED}][{COMBINING}]*"
)
"""A word, “don’t” and “1,204” as one; “well-known” is two. In Chinese, Japanese and Thai each letter is one."""

LINE_END = re.compile(r"[-‐‑\u00ad]?[^\S\n]*\n\s*")
"""A hyphen at the end of a line, behind which a word goes on: “en-/largement”."""

CACHED = 65_536


class TextWords:
    """Words of a text: ``keys`` without case, ``starts`` and ``ends`` in code points.

    Halves of a word at the end of a line are one where the joined word is among those of ``joined``.
    """

    def __init__(self, text: str, joined: Container[str] = ()) -> None:
        self.text = text
        spans = [match.span() for match in WORD.finditer(text)]
        self.keys = [_key(text[start:end]) for start, end in spans]
        self.starts, self.ends = array("q", [start for start, _ in spans]), array("q", [end for _, end in spans])
        if joined and "\n" in text:
            self._join_halves(joined)

    def __len__(self) -> int:
        return len(self.keys)

    def raw(self, first: int, last: int) -> str:
        """Return the text of the words from ``first`` to before ``last``, with all up to the word behind them."""
        if first >= last:
            return ""
        return self.text[self.starts[first] : self.starts[last] if last < len(self) else self.ends[last - 1]]

    def word(self, at: int) -> str:
        """Return the text of a word."""
        return self.text[self.starts[at] : self.ends[at]]

    def _join_halves(self, joined: Container[str]) -> None:
        for at in range(len(self.keys) - 1, 0, -1):
            between = self.text[self.ends[at - 1] : self.starts[at]]
            if LINE_END.fullmatch(between) and self.keys[at - 1] + self.keys[at] in joined:
                self.keys[at - 1 : at + 1] = [self.keys[at - 1] + self.keys[at]]
                del self.starts[at], self.ends[at - 1]


@lru_cache(CACHED)
def _key(word: str) -> str:
    return word.lower() if word.isascii() else folded(word)


@lru_cache(2)
def words_of(text: str) -> TextWords:
    """Return the words of a text, which the quotes that are checked against it share."""
    return TextWords(text)
