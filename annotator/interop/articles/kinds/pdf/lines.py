"""Lines of a PDF's pages in file order, with their positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from annotator.interop.articles.inline.inlay import Inlay, united
from annotator.interop.articles.inline.settling import settled
from annotator.interop.articles.kinds.pdf.levels import signed_codes
from annotator.interop.foreign.optional_libraries import require
from annotator.translation.messages import N_

MOST_PAGES, MOST_CHARACTERS = 2_000, 5_000_000
MANY_PAGES = N_("It has more than {most} pages. Split it into smaller files.")
MANY_CHARACTERS = N_("It has more than {most} characters. Split it into smaller files.")
HYPHEN_AT_END = "\x02"
"""Character that PDFium returns for a hyphen at a line's end, in place of the line end."""

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
    """A line and its position in points from the left and the bottom of its page; pages count from 0."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Printed:
    """Lines per page, the number of characters whose code the file does not define, and its properties.

    ``levels`` counts the raised and lowered numbers, ``set_apart`` the marks of footnotes that got a blank before them.
    """

    pages: list[list[Line]]
    doubtful: int
    properties: Mapping[str, str]
    levels: int = 0
    set_apart: int = 0


def printed(data: bytes) -> Printed:
    """Read the pages of the file. Raises UnreadableError where it is encrypted, damaged or too large."""
    pdfium = require("pypdfium2", "pypdfium2")
    raw = require("pypdfium2.raw", "pypdfium2")
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            pages, doubtful, inlay = _pages(document, raw)
            return Printed(pages, doubtful, document.get_metadata_dict(), inlay.levels, inlay.set_apart)
    except pdfium.PdfiumError as error:
        raise UnreadableError(ENCRYPTED if error.err_code == raw.FPDF_ERR_PASSWORD else DAMAGED) from error


def _pages(document: Any, raw: Any) -> tuple[list[list[Line]], int, Inlay]:
    if len(document) > MOST_PAGES:
        raise UnreadableError(MANY_PAGES, MOST_PAGES)
    pages: list[list[Line]] = []
    inlays: list[Inlay] = []
    characters = doubtful = 0
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            count = text.count_chars()
            characters += count
            if characters > MOST_CHARACTERS:
                raise UnreadableError(MANY_CHARACTERS, MOST_CHARACTERS, number + 1)
            pages.append(list(_lines(text, count, number, raw, inlays)))
            doubtful += sum(raw.FPDFText_HasUnicodeMapError(text, index) == 1 for index in range(count))
    return pages, doubtful, united(inlays)


def _lines(text: Any, count: int, page: int, raw: Any, inlays: list[Inlay]) -> Iterator[Line]:
    codes = [_code(text, index, raw) for index in range(count)]
    start = 0
    for index, code in enumerate([*codes, ord("\n")]):
        if code in (ord("\n"), ord("\r"), ord(HYPHEN_AT_END)):
            end = index + (code == ord(HYPHEN_AT_END))
            found = settled(_words(signed_codes(text, codes, start, end, raw)))
            if found.text:
                inlays.append(found.inlay)
                yield _placed(found.text, text, [i for i in range(start, end) if not _is_blank(codes[i])], page, raw)
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


def _is_blank(code: int) -> bool:
    return code == 0 or chr(code).isspace()


def _placed(words: str, text: Any, indexes: list[int], page: int, raw: Any) -> Line:
    boxes = [raw.FS_RECTF(), raw.FS_RECTF()]
    for box, index in zip(boxes, (indexes[0], indexes[-1]), strict=True):
        raw.FPDFText_GetLooseCharBox(text, index, box)
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    return Line(words, page, left, right, boxes[0].bottom, boxes[0].top - boxes[0].bottom)
