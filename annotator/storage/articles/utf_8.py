"""Text of files in UTF-8, which nearly all articles are in."""

from __future__ import annotations

from annotator.storage.articles.seven_bit_encodings import is_seven_bit


def utf_8_text(data: bytes) -> str | None:
    """Return the text where the bytes are UTF-8 without a doubt, else None."""
    if b"\0" in data or is_seven_bit(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def with_plain_newlines(text: str) -> str:
    """Return the text with all newlines as LF, and without a byte-order mark."""
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
