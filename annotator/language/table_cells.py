"""Cells of tables that spreadsheets open."""

from __future__ import annotations

RISKY = frozenset("=+-@\t\r\n'＝＋－＠")
"""First characters that make a spreadsheet read a cell as a formula, and the apostrophe that protects from it."""


def safe(cell: str) -> str:
    """Return the cell with an apostrophe in front where a spreadsheet might read a formula, or it has one already."""
    return f"'{cell}" if cell[:1] in RISKY else cell
