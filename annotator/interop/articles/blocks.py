"""Blocks of text, such as paragraphs and tables, and joining them into one text with the roles of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.interop.articles.cleaning import MARK
from annotator.interop.articles.extracted import FOOTNOTE, Part
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


def starts_of(blocks: Iterable[Block]) -> list[int]:
    """Return for each block where its text begins in the joined text; an empty one, where the one before it ends."""
    return [start for start, _block in _placed(blocks)]


def inlay_of(blocks: Iterable[Block]) -> Inlay:
    """Return what belongs to places of the joined text.

    Corrections of an empty block are at the end of the one before it, its comments, links and notes at the beginning of
    the next.
    """
    placed = [*_placed(blocks)]
    nexts = [*_beginnings(placed)]
    return united(_shifted(block, start, at) for (start, block), at in zip(placed, nexts, strict=True) if block.inlay)


def _beginnings(placed: Sequence[tuple[int, Block]]) -> Iterator[int | None]:
    """Yield for each block where the next with a text begins; None where there is none or it is a footnote."""
    found: list[int | None] = []
    following: int | None = None
    for start, block in reversed(placed):
        found.append(following)
        if block.text:
            following = None if block.role == FOOTNOTE else start
    yield from reversed(found)


def _shifted(block: Block, start: int, following: int | None) -> Inlay:
    if block.text:
        return block.inlay.shifted(start)
    at = start if following is None else following
    places = tuple(replace(one, at=at, is_beside=True) for one in block.inlay.places)
    return replace(block.inlay.shifted(start), places=places)


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
