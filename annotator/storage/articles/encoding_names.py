"""The text encodings that a user can choose from, with their codes and display names."""

from __future__ import annotations

import codecs

from msgspec import Struct

from annotator.translation.messages import N_, _


class Encoding(Struct, frozen=True):
    """A text encoding: Python's codec name, the name for display, and the heading of its group in a list.

    Name and heading are messages, which are translated where they are shown.
    """

    code: str
    name: str
    group: str


UTF_8 = "utf-8"
WESTERN = "cp1252"
ENCODINGS = tuple(
    Encoding(code, name, group)
    for group, members in {
        N_("Unicode"): {
            UTF_8: N_("Unicode (UTF-8)"),
            "utf-16-le": N_("Unicode (UTF-16, little-endian)"),
            "utf-16-be": N_("Unicode (UTF-16, big-endian)"),
            "utf-32-le": N_("Unicode (UTF-32, little-endian)"),
            "utf-32-be": N_("Unicode (UTF-32, big-endian)"),
        },
        N_("Western European"): {
            WESTERN: N_("Western European (Windows-1252)"),
            "iso8859-15": N_("Western European (ISO 8859-15, with €)"),
            "iso8859-1": N_("Western European (ISO 8859-1)"),
            "mac-roman": N_("Western European (Mac)"),
            "cp850": N_("Western European (DOS 850)"),
            "cp437": N_("Western European (DOS 437)"),
        },
        N_("Central European and Baltic"): {
            "cp1250": N_("Central European (Windows-1250)"),
            "iso8859-2": N_("Central European (ISO 8859-2)"),
            "mac-latin2": N_("Central European (Mac)"),
            "cp852": N_("Central European (DOS 852)"),
            "iso8859-16": N_("Romanian (ISO 8859-16)"),
            "cp1257": N_("Baltic (Windows-1257)"),
            "iso8859-13": N_("Baltic (ISO 8859-13)"),
        },
        N_("Cyrillic"): {
            "cp1251": N_("Cyrillic (Windows-1251)"),
            "koi8-r": N_("Russian (KOI8-R)"),
            "koi8-u": N_("Ukrainian (KOI8-U)"),
            "iso8859-5": N_("Cyrillic (ISO 8859-5)"),
            "mac-cyrillic": N_("Cyrillic (Mac)"),
            "cp866": N_("Cyrillic (DOS 866)"),
            "cp855": N_("Cyrillic (DOS 855)"),
        },
        N_("Greek and Turkish"): {
            "cp1253": N_("Greek (Windows-1253)"),
            "iso8859-7": N_("Greek (ISO 8859-7)"),
            "mac-greek": N_("Greek (Mac)"),
            "cp737": N_("Greek (DOS 737)"),
            "cp1254": N_("Turkish (Windows-1254)"),
            "iso8859-9": N_("Turkish (ISO 8859-9)"),
            "mac-turkish": N_("Turkish (Mac)"),
            "cp857": N_("Turkish (DOS 857)"),
        },
        N_("Arabic, Hebrew, Thai and Vietnamese"): {
            "cp1256": N_("Arabic (Windows-1256)"),
            "iso8859-6": N_("Arabic (ISO 8859-6)"),
            "cp1255": N_("Hebrew (Windows-1255)"),
            "iso8859-8": N_("Hebrew (ISO 8859-8)"),
            "cp862": N_("Hebrew (DOS 862)"),
            "cp874": N_("Thai (Windows-874)"),
            "cp1258": N_("Vietnamese (Windows-1258)"),
        },
        N_("Chinese, Japanese and Korean"): {
            "gb18030": N_("Chinese, simplified (GB 18030)"),
            "hz": N_("Chinese, simplified (HZ)"),
            "big5": N_("Chinese, traditional (Big5)"),
            "big5hkscs": N_("Chinese, traditional (Big5-HKSCS)"),
            "cp932": N_("Japanese (Shift JIS, Windows-932)"),
            "euc_jp": N_("Japanese (EUC-JP)"),
            "iso2022_jp": N_("Japanese (ISO-2022-JP)"),
            "iso2022_jp_ext": N_("Japanese (ISO-2022-JP, extended)"),
            "cp949": N_("Korean (Windows-949)"),
            "euc_kr": N_("Korean (EUC-KR)"),
            "iso2022_kr": N_("Korean (ISO-2022-KR)"),
            "johab": N_("Korean (Johab)"),
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
    return _(known.name) if known else code
