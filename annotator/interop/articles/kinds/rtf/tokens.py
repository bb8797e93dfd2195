"""Tokenizer for RTF; embedded binary data is skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?"
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\(\r\n|[^a-zA-Z])"
    rb"|([{}])"
    rb"|([^\\{}\r\n]+)"
    rb"|[\r\n]+|\\$",
    re.DOTALL,
)


class Token(NamedTuple):
    """One of: a word with its number, a symbol, a brace, or bytes of text."""

    word: str = ""
    number: int | None = None
    symbol: str = ""
    brace: str = ""
    raw: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens in order, without line ends."""
    position = 0
    while match := TOKEN.match(data, position):
        position = match.end()
        word, number, code, symbol, brace, raw = match.groups()
        if word == b"bin":
            position += max(0, int(number or 0))
        elif word:
            yield Token(word=word.decode(), number=None if number is None else int(number))
        elif code:
            yield Token(raw=bytes.fromhex(code.decode()))
        elif symbol:
            yield Token(symbol=symbol.decode("latin-1"))
        elif brace:
            yield Token(brace=brace.decode())
        elif raw:
            yield Token(raw=raw)
