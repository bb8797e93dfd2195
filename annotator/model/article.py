"""An article: a text file that is annotated and never changes while it is open."""

from __future__ import annotations

from hashlib import sha256

from msgspec import Struct


class Article(Struct, frozen=True):
    """File name, text with LF newlines, and the hexadecimal SHA-256 of the text encoded as UTF-8."""

    name: str
    text: str
    sha256: str

    @classmethod
    def of(cls, name: str, text: str) -> Article:
        return cls(name, text, sha256(text.encode()).hexdigest())
