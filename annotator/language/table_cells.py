"""Cells of tables that spreadsheets open, and whole tables of them as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

RISKY = frozenset("=+-@\t\r\n'＝＋－＠")
"""First characters that make a spreadsheet read a cell as a formula, and the apostrophe that protects from it."""

BYTE_ORDER_MARK = "\ufeff"


def safe(cell: str) -> str:
    """Return the cell with an apostrophe in front where a spreadsheet might read a formula, or it has one already."""
    return f"'{cell}" if cell[:1] in RISKY else cell


def csv_text(head: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table as CSV, its lines ended by CRLF; cells of text are made safe, and None is an empty one."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([safe(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue()


def csv_bytes(head: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Return a table as the bytes of a CSV file, with a byte-order mark, by which Excel knows UTF-8."""
    return f"{BYTE_ORDER_MARK}{csv_text(head, rows)}".encode("utf-8", "replace")
