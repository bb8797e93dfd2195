"""CSV and TSV tables, and detection of their separator."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import islice

from annotator.interop.articles.extracted import raised
from annotator.interop.articles.kinds.table.headed import headed_table
from annotator.interop.articles.kinds.table.quoted_rows import quoted_rows
from annotator.interop.articles.kinds.table.tabular import SAMPLE, Table
from annotator.interop.foreign.errors import ForeignError
from annotator.storage.files.file_bytes import MIB

LARGEST_CELL = 256 * MIB
SAMPLE_CHARACTERS = 256 * 1024
SEPARATORS = ",;\t|"
NO_SEPARATOR = "\x1f"
"""Separator for a table with one column: a character that occurs in no text."""

SAID = re.compile(r"sep=([,;\t|])\r?\n")
"""First line that Excel writes to declare the separator."""


def read_delimited(
    text: str, is_tsv: bool, first_row: str = "", failed: Callable[[ForeignError], None] = raised
) -> Table:
    """Return the table. ``failed`` takes the error of each row that cannot be read, here or during iteration."""
    said = SAID.match(text)
    body = text[said.end() :] if said else text
    separator = said[1] if said else "\t" if is_tsv else _separator(body)
    is_quoted = separator != "\t" or _is_quoted(body)
    csv.field_size_limit(LARGEST_CELL)
    first_line = 2 if said else 1
    if is_quoted:
        return headed_table(quoted_rows(body, separator, first_line, failed), first_row, failed)
    return headed_table(_plain_rows(body, separator, first_line), first_row, failed)


def _plain_rows(text: str, separator: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row that is not empty, and its line; quotation marks in it are part of the text."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_NONE)
    for line, cells in enumerate(reader, first_line):
        if cells:
            yield line, cells


def _separator(text: str) -> str:
    """Return the separator that divides the most rows into the same number of cells."""
    best = max(SEPARATORS, key=lambda sign: _fitness(text, sign))
    return best if _fitness(text, best)[0] else NO_SEPARATOR


def _fitness(text: str, separator: str) -> tuple[float, int]:
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(StringIO(text[:SAMPLE_CHARACTERS], newline=""), delimiter=separator)
    rows = [row for row in islice(reader, SAMPLE) if row]
    width = len(rows[0]) if rows else 1
    return sum(len(row) == width for row in rows) / len(rows) if width > 1 else 0, width


def _is_quoted(text: str) -> bool:
    """Return whether quotation marks enclose cells, which many programs that write TSV do not support."""
    csv.field_size_limit(LARGEST_CELL)
    try:
        for _row in csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True):
            pass
    except csv.Error:
        return False
    return True
