"""Lines of a PDF's pages in file order, with their positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from annotator.interop.foreign.optional_libraries import require
from annotator.translation.messages import N_

MOST_PAGES, MOST_CHARACTERS = 2_000, 5_000_000
MANY_PAGES = N_("It has more than {most} pages. Split it into smaller files.")
MANY_CHARACTERS = N_("It has more than {most} characters. Split it into smaller files.")
HYPHEN_AT_END = "\x02"
"""Character that PDFium returns for a hyphen at a line's end, in place of the line end."""

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
    """Lines per page, the number of characters whose code the file does not define, and its properties."""

    pages: list[list[Line]]
    doubtful: int
    properties: Mapping[str, str]


def printed(data: bytes) -> Printed:
    """Read the pages of the file. Raises UnreadableError where it is encrypted, damaged or too large."""
    pdfium = require("pypdfium2", "pypdfium2")
    raw = require("pypdfium2.raw", "pypdfium2")
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            pages, doubtful = _pages(document, raw)
            return Printed(pages, doubtful, document.get_metadata_dict())
    except pdfium.PdfiumError as error:
        raise UnreadableError(ENCRYPTED if error.err_code == raw.FPDF_ERR_PASSWORD else DAMAGED) from error


def _pages(document: Any, raw: Any) -> tuple[list[list[Line]], int]:
    if len(document) > MOST_PAGES:
        raise UnreadableError(MANY_PAGES, MOST_PAGES)
    pages: list[list[Line]] = []
    characters = doubtful = 0
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            count = text.count_chars()
            characters += count
            if characters > MOST_CHARACTERS:
                raise UnreadableError(MANY_CHARACTERS, MOST_CHARACTERS, number + 1)
            pages.append(list(_lines(text, count, number, raw)))
            doubtful += sum(raw.FPDFText_HasUnicodeMapError(text, index) == 1 for index in range(count))
    return pages, doubtful


def _lines(text: Any, count: int, page: int, raw: Any) -> Iterator[Line]:
    codes = [_code(text, index, raw) for index in range(count)]
    start = 0
    for index, code in enumerate([*codes, ord("\n")]):
        if code in (ord("\n"), ord("\r"), ord(HYPHEN_AT_END)):
            end = index + (code == ord(HYPHEN_AT_END))
            if words := _words(codes[start:end]):
                yield _placed(words, text, [i for i in range(start, end) if not _is_blank(codes[i])], page, raw)
            start = index + 1


def _code(text: Any, index: int, raw: Any) -> int:
    """Return the character code, 0 where the file does not define it."""
    code: int = raw.FPDFText_GetUnicode(text, index)
    return 0 if code == ord(HYPHEN_AT_END) and raw.FPDFText_IsHyphen(text, index) != 1 else code


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
