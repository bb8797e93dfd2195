"""Paragraphs and tables put together into one text, with their roles as its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.interop.articles.cleaning import MARK
from annotator.interop.articles.extracted import Part
from annotator.model.span import Span

BETWEEN = "\n\n"
BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or the rows of a table; ``role`` is empty where nothing is known of it."""

    text: str
    role: str = ""


def paragraph(text: str, role: str = "") -> Block:
    """The paragraph without blanks around it and at the ends of its lines."""
    return Block("\n".join(line.rstrip() for line in text.split("\n")).strip().lstrip(MARK), role)


def rows(cells_of_rows: Iterable[Iterable[str]]) -> Block:
    """A table: a line for each row that has something, a tab between its cells."""
    lines = ("\t".join(BLANKS.sub(" ", cell).strip() for cell in cells).rstrip() for cells in cells_of_rows)
    return Block("\n".join(line for line in lines if line))


def joined(blocks: Iterable[Block]) -> tuple[str, tuple[Part, ...]]:
    """The text, an empty line between its blocks, and its parts; blocks without text are passed over."""
    texts: list[str] = []
    parts: list[Part] = []
    length = 0
    for block in blocks:
        if not block.text:
            continue
        start = length + len(BETWEEN) * bool(texts)
        length = start + len(block.text)
        texts.append(block.text)
        if block.role:
            parts.append(Part(Span(start, length), block.role))
    return BETWEEN.join(texts), tuple(parts)
