"""The text encodings that a user can choose from, with their codes and display names."""

from __future__ import annotations

import codecs
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Encoding:
    """A text encoding: Python's codec name, the name for display, and the heading of its group in a list."""

    code: str
    name: str
    group: str


UTF_8 = "utf-8"
WESTERN = "cp1252"
ENCODINGS = tuple(
    Encoding(code, name, group)
    for group, members in {
        "Unicode": {
            UTF_8: "Unicode (UTF-8)",
            "utf-16-le": "Unicode (UTF-16, little-endian)",
            "utf-16-be": "Unicode (UTF-16, big-endian)",
            "utf-32-le": "Unicode (UTF-32, little-endian)",
            "utf-32-be": "Unicode (UTF-32, big-endian)",
        },
        "Western European": {
            WESTERN: "Western European (Windows-1252)",
            "iso8859-15": "Western European (ISO 8859-15, with €)",
            "iso8859-1": "Western European (ISO 8859-1)",
            "mac-roman": "Western European (Mac)",
            "cp850": "Western European (DOS 850)",
            "cp437": "Western European (DOS 437)",
        },
        "Central European and Baltic": {
            "cp1250": "Central European (Windows-1250)",
            "iso8859-2": "Central European (ISO 8859-2)",
            "mac-latin2": "Central European (Mac)",
            "cp852": "Central European (DOS 852)",
            "iso8859-16": "Romanian (ISO 8859-16)",
            "cp1257": "Baltic (Windows-1257)",
            "iso8859-13": "Baltic (ISO 8859-13)",
        },
        "Cyrillic": {
            "cp1251": "Cyrillic (Windows-1251)",
            "koi8-r": "Russian (KOI8-R)",
            "koi8-u": "Ukrainian (KOI8-U)",
            "iso8859-5": "Cyrillic (ISO 8859-5)",
            "mac-cyrillic": "Cyrillic (Mac)",
            "cp866": "Cyrillic (DOS 866)",
        },
        "Greek and Turkish": {
            "cp1253": "Greek (Windows-1253)",
            "iso8859-7": "Greek (ISO 8859-7)",
            "cp1254": "Turkish (Windows-1254)",
            "iso8859-9": "Turkish (ISO 8859-9)",
        },
        "Arabic, Hebrew, Thai and Vietnamese": {
            "cp1256": "Arabic (Windows-1256)",
            "iso8859-6": "Arabic (ISO 8859-6)",
            "cp1255": "Hebrew (Windows-1255)",
            "iso8859-8": "Hebrew (ISO 8859-8)",
            "cp874": "Thai (Windows-874)",
            "cp1258": "Vietnamese (Windows-1258)",
        },
        "Chinese, Japanese and Korean": {
            "gb18030": "Chinese, simplified (GB 18030)",
            "big5": "Chinese, traditional (Big5)",
            "big5hkscs": "Chinese, traditional (Big5-HKSCS)",
            "cp932": "Japanese (Shift JIS, Windows-932)",
            "euc_jp": "Japanese (EUC-JP)",
            "iso2022_jp": "Japanese (ISO-2022-JP)",
            "cp949": "Korean (Windows-949)",
            "euc_kr": "Korean (EUC-KR)",
        },
    }.items()
    for code, name in members.items()
)
BY_CODE = {encoding.code: encoding for encoding in ENCODINGS}
LONGEST_CODE = 40


def code_of(name: str) -> str:
    """Return the code in ENCODINGS for any name or alias of an encoding; empty if ENCODINGS lacks it."""
    if not 0 < len(name) <= LONGEST_CODE or not name.isascii() or not name.isprintable():
        return ""
    try:
        code = codecs.lookup(name).name
    except LookupError:
        return ""
    return code if code in BY_CODE else ""


def name_of(code: str) -> str:
    """Return the encoding's name for display; ``code`` itself if ENCODINGS lacks it."""
    known = BY_CODE.get(code_of(code))
    return known.name if known else code
