"""Blocks of text, such as paragraphs and tables, and joining them into one text with the roles of its parts."""

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
    """A paragraph or the rows of a table; ``role`` is empty where it is unknown."""

    text: str
    role: str = ""


def paragraph(text: str, role: str = "") -> Block:
    """Return a paragraph block, stripped of surrounding blanks and of trailing blanks on each line."""
    return Block("\n".join(line.rstrip() for line in text.split("\n")).strip().lstrip(MARK), role)


def rows(cells_of_rows: Iterable[Iterable[str]]) -> Block:
    """Return a table block: one line for each row that is not empty, with tabs between its cells."""
    lines = ("\t".join(BLANKS.sub(" ", cell).strip() for cell in cells).rstrip() for cells in cells_of_rows)
    return Block("\n".join(line for line in lines if line))


def joined(blocks: Iterable[Block]) -> tuple[str, tuple[Part, ...]]:
    """Join the blocks with empty lines and return the text and its parts; empty blocks are skipped."""
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
