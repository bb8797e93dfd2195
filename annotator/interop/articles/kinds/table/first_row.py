"""Detection whether the first row of a table has the names of its columns or the first text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from annotator.interop.articles.kinds.table.columns import ABOUT, NAME, TEXT, plain_name

LONGEST_NAME = 100
MOST_WORDS = 8
"""Most words of a name; a longer cell is a text."""

KNOWN = frozenset(
    [
        *(*TEXT, *NAME, *(name for names in ABOUT.values() for name in names)),
        *("claim", "statement", "sentence", "tweet", "quote", "label", "labels", "verdict", "rating", "category"),
        *("class", "topic", "subject", "speaker", "language", "lang", "index", "note", "notes", "comment", "summary"),
    ]
)
SHORT = 3
"""Most words of a name of which nothing else tells."""

NUMBER = re.compile(r"[-+]?\d[\d.,:/ -]*%?")
SENTENCE = re.compile(r".*\S\s+\S.*[.!?…。！？؟۔][”’\"'»)]*")
DIGITS = re.compile(r"\d+")
MOST_OF = 0.6
TEXT_LENGTH, TIMES_LONGER = 40, 4
"""Least median length of a column's texts, in characters and in lengths of its name."""


def has_names(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row has names of columns; ``below`` are rows after it."""
    cells = [cell.strip() for cell in first]
    if not any(cells) or any(len(cell) > LONGEST_NAME or "\n" in cell for cell in cells):
        return False
    columns = [[row[at].strip() for row in below if at < len(row) and row[at].strip()] for at in range(len(cells))]
    if any(plain_name(cell) in KNOWN and cell not in column for cell, column in zip(cells, columns, strict=True)):
        return True
    pairs = [(cell, column) for cell, column in zip(cells, columns, strict=True) if cell]
    like_names = sum(_is_name_of(cell, column) for cell, column in pairs)
    like_cells = sum(_is_one_of(cell, column) for cell, column in pairs) + len(pairs) - len({cell for cell, _ in pairs})
    if like_names or like_cells:
        return like_names > like_cells
    return len(pairs) > 1 and all(len(cell.split()) <= SHORT for cell, _ in pairs)


def _is_name_of(cell: str, column: Sequence[str]) -> bool:
    """Return whether the cell differs from those below as a name does: from numbers, or from much longer texts."""
    if not column or _is_text(cell) or NUMBER.fullmatch(cell):
        return False
    numbers = sum(NUMBER.fullmatch(other) is not None for other in column)
    usual = median(len(other) for other in column)
    return numbers >= MOST_OF * len(column) or usual >= max(TEXT_LENGTH, TIMES_LONGER * len(cell))


def _is_one_of(cell: str, column: Sequence[str]) -> bool:
    """Return whether the cell is as those below: a text, a number, one of their values, or of their pattern."""
    if _is_text(cell) or NUMBER.fullmatch(cell) or cell in column:
        return True
    pattern = DIGITS.sub("0", cell)
    return pattern != cell and any(DIGITS.sub("0", other) == pattern for other in column)


def _is_text(cell: str) -> bool:
    return len(cell.split()) > MOST_WORDS or SENTENCE.fullmatch(cell) is not None
