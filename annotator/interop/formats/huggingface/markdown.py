"""Markdown from untrusted text, with all markup escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.storage.schemes.plain_markdown import plain


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table with all columns but the first right-aligned; empty where there are no rows."""
    cells = [[_cell(cell) for cell in row] for row in rows]
    if not cells:
        return ""
    lines = [[*heads], ["---"] + ["---:"] * (len(heads) - 1), *cells]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(cell: object) -> str:
    return f"{cell:,}" if isinstance(cell, int) else plain(str(cell))
