"""Guide for readers of exported CSV tables, written beside them."""

from __future__ import annotations

from annotator.interop.options import CODE_POINTS, Options

TABLES = """Tables exported with Annotator

documents.csv   one row for each document: an article with what one annotator marked in it
relations.csv   one row for each relation between two annotations of a document
others          one row for each annotation, a table for each label; a label that cannot be the name of a file
                gets a similar file name, and the column "label" has the label itself

The columns path, annotator and id tell an annotation from all others; "from" and "to" are ids.
Offsets (start, end, length, read) count {unit} from 0; the end is exclusive.

The files are CSV as in RFC 4180: commas, double quotes, CRLF. A cell may have newlines. {encoding}
Attributes have columns of their own names; one that is named like another column begins with "attribute_".
The attributes of the article itself are in columns that begin with "article_".
Several values share one cell, separated by "; "; a semicolon or backslash in a value has a backslash before it.
Yes and no are true and false. Lists and mappings that the scheme does not provide for, the attributes of relations,
and "extra" are JSON.
pandas reads words like "None" and "NA" as missing values unless keep_default_na=False is given.
"""
UNIT_NAMES = {CODE_POINTS: "Unicode code points", "utf-16": "UTF-16 units", "utf-8": "bytes of UTF-8"}
PLAIN = "The encoding is UTF-8\nwithout a byte-order mark."
SAFE = "The encoding is UTF-8\nwith a byte-order mark, as Excel needs it."
FORMULAS = """
Made for spreadsheets: a cell that begins with = + - @, a tab, a newline or an apostrophe has an apostrophe before it,
so that it is not taken for a formula. Remove the first apostrophe of a cell to restore its value.
Spreadsheets cut cells off after 32,767 characters: they do not show the whole of longer texts in documents.csv.
"""


def csv_guide(options: Options) -> str:
    """Return the guide for tables written with these options."""
    encoding = SAFE if options.safe_cells else PLAIN
    text = TABLES.format(unit=UNIT_NAMES[options.unit or CODE_POINTS], encoding=encoding)
    if not options.with_text:
        text += "\nThe texts and the words marked in them are left out; sha256 identifies the offsets' text.\n"
    return text + (FORMULAS if options.safe_cells else "")
