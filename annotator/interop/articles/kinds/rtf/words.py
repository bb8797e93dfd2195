"""RTF control words that matter for the text."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.interop.articles.counting import Thing

CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
    "nestcell": " ",
    "nestrow": " ",
}
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
ENDS = frozenset(("par", "sect", "page", "column", "cell", "row"))
NEWLINES = ("\n", "\r", "\r\n")

COUNTED: Mapping[str, Thing] = {
    "pict": "image",
    "shppict": "image",
    "object": "embedded object",
    "shp": "drawing",
    "do": "drawing",
}
OF_COMMENTS = ("atrfstart", "atrfend", "atnref", "atndate", "atnauthor", "atnid")
"""Destinations that say where a comment begins and ends, to which place it belongs, when and by whom it was written."""

EDGES = frozenset(f"{edge}{side}" for edge in ("header", "footer") for side in ("", "l", "r", "f"))
BULLETS = frozenset(("listtext", "pntext"))
SKIPPED = frozenset(
    (
        *("bkmkend", "bkmkstart", "colortbl", "colorschememapping", "comment", "company", "datafield", "datastore"),
        *("doccomm", "docvar", "falt", "ffdeftext", "ffname", "file", "filetbl", "fontemb", "fontfile"),
        *("ftncn", "ftnsep", "ftnsepc", "aftncn", "aftnsep", "aftnsepc", "generator", "keywords", "latentstyles"),
        *("listoverridetable", "listtable", "manager", "mmathPr", "nonshppict", "nonesttables", "operator", "pgptbl"),
        *("pn", "pnseclvl", "private", "rsidtbl", "rxe", "stylesheet", "subject", "tc", "template"),
        *("themedata", "txe", "userprops", "wgrffmtfilter", "xe", "xmlnstbl", "category", "hlinkbase"),
        *("buptim", "printim", "revtim", "atnicn", "atntime", "background", "ud"),
    )
)
"""Destinations without running text that are not marked as skippable by ``\\*``."""
