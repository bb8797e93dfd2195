"""Blocks of text, such as paragraphs and tables, and joining them into one text with the roles of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.interop.articles.cleaning import MARK
from annotator.interop.articles.extracted import Part
from annotator.interop.articles.inline.inlay import NO_INLAY, Inlay, united
from annotator.interop.articles.inline.settling import Settled, settled
from annotator.model.span import Span

BETWEEN = "\n\n"
BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or the rows of a table; ``role`` is empty where it is unknown."""

    text: str
    role: str = ""
    inlay: Inlay = NO_INLAY


def paragraph(text: str, role: str = "") -> Block:
    """Return a paragraph block, stripped of surrounding blanks and of trailing blanks on each line."""
    found = settled("\n".join(line.rstrip() for line in text.split("\n")).strip().lstrip(MARK))
    return Block(found.text, role, found.inlay)


def rows(cells_of_rows: Iterable[Iterable[str]]) -> Block:
    """Return a table block: one line for each row that is not empty, with tabs between its cells."""
    lines: list[str] = []
    inlays: list[Inlay] = []
    length = 0
    for cells in cells_of_rows:
        line, inlay = _row([settled(BLANKS.sub(" ", cell).strip()) for cell in cells])
        inlays.append(inlay.shifted(length))
        if line:
            lines.append(line)
            length += len(line) + 1
    text = "\n".join(lines)
    return Block(text, inlay=united(inlays).within(len(text)))


def _row(cells: list[Settled]) -> tuple[str, Inlay]:
    inlays, length = [], 0
    for cell in cells:
        inlays.append(cell.inlay.shifted(length))
        length += len(cell.text) + 1
    return "\t".join(cell.text for cell in cells).rstrip(), united(inlays)


def joined(blocks: Iterable[Block]) -> tuple[str, tuple[Part, ...]]:
    """Join the blocks with empty lines and return the text and its parts; empty blocks are skipped."""
    placed = [(start, block) for start, block in _placed(blocks) if block.text]
    parts = [Part(Span(start, start + len(block.text)), block.role) for start, block in placed if block.role]
    return BETWEEN.join(block.text for _start, block in placed), tuple(parts)


def inlay_of(blocks: Iterable[Block]) -> Inlay:
    """Return what belongs to places of the joined text; that of an empty block is at the end of the one before it."""
    return united(block.inlay.shifted(start) for start, block in _placed(blocks) if block.inlay)


def _placed(blocks: Iterable[Block]) -> Iterator[tuple[int, Block]]:
    """Yield each block with the place at which its text begins in the joined text."""
    length = 0
    for block in blocks:
        if not block.text:
            yield length, block
            continue
        start = length + len(BETWEEN) * bool(length)
        length = start + len(block.text)
        yield start, block
