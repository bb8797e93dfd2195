"""Extractor for PDF files that contain text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from annotator.interop.articles.blocks import joined, paragraph, rows
from annotator.interop.articles.extracted import BOILERPLATE, Extracted, Extractor, Wishes
from annotator.interop.articles.inline.inlay import Inlay
from annotator.interop.articles.inline.telling import inlay_notes
from annotator.interop.articles.kinds.pdf.furniture import Page, separate_furniture
from annotator.interop.articles.kinds.pdf.layout_notes import layout_notes
from annotator.interop.articles.kinds.pdf.line_joining import compounds_of, join_lines
from annotator.interop.articles.kinds.pdf.line_numbers import without_line_numbers
from annotator.interop.articles.kinds.pdf.lines import Line
from annotator.interop.articles.kinds.pdf.page_starts import PagedBlock, page_starts, paged_paragraph
from annotator.interop.articles.kinds.pdf.paragraphs import paragraphs
from annotator.interop.articles.kinds.pdf.process import read_in_subprocess
from annotator.interop.articles.kinds.pdf.tables import tables
from annotator.interop.articles.properties import about_from
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import made_by
from annotator.translation.messages import N_, _, ngettext, number

PROPERTIES = {"title": "Title", "byline": "Author", "published": "CreationDate"}
NO_TEXT = N_("It has no text but only pictures of pages. Run a text recognition (OCR) on it first.")

UNKNOWN = N_("It does not say which characters its text is made of. Run a text recognition (OCR) on it first.")


def extract(data: bytes, name: str, wishes: Wishes) -> Iterator[Extracted]:
    """Yield the text of all pages as one, with lines joined into paragraphs. Raises ForeignError."""
    found = read_in_subprocess(data, wishes.go_on)
    if found.doubtful > sum(len(line.text) for page in found.pages for line in page):
        raise ForeignError(_(UNKNOWN))
    if not any(found.pages):
        raise ForeignError(_(NO_TEXT))
    unnumbered, numbers = without_line_numbers(found.pages)
    pages = separate_furniture(unnumbered)
    blocks, divided, flattened = _blocks(pages, wishes.page_parts)
    text, parts = joined(one.block for one in blocks)
    about, notes = about_from({key: found.properties.get(name, "") for key, name in PROPERTIES.items()})
    edges = () if wishes.page_parts else _without_edges(pages)
    told = inlay_notes(Inlay(levels=found.levels, set_apart=found.set_apart))
    harmless = frozenset((*notes, *edges, *told))
    notes += (*edges, *told, *_without_text(pages), *_guess_notes(divided, found.doubtful))
    notes += layout_notes(numbers, found.marks, flattened)
    library, starts = made_by("pypdfium2"), page_starts(blocks, len(pages))
    yield Extracted(PurePath(name).stem, text, parts, about, library, notes, harmless, pages=starts)


def _blocks(pages: Sequence[Page], furniture: bool) -> tuple[list[PagedBlock], int, int]:
    """Return all pages' blocks and the counts of rejoined words and tables; each belongs to the page it begins on."""
    lines = [line for page in pages for line in page.body]
    compounds = compounds_of(line.text for line in lines)
    found: dict[int, list[PagedBlock]] = defaultdict(list)
    divided = flattened = 0
    for is_table, part in tables(lines):
        if is_table:
            block, page = rows([text for text, _left, _right in row.cells] for row in part), part[0].lines[0].page
            found[page].append(PagedBlock(block, page))
            flattened += 1
            continue
        for group in paragraphs([line for row in part for line in row.lines]):
            text, count = join_lines([line.text for line in group], compounds)
            found[group[0].page].append(paged_paragraph(text, group, compounds))
            divided += count
    blocks: list[PagedBlock] = []
    for at, edges in enumerate(pages):
        head, foot = (_furniture(edges.head, at), _furniture(edges.foot, at)) if furniture else ([], [])
        blocks += [*head, *found[at], *foot]
    return blocks, divided, flattened


def _furniture(lines: Sequence[Line], page: int) -> list[PagedBlock]:
    return [PagedBlock(paragraph(line.text, BOILERPLATE), page) for line in lines]


def _without_edges(pages: Sequence[Page]) -> tuple[str, ...]:
    count = sum(len(page.head) + len(page.foot) for page in pages)
    message = ngettext(
        "{count} line was left out as repeated on other pages: heads, footers, page numbers.",
        "{count} lines were left out as repeated on other pages: heads, footers, page numbers.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()


def _without_text(pages: Sequence[Page]) -> Iterator[str]:
    if empty := sum(not page.body for page in pages):
        message = ngettext(
            "{empty} of its {count} page had no text. If they are pictures of pages, "
            "run a text recognition (OCR) on them first.",
            "{empty} of its {count} pages had no text. If they are pictures of pages, "
            "run a text recognition (OCR) on them first.",
            len(pages),
        )
        yield message.format(empty=number(empty), count=number(len(pages)))


def _guess_notes(divided: int, doubtful: int) -> Iterator[str]:
    if divided:
        message = ngettext(
            "{count} word was put together that had been divided at the end of a line.",
            "{count} words were put together that had been divided at the end of a line.",
            divided,
        )
        yield message.format(count=number(divided))
    if doubtful:
        message = ngettext(
            "{count} character was guessed, as the file does not say which they are.",
            "{count} characters were guessed, as the file does not say which they are.",
            doubtful,
        )
        yield message.format(count=number(doubtful))


EXTRACTOR = Extractor("pdf", "PDF", (".pdf",), extract, "pypdfium2", page_parts=True)
