"""Places in the text of a PDF file at which its pages begin, also within paragraphs that go on over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.interop.articles.blocks import Block, paragraph, starts_of
from annotator.interop.articles.kinds.pdf.line_joining import join_lines
from annotator.interop.articles.kinds.pdf.lines import Line


@dataclass(frozen=True, slots=True)
class PagedBlock:
    """A block, the page that it begins on, counted from 0, and further pages with the offsets at which they begin."""

    block: Block
    page: int
    further: tuple[tuple[int, int], ...] = ()


def paged_paragraph(text: str, lines: Sequence[Line], compounds: frozenset[str]) -> PagedBlock:
    """Return the paragraph that the lines were joined to, with the pages on which it goes on."""
    block = paragraph(text)
    return PagedBlock(block, lines[0].page, tuple(_page_changes(block.text, lines, compounds)))


def page_starts(blocks: Sequence[PagedBlock], count: int) -> tuple[int, ...]:
    """Return where each of ``count`` pages begins in the joined text; one without text, where the next does."""
    first: dict[int, int] = {}
    starts = starts_of(one.block for one in blocks)
    for start, one in zip(starts, blocks, strict=True):
        if one.block.text:
            for page, offset in ((one.page, 0), *one.further):
                first[page] = min(first.get(page, start + offset), start + offset)
    found: list[int] = []
    following = max(first.values(), default=0)
    for page in reversed(range(1, count)):
        following = min(first.get(page, following), following)
        found.append(following)
    return (0, *reversed(found))


def _page_changes(text: str, lines: Sequence[Line], compounds: frozenset[str]) -> Iterator[tuple[int, int]]:
    for at in range(1, len(lines)):
        if lines[at].page != lines[at - 1].page:
            before, _count = join_lines([line.text for line in lines[:at]], compounds)
            end = len(paragraph(before).text)
            yield lines[at].page, end + text.startswith(" ", end)
