"""Encodings of an RTF file: one for the file, and one per font."""

from __future__ import annotations

import codecs

WESTERN = "cp1252"
PICTURES = "pictures"
"""Pseudo-encoding of symbol fonts such as Wingdings, whose characters no encoding has."""

CHARSETS = {
    0: WESTERN,
    2: PICTURES,
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
PAGES = {936: "gb18030", 10000: "mac_roman", 10004: "mac_arabic", 10006: "mac_greek", 10007: "mac_cyrillic"}
WORDS = {"ansi": WESTERN, "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


class RtfFonts:
    """Track the encoding of text bytes from what the file has declared so far."""

    def __init__(self) -> None:
        self._page = WESTERN
        self._codecs: dict[int, str] = {}
        self._usual: int | None = None
        self._described: int | None = None

    def codec_of(self, font: int | None) -> str:
        """Return the encoding of text in the font; None means the default font."""
        number = self._usual if font is None else font
        return self._page if number is None else self._codecs.get(number, self._page)

    def set(self, word: str, number: int | None) -> None:
        """Apply a declaration for the whole file."""
        if word == "deff":
            self._usual = number
        else:
            self._page = _codec(number) if word == "ansicpg" else WORDS.get(word, self._page)

    def describe(self, word: str, number: int | None) -> None:
        """Apply an entry of the font table: a font's number, then its encoding."""
        if word == "f":
            self._described = number
        elif self._described is not None and word in ("fcharset", "cpg"):
            codec = CHARSETS.get(number or 0, self._page) if word == "fcharset" else _codec(number)
            self._codecs[self._described] = codec


def _codec(page: int | None) -> str:
    try:
        return codecs.lookup(PAGES.get(page or 0, f"cp{page}")).name
    except LookupError:
        return WESTERN
