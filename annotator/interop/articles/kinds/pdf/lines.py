"""Lines of a PDF's pages in file order, with their positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from annotator.interop.articles.inline.inlay import Inlay, united
from annotator.interop.articles.inline.settling import settled
from annotator.interop.articles.kinds.pdf.levels import signed_codes
from annotator.interop.articles.kinds.pdf.watermarks import is_blank, watermarks
from annotator.interop.foreign.optional_libraries import require
from annotator.translation.messages import N_

MOST_PAGES, MOST_CHARACTERS = 2_000, 5_000_000
MANY_PAGES = N_("It has more than {most} pages. Split it into smaller files.")
MANY_CHARACTERS = N_("It has more than {most} characters. Split it into smaller files.")
HYPHEN_AT_END = "\x02"
"""Character that PDFium returns for a hyphen at a line's end, in place of the line end."""

WIDE_GAP = 1.2
"""Least gap between the cells of a table, in line heights."""

NEVER = range(0xFDD0, 0xFDF0)
"""Noncharacters, which would be taken for signs."""

ENCRYPTED = N_("It is encrypted. Save it without a password.")
DAMAGED = N_("It is not a PDF file, or it is damaged.")


class UnreadableError(Exception):
    """Failure to read a PDF; ``sentence`` is a message that names a limit as ``{most}``, ``page`` counts from 1."""

    def __init__(self, sentence: str, most: int = 0, page: int = 0) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.most = most
        self.page = page


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its position in points from the left and the bottom of its page; pages count from 0.

    ``second`` is where its second word begins, 0 for none. ``cells`` are its texts between wide gaps, with their left
    and right edges; there are none in a line without wide gaps.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    second: float = 0
    cells: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """Lines per page, the number of characters whose code the file does not define, and its properties.

    ``levels`` counts the raised and lowered numbers, ``set_apart`` the marks of footnotes that got a blank before them.
    ``marks`` are the watermarks that are left out, one text for each.
    """

    pages: list[list[Line]]
    doubtful: int
    properties: Mapping[str, str]
    levels: int = 0
    set_apart: int = 0
    marks: list[str] = field(default_factory=list)


def printed(data: bytes) -> Printed:
    """Read the pages of the file. Raises UnreadableError where it is encrypted, damaged or too large."""
    pdfium = require("pypdfium2", "pypdfium2")
    raw = require("pypdfium2.raw", "pypdfium2")
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            pages, doubtful, inlay, marks = _pages(document, raw)
            properties = document.get_metadata_dict()
            return Printed(pages, doubtful, properties, inlay.levels, inlay.set_apart, marks)
    except pdfium.PdfiumError as error:
        raise UnreadableError(ENCRYPTED if error.err_code == raw.FPDF_ERR_PASSWORD else DAMAGED) from error


def _pages(document: Any, raw: Any) -> tuple[list[list[Line]], int, Inlay, list[str]]:
    if len(document) > MOST_PAGES:
        raise UnreadableError(MANY_PAGES, MOST_PAGES)
    pages: list[list[Line]] = []
    inlays: list[Inlay] = []
    marks: list[str] = []
    characters = doubtful = 0
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            count = text.count_chars()
            characters += count
            if characters > MOST_CHARACTERS:
                raise UnreadableError(MANY_CHARACTERS, MOST_CHARACTERS, number + 1)
            pages.append(list(_lines(text, count, number, raw, inlays, marks)))
            doubtful += sum(raw.FPDFText_HasUnicodeMapError(text, index) == 1 for index in range(count))
    return pages, doubtful, united(inlays), marks


def _lines(text: Any, count: int, page: int, raw: Any, inlays: list[Inlay], marks: list[str]) -> Iterator[Line]:
    """Yield the lines of the page without watermarks, which are added to ``marks``."""
    codes = [_code(text, index, raw) for index in range(count)]
    for start, end in watermarks(text, codes, raw):
        marks.append(_words(codes[start:end]))
        codes[start:end] = [ord("\n")] * (end - start)
    start = 0
    for index, code in enumerate([*codes, ord("\n")]):
        if code in (ord("\n"), ord("\r"), ord(HYPHEN_AT_END)):
            end = index + (code == ord(HYPHEN_AT_END))
            found = settled(_words(signed_codes(text, codes, start, end, raw)))
            if found.text:
                inlays.append(found.inlay)
                inked = [i for i in range(start, end) if not is_blank(codes[i])]
                yield _placed(found.text, text, inked, codes, page, raw)
            start = index + 1


def _code(text: Any, index: int, raw: Any) -> int:
    """Return the character code, 0 where the file does not define it."""
    code: int = raw.FPDFText_GetUnicode(text, index)
    is_none = (code == ord(HYPHEN_AT_END) and raw.FPDFText_IsHyphen(text, index) != 1) or code in NEVER
    return 0 if is_none else code


def _words(codes: list[int]) -> str:
    """Return the text of a line; surrogate pairs, as which PDFium returns some characters, are joined."""
    text = "".join(chr(code) for code in codes if code == ord(HYPHEN_AT_END) or _is_character(code))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace(HYPHEN_AT_END, "-").strip()


def _is_character(code: int) -> bool:
    """Return whether the code is neither a control character nor a noncharacter."""
    return 0x20 <= code < 0x110000 and code not in (0x7F, 0xFFFE, 0xFFFF)


def _placed(words: str, text: Any, indexes: list[int], codes: list[int], page: int, raw: Any) -> Line:
    boxes = {index: _box(text, index, raw) for index in _at_edges(indexes)}
    first, last = boxes[indexes[0]], boxes[indexes[-1]]
    left, right = min(first.left, last.left), max(first.right, last.right)
    size = first.top - first.bottom
    seconds = [boxes[second].left for before, second in pairwise(indexes) if second > before + 1]
    return Line(
        words, page, left, right, first.bottom, size, seconds[0] if seconds else 0, _cells(indexes, boxes, codes, size)
    )


def _at_edges(indexes: list[int]) -> set[int]:
    """Return the first and the last character of each word."""
    inner = {index for before, after in pairwise(indexes) if after > before + 1 for index in (before, after)}
    return inner | {indexes[0], indexes[-1]}


def _cells(
    indexes: list[int], boxes: Mapping[int, Any], codes: list[int], size: float
) -> tuple[tuple[str, float, float], ...]:
    """Return the texts between wide gaps with their edges; none where there is no wide gap."""
    gaps = [pair for pair in pairwise(indexes) if pair[1] > pair[0] + 1]
    wide = [(a, b) for a, b in gaps if boxes[b].left - boxes[a].right > WIDE_GAP * size]
    if not wide:
        return ()
    starts, ends = [indexes[0], *(b for _a, b in wide)], [*(a for a, _b in wide), indexes[-1]]
    return tuple(
        (_words(codes[start : end + 1]), boxes[start].left, boxes[end].right)
        for start, end in zip(starts, ends, strict=True)
    )


def _box(text: Any, index: int, raw: Any) -> Any:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, index, box)
    return box
