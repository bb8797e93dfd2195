"""Markdown out of text that nobody has checked: it is shown as it is, and nothing in it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from annotator.storage.files.file_error import shown

MARKUP = re.compile(r"([\\`*_\[\]<>|#&~])")


def plain(text: str) -> str:
    """The text on one line."""
    return MARKUP.sub(r"\\\1", shown(re.sub(r"\s+", " ", text).strip()))


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table, each number set to the right; empty where there are no rows."""
    cells = [[_cell(cell) for cell in row] for row in rows]
    if not cells:
        return ""
    lines = [[*heads], ["---"] + ["---:"] * (len(heads) - 1), *cells]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(cell: object) -> str:
    return f"{cell:,}" if isinstance(cell, int) else plain(str(cell))
