"""Limits of guidelines in Markdown, so that Qt lays them out without stopping the window."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.translation.messages import _, number

MOST_LINES, LONGEST_PARAGRAPH, LONGEST_TABLE = 5000, 4000, 12_000
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 200, 20, 10_000
ITEM = re.compile(r"\s*(?:[-+*]|#{1,6}|\d{1,9}[.)])\s")
DELIMITERS = re.compile(r"[\s|:-]*-[\s|:-]*")


def too_long(text: str) -> tuple[str, int] | None:
    """Return a sentence on what is too long to lay out, and its line; None if nothing is."""
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        sentence = _("It has more than {most} lines, which is too many.")
        return sentence.format(most=number(MOST_LINES)), MOST_LINES + 1
    cells = 0
    for at, part in _parts(lines):
        bars, length = [line.count("|") for line in part], sum(map(len, part))
        cells += sum(bars)
        if _is_table(part, bars):
            if len(part) > MOST_ROWS or max(bars) > MOST_COLUMNS + 1 or cells > MOST_CELLS or length > LONGEST_TABLE:
                sentence = _(
                    "The table is too large: more than {rows} rows, {columns} columns or much text. Divide it."
                )
                return sentence.format(rows=number(MOST_ROWS), columns=number(MOST_COLUMNS)), at
        elif length > LONGEST_PARAGRAPH:
            sentence = _("The paragraph is longer than {most} characters. Divide it by an empty line.")
            return sentence.format(most=number(LONGEST_PARAGRAPH)), at
    return None


def _parts(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield paragraphs, items of lists and headings as their lines, each with the number of its first line."""
    part: list[str] = []
    for at, line in enumerate([*lines, ""], 1):
        begins = ITEM.match(line)
        if part and (begins or not line.strip()):
            yield at - len(part), part
            part = []
        if line.strip():
            part.append(line)


def _is_table(part: list[str], bars: list[int]) -> bool:
    """Tell whether the part is a table: its second line separates the head from the rows."""
    return len(part) > 1 and bars[0] > 0 and abs(bars[0] - bars[1]) <= 2 and bool(DELIMITERS.fullmatch(part[1][:1000]))
