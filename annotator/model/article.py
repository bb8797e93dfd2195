"""An article: a text that never changes while it is open."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Article:
    """Its file name, its text with LF newlines, and the SHA-256 of that text's UTF-8, in hexadecimal."""

    name: str
    text: str
    sha256: str

    @classmethod
    def of(cls, name: str, text: str) -> Article:
        return cls(name, text, sha256(text.encode()).hexdigest())
