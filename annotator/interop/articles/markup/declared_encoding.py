"""Encodings that are meant by the names that pages and mails declare."""

from __future__ import annotations

from annotator.storage.articles.encodings import UTF_8, code_of

WIDER = {
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    **dict.fromkeys(("iso8859-11", "tis-620", "iso-8859-11"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80", "cp936"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc_kr", "ks_c_5601-1987", "ksc5601"), "cp949"),
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), UTF_8),
}
"""Encodings that browsers use for a declared name: mostly supersets; UTF-16 declared in ASCII means UTF-8."""


def declared_code(name: str) -> str:
    """Return the code in ENCODINGS that browsers use for the name; empty where it is unknown."""
    code = code_of(name)
    return WIDER.get(name.lower()) or WIDER.get(code) or code
